/** Lists the files of one commit. */
import type { TreeFile } from "../../workspace/history";
import { type Dialogue, holdDialogue } from "./dialogue";
import { createEntryReader, createPathReader } from "./read-entries";
import { resolveCommit } from "./resolve-commit";

export type TreeAnswer =
  | { readonly kind: "tree"; readonly tree: ReadonlyMap<string, TreeFile> }
  /** A clause for a sentence. */
  | { readonly kind: "unknown"; readonly reason: string };

/** The `wanted` files by path; `commit` is anything that `git rev-parse` takes. */
export function readTree(repository: string, commit: string, wanted: (path: string) => boolean): TreeAnswer {
  return holdDialogue(repository, treeOf(commit, wanted));
}

function* treeOf(commit: string, wanted: (path: string) => boolean): Dialogue<TreeAnswer> {
  const resolved = yield* resolveCommit(commit);
  if (resolved.kind === "unknown") return resolved;
  const pathOf = createPathReader(wanted);
  const tree = new Map<string, TreeFile>();
  // `<mode> <type> <id>`, a tab, the path
  const entries = createEntryReader((bytes, start, end) => {
    const tab = bytes.indexOf(TAB, start);
    const path = pathOf(bytes, tab + 1, end);
    if (path === undefined) return;
    const [mode = "", , blob = ""] = bytes.toString("latin1", start, tab).split(" ");
    tree.set(path, { blob, mode });
  });
  const parameters = ["ls-tree", "-r", "-z", "--full-tree", resolved.id];
  const { code, reason } = yield { parameters, take: entries.take };
  return code === 0 ? { kind: "tree", tree } : { kind: "unknown", reason };
}

const TAB = 0x09;
