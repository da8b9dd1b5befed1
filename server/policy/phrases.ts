/** Phrases that tell a notice, such as `standing notice` or `guide {version}`. */
import { escapePattern } from "./escape-pattern";

const BETWEEN = "[\\s_\\-*`>]{1,16}";
const VERSION = "[^\\r\\n]{0,40}?\\bv?\\d+(?:\\.\\d+)+";
/** A version often stands in brackets, or at the end of a clause. */
const BEHIND_VERSION = "[\\s_\\-*`>)\\].,:;]{1,16}";
const VERSION_TOKEN = "{version}";

/**
 * True for a text that holds one of the phrases: its words in order, whatever their case, with white space, line
 * ends and emphasis between them. The patterns hold no repetition within a repetition, so that no text makes
 * them slow.
 */
export function compilePhrases(phrases: readonly string[]): (text: string) => boolean {
  const sources = phrases.map(sourceOf).filter((source) => source !== undefined);
  if (sources.length === 0) return () => false;
  // one expression, so that a text without any of them is read through once
  const pattern = new RegExp(sources.join("|"), "iu");
  return (text) => pattern.test(text);
}

function sourceOf(phrase: string): string | undefined {
  const words = phrase
    .replaceAll(VERSION_TOKEN, ` ${VERSION_TOKEN} `)
    .split(/[\s_\-*`]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const source = words.map((word, index) => {
    if (word === VERSION_TOKEN) return VERSION;
    const before = words[index - 1];
    if (before === undefined) return escapePattern(word);
    return (before === VERSION_TOKEN ? BEHIND_VERSION : BETWEEN) + escapePattern(word);
  });
  const [first = "", ...others] = source;
  const after = endsWithLetter(words.at(-1) ?? "") ? "(?![\\p{L}\\p{N}])" : "";
  return beginWord(words[0] ?? "", first) + others.join("") + after;
}

/** What stands before a word is looked at once its first letter is found: most letters of a text are another one. */
function beginWord(word: string, source: string): string {
  if (!startsWithLetter(word)) return source;
  const letter = /^[a-z]/i.exec(source)?.[0];
  return letter === undefined
    ? `(?<![\\p{L}\\p{N}])${source}`
    : `${letter}(?<![\\p{L}\\p{N}]${letter})${source.slice(1)}`;
}

function startsWithLetter(word: string): boolean {
  return /^[\p{L}\p{N}]/u.test(word);
}

function endsWithLetter(word: string): boolean {
  return /[\p{L}\p{N}]$/u.test(word);
}
