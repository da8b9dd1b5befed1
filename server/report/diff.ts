/** Changes as a unified diff that `git apply` takes. */
import { formatPatch, structuredPatch } from "diff";
import type { Colours } from "./types";

export interface ChangedDocument {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The path after the change. */
  readonly newPath: string;
  readonly before: string;
  readonly after: string;
}

export function renderDiff(change: ChangedDocument, colours?: Colours): string {
  const patch = structuredPatch(
    `a/${change.path}`,
    `b/${change.newPath}`,
    change.before,
    change.after,
    undefined,
    undefined,
    { context: 3 },
  );
  const text = formatPatch({ ...patch, isGit: true, isRename: change.path !== change.newPath });
  return colours === undefined ? text : paint(text, colours);
}

function paint(diff: string, colours: Colours): string {
  let inHunk = false;
  return diff
    .split("\n")
    .map((line) => {
      if (line.startsWith("@@")) {
        inHunk = true;
        return colours.blue(line);
      }
      if (!inHunk) return line === "" ? line : colours.bold(line);
      return line.startsWith("+") ? colours.green(line) : line.startsWith("-") ? colours.red(line) : line;
    })
    .join("\n");
}
