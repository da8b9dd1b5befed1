/** Ranges of text, counted in UTF-16 code units from the start of a document. */

/** Half-open: `start` is the first unit inside, `end` the first unit behind. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function range(start: number, end: number): Range {
  return { start, end };
}

/** True when the two ranges share at least one unit, or when an empty one lies inside or at an edge of the other. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
