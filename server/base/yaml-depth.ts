/** Refuses YAML that is nested so deeply that reading it could exhaust the stack, before it is read. */

/** Far more than anybody writes, far less than a stack holds. */
const MAX_DEPTH = 100;

/** Each level of block nesting starts at least half a column further to the right. */
const MAX_INDENTATION = 2 * MAX_DEPTH;

const SPACE = 0x20;

/** The offset at which the nesting exceeds all measure, or undefined. Never misses a case; text may look like one. */
export function findTooDeep(text: string): number | undefined {
  let open = 0;
  let lineStart = 0;
  let leading = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) {
      lineStart = at + 1;
      leading = true;
      continue;
    }
    if (unit === 0x5b || unit === 0x7b) {
      open++;
      if (open > MAX_DEPTH) return at;
    } else if ((unit === 0x5d || unit === 0x7d) && open > 0) open--;
    if (!leading) continue;
    // spaces, and the marks of list items, keys and values that open several levels on one line
    leading =
      unit === SPACE ||
      ((unit === 0x2d || unit === 0x3f || unit === 0x3a) && text.charCodeAt(at + 1) === SPACE);
    if (leading && at - lineStart > MAX_INDENTATION) return at;
  }
  return undefined;
}
