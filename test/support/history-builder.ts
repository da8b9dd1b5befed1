/** A history of commits written down step by step as data, whole trees in memory, before git imports it at once. */

/** A path names a byte that is no UTF-8 by a character of the private range: `\uE0FF` stands for the byte 0xFF. */
export type Content = string | Uint8Array;

interface HistoryFile {
  readonly content: Content;
  /** `100644`, `100755`, or `120000` for a link, whose content is its target. */
  readonly mode: string;
}

type Tree = ReadonlyMap<string, HistoryFile>;

export interface HistoryCommit {
  readonly label: string;
  readonly branch: string;
  /** Labels. */
  readonly parents: readonly string[];
  readonly tree: Tree;
  /** ISO time with its zone. */
  readonly date: string;
  readonly committed: string;
  readonly author: string;
}

interface CommitOptions {
  readonly date?: string;
  readonly committed?: string;
  readonly author?: string;
}

export interface HistoryBuilder {
  readonly write: (path: string, content: Content, mode?: string) => void;
  readonly append: (path: string, text: string) => void;
  /** What is replaced must stand in the file exactly once. */
  readonly replace: (path: string, from: string, to: string) => void;
  readonly read: (path: string) => string;
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly link: (path: string, target: string) => void;
  readonly commit: (label: string, options?: CommitOptions) => void;
  /** Starts a branch at the last commit. */
  readonly branch: (name: string) => void;
  /** Starts a branch with no commit and no file. */
  readonly orphan: (name: string) => void;
  readonly checkout: (name: string) => void;
  /** Takes over what the branches changed since they began, then what `amend` does, and commits. */
  readonly merge: (label: string, branches: readonly string[], amend?: () => void) => void;
  /** As `git merge -s ours`: the tree stays as it is. */
  readonly mergeOurs: (label: string, branch: string) => void;
}

export interface History {
  readonly commits: readonly HistoryCommit[];
  readonly branch: string;
}

interface Branch {
  readonly fork: Tree;
  tree: Map<string, HistoryFile>;
  tip: string | undefined;
}

export function writeHistory(steps: (builder: HistoryBuilder) => void): History {
  const commits: HistoryCommit[] = [];
  const branches = new Map<string, Branch>([["main", { fork: new Map(), tree: new Map(), tip: undefined }]]);
  let current = "main";

  const get = (name: string): Branch => {
    const branch = branches.get(name);
    if (branch === undefined) throw new Error(`no branch ${name}`);
    return branch;
  };
  const getFile = (path: string): HistoryFile => {
    const file = get(current).tree.get(path);
    if (file === undefined) throw new Error(`no file ${path}`);
    return file;
  };
  const read = (path: string): string => {
    const { content } = getFile(path);
    return typeof content === "string" ? content : Buffer.from(content).toString("utf8");
  };
  const write = (path: string, content: Content, mode = "100644"): void => {
    get(current).tree.set(path, { content, mode });
  };
  const remove = (path: string): void => {
    getFile(path);
    get(current).tree.delete(path);
  };
  const add = (label: string, others: readonly string[], options: CommitOptions = {}): void => {
    const branch = get(current);
    const date = options.date ?? new Date(Date.UTC(2026, 0, commits.length + 1, 12)).toISOString();
    commits.push({
      label,
      branch: current,
      parents: [...(branch.tip === undefined ? [] : [branch.tip]), ...others],
      tree: new Map(branch.tree),
      date,
      committed: options.committed ?? date,
      author: options.author ?? "Tester",
    });
    branch.tip = label;
  };

  steps({
    write,
    read,
    remove,
    append: (path, text) => write(path, read(path) + text, getFile(path).mode),
    replace: (path, from, to) => write(path, replaceOnce(read(path), from, to), getFile(path).mode),
    rename: (from, to) => {
      const file = getFile(from);
      remove(from);
      get(current).tree.set(to, file);
    },
    link: (path, target) => write(path, target, "120000"),
    commit: (label, options) => add(label, [], options),
    branch: (name) => {
      const { tree, tip } = get(current);
      branches.set(name, { fork: new Map(tree), tree: new Map(tree), tip });
      current = name;
    },
    orphan: (name) => {
      branches.set(name, { fork: new Map(), tree: new Map(), tip: undefined });
      current = name;
    },
    checkout: (name) => {
      get(name);
      current = name;
    },
    merge: (label, names, amend) => {
      for (const { fork, tree } of names.map(get)) takeChanges(get(current).tree, fork, tree);
      amend?.();
      add(label, tipsOf(names));
    },
    mergeOurs: (label, name) => add(label, tipsOf([name])),
  });
  return { commits, branch: current };

  function tipsOf(names: readonly string[]): string[] {
    return names.map((name) => get(name).tip).filter((tip) => tip !== undefined);
  }
}

function takeChanges(into: Map<string, HistoryFile>, fork: Tree, tree: Tree): void {
  for (const path of new Set([...fork.keys(), ...tree.keys()])) {
    const file = tree.get(path);
    if (file === fork.get(path)) continue;
    if (file === undefined) into.delete(path);
    else into.set(path, file);
  }
}

/** Replaces what must stand in the text exactly once. */
export function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand there once`);
  return text.replace(from, () => to);
}
