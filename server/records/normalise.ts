/** The text of a record that its seal is the hash of: what an editor or git may change by itself is left out. */

/** The version of `normaliseForSeal`; each seal says with which one it was made. See docs/seals.md. */
export const NORMALISATION = 1;

/**
 * Without a byte order mark; every line ending is LF; without spaces and tabs at the ends of lines and without blank
 * lines at the end of the text, which ends in exactly one LF. Nothing else changes.
 */
export function normaliseForSeal(text: string): string {
  const lines = (text.startsWith("\uFEFF") ? text.slice(1) : text)
    .split(/\r\n|\r|\n/)
    .map(withoutTrailingSpace);
  let count = lines.length;
  while (count > 0 && lines[count - 1] === "") count--;
  return `${lines.slice(0, count).join("\n")}\n`;
}

/** An expression such as `/[ \t]+$/` takes the square of a long run of spaces within the line. */
function withoutTrailingSpace(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
  return line.slice(0, end);
}
