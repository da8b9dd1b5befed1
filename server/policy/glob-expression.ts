/** The usual globs for documents as regular expressions: the matcher is for all others, and several times slower. */
import { escapePattern } from "./escape-pattern";

/** `*.md`, `!(README|index).md`, `{roadmap,backlog}.md`, or nothing but letters. */
const NAME =
  /^(?:!\((?<not>[\w -]+(?:\|[\w -]+)*)\)|\{(?<either>[\w -]+(?:,[\w -]+)+)\}|(?<any>\*))?(?<rest>[\w -][\w .-]*|\.\w+)?$/;

/** More of them in one expression could make it slow. */
const MOST_FOLDERS = 2;

/**
 * For paths of plain letters without empty names, `.` and `..`. Undefined for a glob that says anything else than
 * folders by name, `**` and, at the end, a name as above.
 */
export function expressionOf(glob: string): RegExp | undefined {
  const folders = glob.split("/");
  const name = folders.pop() ?? "";
  const isDeep = folders.filter((folder) => folder === "**");
  if (isDeep.length > MOST_FOLDERS || folders.some((folder) => folder !== "**" && !/^[\w -]+$/.test(folder)))
    return undefined;
  const last = name === "**" ? ".+" : nameExpression(name);
  if (last === undefined) return undefined;
  const above = folders.map((folder) => (folder === "**" ? "(?:[^/]+/)*" : `${escapePattern(folder)}/`));
  return new RegExp(`^${above.join("")}${last}$`, "i");
}

function nameExpression(name: string): string | undefined {
  const parts = NAME.exec(name)?.groups;
  if (parts === undefined || name === "") return undefined;
  const { not, either, any, rest = "" } = parts;
  const end = escapePattern(rest);
  if (not !== undefined) return `(?!(?:${not})${end}$)[^/]*${end}`;
  if (either !== undefined) return `(?:${either.replaceAll(",", "|")})${end}`;
  return any === undefined ? end : `[^/]*${end}`;
}
