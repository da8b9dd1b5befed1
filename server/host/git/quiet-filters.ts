/** Keeps `git status` from running the programs that a repository's settings name as filters of its files. */
import type { Dialogue } from "./dialogue";
import { createEntryReader } from "./read-entries";

export type FilterAnswer =
  | { readonly kind: "settings"; readonly settings: readonly string[] }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Gives the settings that turn off each configured filter (`filter.<name>.clean`, `.process`). Git runs one for a file
 * whose time has changed, to see whether its content has; without it such a file counts as changed where the filter
 * does anything, as that of git-lfs does. Settings come from the folder itself, which need not be trusted.
 */
export function* quietFilters(): Dialogue<FilterAnswer> {
  const names = new Set<string>();
  const entries = createEntryReader((bytes, start, end) => {
    const key = bytes.toString("utf8", start, end).split("\n", 1)[0] ?? "";
    names.add(key.slice("filter.".length, key.lastIndexOf(".")));
  });
  const parameters = ["config", "-z", "--get-regexp", "^filter\\..*\\.(clean|process|required)$"];
  const { code, reason } = yield { parameters, take: entries.take };
  // 1 says that there are none
  if (code !== 0 && code !== 1) return { kind: "unknown", reason };
  const unquotable = [...names].find((name) => name.includes("="));
  if (unquotable !== undefined)
    return {
      kind: "unknown",
      reason: `its settings name a filter that cannot be turned off, "${unquotable}"`,
    };
  const settings = [...names].flatMap((name) => [
    `filter.${name}.clean=`,
    `filter.${name}.process=`,
    `filter.${name}.required=false`,
  ]);
  return { kind: "settings", settings };
}
