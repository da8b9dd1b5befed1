/** Tells which objects a partial clone has not fetched, without making git fetch them. */
import type { Dialogue } from "./dialogue";

/**
 * Before git 2.45 there is no other way than a list of all that is here: asked for what is not, git tries to fetch it,
 * is not allowed to, and gives up all that was asked with it.
 */
export function* findMissing(ids: readonly string[]): Dialogue<ReadonlySet<string>> {
  const missing = new Set(ids);
  let rest = "";
  yield {
    parameters: ["cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch-check=%(objectname)"],
    take: (piece) => {
      const lines = (rest + piece.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const id of lines) missing.delete(id);
    },
  };
  return missing;
}

/** Whether the repository may lack objects that git would fetch when they are asked for. */
export function* isPartialClone(): Dialogue<boolean> {
  const parameters = [
    "config",
    "--get-regexp",
    "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$",
  ];
  const { code } = yield { parameters, take: () => {} };
  return code === 0;
}
