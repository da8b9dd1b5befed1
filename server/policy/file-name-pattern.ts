/** Patterns of file names such as `{id}-{slug}-lessons.md`. */
import { escapePattern } from "./escape-pattern";
import type { FileNamePattern } from "./types";

interface Token {
  readonly pattern: string;
  readonly meaning: string;
  readonly example: string;
}

/** What each token stands for. */
export const FILE_NAME_TOKENS: Readonly<Record<"id" | "slug" | "version" | "date" | "any", Token>> = {
  id: {
    pattern: "\\d+(?:\\.\\d+)*[a-z]?|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*",
    meaning: "the id of an item: numbers joined by dots, or capitals and digits joined by hyphens",
    example: "3.2",
  },
  slug: {
    pattern: "[a-z0-9]+(?:-[a-z0-9]+)*",
    meaning: "lower-case words joined by hyphens",
    example: "position-sizing",
  },
  version: { pattern: "\\d+(?:\\.\\d+)*", meaning: "a version, without a leading `v`", example: "1.4" },
  date: { pattern: "\\d{4}-\\d{2}-\\d{2}", meaning: "an ISO date", example: "2026-02-20" },
  any: { pattern: "[^/]*?", meaning: "anything, or nothing", example: "draft" },
};

export const MAX_TOKENS = 5;

/** Longer than any file system allows; matching takes time with the length. */
const LONGEST_NAME = 255;

type TokenName = keyof typeof FILE_NAME_TOKENS;
type Part = { readonly token: TokenName } | { readonly text: string };

/** Of more tokens than `MAX_TOKENS` the rest are literal text. Unknown tokens are literal text too. */
export function compileFileName(pattern: string): FileNamePattern {
  const parts = splitPattern(pattern);
  const names = parts.flatMap((part) => ("token" in part ? [part.token] : []));
  const source = parts
    .map((part) => ("token" in part ? `(${FILE_NAME_TOKENS[part.token].pattern})` : escapePattern(part.text)))
    .join("");
  const regex = new RegExp(`^${source}$`);
  const match = (name: string): RegExpExecArray | null =>
    name.length > LONGEST_NAME ? null : regex.exec(name);
  return {
    pattern,
    example: parts
      .map((part) => ("token" in part ? FILE_NAME_TOKENS[part.token].example : part.text))
      .join(""),
    matches: (name) => match(name) !== null,
    tokensOf: (name) => {
      const found = match(name);
      if (found === null) return undefined;
      return Object.fromEntries(names.map((token, index) => [token, found[index + 1] ?? ""]));
    },
    telling: parts.some((part) => "text" in part && /[^\s\-._]/.test(part.text.replace(/\.\w+$/, ""))),
  };
}

/** What stands in braces and is no token. */
export function findUnknownTokens(pattern: string): string[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => !isToken(name));
}

export function countTokens(pattern: string): number {
  return splitPattern(pattern, Number.POSITIVE_INFINITY).filter((part) => "token" in part).length;
}

function splitPattern(pattern: string, max = MAX_TOKENS): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let tokens = 0;
  for (const match of pattern.matchAll(/\{(\w+)\}/g)) {
    const token = match[1] ?? "";
    if (!isToken(token) || tokens === max) continue;
    if (match.index > from) parts.push({ text: pattern.slice(from, match.index) });
    parts.push({ token });
    from = match.index + match[0].length;
    tokens++;
  }
  if (from < pattern.length) parts.push({ text: pattern.slice(from) });
  return parts;
}

function isToken(name: string): name is TokenName {
  return Object.hasOwn(FILE_NAME_TOKENS, name);
}
