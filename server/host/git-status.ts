/** Asks git which files have changes that no commit holds: what is written over in them would be lost. */
import { type Dialogue, holdDialogue } from "./git/dialogue";
import { quietFilters } from "./git/quiet-filters";
import { createEntryReader } from "./git/read-entries";

export type Uncommitted =
  | { readonly kind: "known"; readonly isUncommitted: (path: string) => boolean }
  /** There is no repository, no git, or git refuses; the reason is a clause for a sentence. */
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * `repository` is the absolute path of the top folder; paths asked for are relative to it, with `/`. Runs no program
 * that the repository names and writes nothing. Untracked and ignored files count: git holds no copy of them.
 */
export function findUncommitted(repository: string): Uncommitted {
  return holdDialogue(repository, uncommitted());
}

function* uncommitted(): Dialogue<Uncommitted> {
  const filters = yield* quietFilters();
  if (filters.kind === "unknown") return filters;
  const changed = new Set<string>();
  // two letters and a space before each path; a folder's ends with a slash
  const entries = createEntryReader((bytes, start, end) => {
    changed.add(bytes.toString("utf8", start + 3, end).replace(/\/$/, ""));
  });
  const { code, reason } = yield { parameters: STATUS, settings: filters.settings, take: entries.take };
  if (code !== 0) return { kind: "unknown", reason };
  return { kind: "known", isUncommitted: (path) => withParents(path).some((each) => changed.has(each)) };
}

const STATUS: readonly string[] = [
  "status",
  "--porcelain=v1",
  "-z",
  "--no-renames",
  "--untracked-files=all",
  "--ignored=matching",
];

/** The path and the folders above it: git names a folder alone where all in it is ignored, or a repository. */
function withParents(path: string): readonly string[] {
  const paths = [path];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    paths.push(path.slice(0, slash));
  }
  return paths;
}
