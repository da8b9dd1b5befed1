/** Patterns of file names such as `{id}-{slug}-lessons.md`. */
import { FILE_NAME_TOKENS, isToken, type TokenName } from "./file-name-tokens";
import type { FileNamePattern } from "./types";

type Part = { readonly token: TokenName } | { readonly text: string };

/** Longer than any file system allows; a longer pattern or name matches nothing. */
export const LONGEST_NAME = 255;

/** What stands in braces and is no token is literal text. */
export function compileFileName(pattern: string): FileNamePattern {
  const parts = splitPattern(pattern);
  return {
    pattern,
    example: parts
      .map((part) => ("token" in part ? FILE_NAME_TOKENS[part.token].example : part.text))
      .join(""),
    matches: (name) => match(parts, name) !== undefined,
    tokensOf: (name) => match(parts, name),
    telling: parts.some((part) => "text" in part && /[^\s\-._]/.test(part.text.replace(/\.\w+$/, ""))),
  };
}

/** What stands in braces and is no token. */
export function findUnknownTokens(pattern: string): string[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)]
    .map((found) => found[1] ?? "")
    .filter((name) => !isToken(name));
}

function splitPattern(pattern: string): Part[] {
  return pattern.split(/(\{\w+\})/).flatMap((text): Part[] => {
    const token = text.slice(1, -1);
    if (text.startsWith("{") && isToken(token)) return [{ token }];
    return text === "" ? [] : [{ text }];
  });
}

/** The text of each token, or undefined. Takes at most the square of the name's length: what failed is not tried again. */
function match(parts: readonly Part[], name: string): Readonly<Record<string, string>> | undefined {
  if (name.length > LONGEST_NAME || parts.length > LONGEST_NAME) return undefined;
  const failed = new Set<number>();
  const from = (index: number, start: number): Readonly<Record<string, string>> | undefined => {
    const part = parts[index];
    if (part === undefined) return start === name.length ? {} : undefined;
    if ("text" in part)
      return name.startsWith(part.text, start) ? from(index + 1, start + part.text.length) : undefined;
    const key = index * (LONGEST_NAME + 1) + start;
    if (failed.has(key)) return undefined;
    for (const end of FILE_NAME_TOKENS[part.token].ends(name, start)) {
      const rest = from(index + 1, end);
      if (rest !== undefined) return { ...rest, [part.token]: name.slice(start, end) };
    }
    failed.add(key);
    return undefined;
  };
  return from(0, 0);
}
