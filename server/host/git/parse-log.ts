/** Reads the answer of `git log --raw -z --parents --pretty=raw -m --reverse` piece by piece. */
import type { Commit, CommitDiff, TreeChange, TreeFile } from "../../workspace/history";
import { createEntryReader, type PathOf } from "./read-entries";

export interface Log {
  readonly commits: readonly Commit[];
  readonly diffs: readonly CommitDiff[];
}

export interface LogParser {
  readonly take: (piece: Buffer) => void;
  /** Once all has been taken; undefined when the answer breaks off in the middle or is no log. */
  readonly finish: () => Log | undefined;
}

/**
 * The parameters that the parser reads the answer of. `--pretty=raw`, because a merge's parents are told apart by
 * `(from <id>)`, which no format of one's own shows, and because it indents all of a message, so that no message can
 * look like anything else. `--parents`, because the parents in the commit itself need not be here (shallow clones).
 */
export const LOG_PARAMETERS: readonly string[] = [
  "log",
  ...["--topo-order", "--reverse", "--parents", "-m", "--root"],
  ...["--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none"],
  ...["--pretty=raw", "--encoding=UTF-8", "--no-notes", "--no-color", "--no-ext-diff", "--no-textconv"],
];

export function createLogParser(pathOf: PathOf): LogParser {
  const commits: Commit[] = [];
  const indices = new Map<string, number>();
  const diffs: CommitDiff[] = [];
  let parent = -1;
  let changes: TreeChange[] = [];
  /** Where the line before a path is, until the path is known to be wanted; undefined between changes. */
  let line: Buffer | undefined;
  let lineStart = 0;
  let broken = false;

  const closeDiff = () => {
    const last = diffs.at(-1);
    // a commit may name a parent twice, and then the same is told twice
    const again = last?.commit === commits.length - 1 && last.parent === parent;
    if (changes.length > 0 && !again) diffs.push({ commit: commits.length - 1, parent, changes });
    changes = [];
  };

  /** A commit's header and message, and behind them the first change where there is one. */
  const openCommit = (bytes: Buffer, start: number, end: number) => {
    closeDiff();
    const { ids, from, text } = readFirstLine(bytes.subarray(start, end));
    const id = ids[0] ?? "";
    let index = indices.get(id);
    if (index === undefined) {
      index = commits.length;
      indices.set(id, index);
      commits.push(readCommit(id, ids.slice(1), text, indices));
    }
    if (index !== commits.length - 1) broken = true;
    parent = indices.get(from ?? ids[1] ?? "") ?? -1;
    const last = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
    if (last === end) return;
    if (bytes[last] !== COLON) broken = true;
    line = bytes;
    lineStart = last;
  };

  const entries = createEntryReader((bytes, start, end) => {
    if (line !== undefined) {
      const path = pathOf(bytes, start, end);
      if (path !== undefined) changes.push(readChange(line, lineStart, path));
      line = undefined;
    } else if (bytes[start] === COLON) {
      line = bytes;
      lineStart = start;
    } else if (bytes[start] === COMMIT[0]) {
      openCommit(bytes, start, end);
    } else if (start < end) {
      broken = true;
    }
  });

  return {
    take: entries.take,
    finish: () => {
      entries.finish();
      closeDiff();
      return broken || line !== undefined ? undefined : { commits, diffs };
    },
  };
}

const COMMIT = Buffer.from("commit ");
const AUTHOR = Buffer.from("\nauthor ");
const COLON = 0x3a;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

interface FirstLine {
  /** The commit and its parents. */
  readonly ids: readonly string[];
  /** The parent that the changes are told against, in a merge. */
  readonly from: string | undefined;
  /** The header from here on; the parents' lines are in it, and last the author's. */
  readonly text: string;
}

function readFirstLine(entry: Buffer): FirstLine {
  const author = entry.indexOf(AUTHOR);
  const end = author < 0 ? entry.length : entry.indexOf(LINE_FEED, author + 1);
  const text = entry.toString("utf8", COMMIT.length, end < 0 ? entry.length : end);
  const line = text.slice(0, Math.max(text.indexOf("\n"), 0));
  const bracket = line.indexOf(" (from ");
  return {
    ids: (bracket < 0 ? line : line.slice(0, bracket)).split(" "),
    from: bracket < 0 ? undefined : line.slice(bracket + 7, -1),
    text,
  };
}

function readCommit(
  id: string,
  parents: readonly string[],
  header: string,
  indices: ReadonlyMap<string, number>,
): Commit {
  const known = parents.map((each) => indices.get(each)).filter((each) => each !== undefined);
  const named = header.match(/^parent /gm)?.length ?? 0;
  const author = /^author (.*)$/m.exec(header)?.[1] ?? "";
  return {
    id,
    parents: [...new Set(known)],
    date: readDay(author),
    author: author.split("<", 1)[0]?.trim() ?? "",
    boundary: known.length < Math.max(named, parents.length),
  };
}

/** `Name <address> 1700000000 +0530`: the day in that time zone. What is no date is the first day, as for git. */
function readDay(author: string): string {
  const match = /^\s*(\d+)(?:\s+([+-])(\d+))?/.exec(author.slice(author.lastIndexOf(">") + 1));
  const zone = Number(match?.[3] ?? 0);
  const minutes = (Math.floor(zone / 100) * 60 + (zone % 100)) * (match?.[2] === "-" ? -1 : 1);
  const date = new Date((Number(match?.[1] ?? 0) + minutes * 60) * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? "1970-01-01"
    : date.toISOString().slice(0, 10);
}

/** `:100644 100755 <id> <id> M`; an id has 40 or 64 digits. */
function readChange(line: Buffer, start: number, path: string): TreeChange {
  const length = line[start + 55] === SPACE ? 40 : 64;
  return {
    path,
    before: readFile(line, start + 1, start + 15, length),
    after: readFile(line, start + 8, start + 16 + length, length),
  };
}

function readFile(line: Buffer, modeAt: number, blobAt: number, length: number): TreeFile | undefined {
  const mode = line.toString("latin1", modeAt, modeAt + 6);
  return mode === "000000" ? undefined : { blob: line.toString("latin1", blobAt, blobAt + length), mode };
}
