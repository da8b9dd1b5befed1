/** Copies text out of a larger one. */

/**
 * The same characters in memory of their own: V8 keeps a whole document alive for one slice of it, and neither
 * concatenation nor `slice` copies; a round trip through JSON does.
 */
export function copyText(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}
