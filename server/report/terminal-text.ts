/** Text for a terminal: words of documents must not steer it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ALL_STEERING = new RegExp(STEERING, "g");

/** One line without control characters: a message may quote whatever stands in a file. */
export function plainLine(text: string): string {
  if (!STEERING.test(text)) return text;
  return text.replace(ALL_STEERING, (found) => (found === "\t" || found === "\n" ? " " : "\uFFFD"));
}

/** `1 document`, `2 documents`; thousands apart. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${groupThousands(number)} ${number === 1 ? singular : plural}`;
}

export function groupThousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
