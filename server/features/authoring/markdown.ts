/** Pieces of Markdown that say what documents and policies say, as it stands there. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function listCode(words: readonly string[]): string {
  return words.map(code).join(", ");
}

export function code(text: string): string {
  const run = text.includes("`") ? "``" : "`";
  return `${run}${text.replaceAll(/\s+/g, " ")}${run}`;
}

/** What a document says is shown as it is: nothing of it is Markdown here. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~&]/g, "\\$&").replaceAll(/\s+/g, " ");
}

const LONGEST = 160;

/** For a line of its own. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
}

/** Paragraphs, without the empty ones. */
export function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n\n");
}
