/** Copies of text, so that what is kept of a document does not keep the whole document in memory. */

/** V8 copies shorter slices by itself. */
const SHORTEST_SLICE = 13;

/**
 * The same text in memory of its own. In V8 a slice points into the string that it was cut from and keeps all of
 * it alive; the concatenation makes a new string and the slice of that one points to the new string only.
 * Measured: as good as a round trip through JSON, at a quarter of its time.
 */
export function copyText(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
