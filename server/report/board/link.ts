/** Links from the board to the lines of the documents that it is made of. */
import { escapeMarkup } from "./escape";

export interface Place {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}

/** The attributes of a link to a place, `href` among them, escaped. */
export type LinkTo = (place: Place) => string;

/** How a link to a document goes: `target` gives a reference for the path. */
export function linksBy(target: (path: string) => string): LinkTo {
  return ({ path, line }) => `href="${escapeMarkup(target(path))}#L${line + 1}"`;
}
