/** Pieces of Markdown that hovers and completions are made of. */

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

/** What a document or a policy says is shown as it is: nothing of it is Markdown here. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~&]/g, "\\$&").replaceAll(/\s+/g, " ");
}

/** Paragraphs, without the empty ones. */
export function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n\n");
}
