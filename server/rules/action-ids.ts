/** The ids of a document's actions: which of them are its own, and how they are counted on. */
import type { Range } from "../base/range";
import { idKey, type RegisterRow } from "./action-rows";

const NUMBERED = /^(.*?)(\d+)$/;
/** `BLG-TECH-02`: at least two words before the number. The actions of a work item are `A-02`, `A-PRE-02`, `AP-02`. */
const WORK_ITEM = /^(?:[A-Z]{2,}-){2,}\d/i;

/** True for an id that may well be found in another document: of work items, not of the actions of one. */
export function isWorkItemId(id: string, workItem: string | undefined): boolean {
  if (WORK_ITEM.test(id)) return true;
  return workItem !== undefined && splitId(id).prefix === splitId(workItem).prefix;
}

/** `A-S` and `01` of `A-S01`; an id that ends in no number is all prefix. */
export function splitId(id: string): { readonly prefix: string; readonly digits: string } {
  const match = NUMBERED.exec(id);
  return { prefix: (match?.[1] ?? id).toLowerCase(), digits: match?.[2] ?? "" };
}

/** The next id in the count of `id` that stands nowhere in the document; undefined where ids are not counted. */
export function nextFreeId(id: string, rows: readonly RegisterRow[], text: string): string | undefined {
  const { prefix, digits } = splitId(id);
  if (digits === "") return undefined;
  let highest = 0;
  for (const { action } of rows) {
    const other = splitId(action.id ?? "");
    if (other.prefix === prefix) highest = Math.max(highest, Number(other.digits));
  }
  const written = id.slice(0, id.length - digits.length);
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const next = `${written}${String(highest + tries).padStart(digits.length, "0")}`;
    if (/^\d+$/.test(next) || !text.includes(next)) return next;
  }
  return undefined;
}

const MOST_TRIES = 20;

/** The first word of a cell or of a line, behind whatever marks it opens with. */
const OPENING = /(?:^|[|\n\r])[^\p{L}\p{N}|\n\r]*([\p{L}\p{N}][\p{L}\p{N}.-]*)/gu;

/**
 * The ids with which the cells, list items, headings and other lines of a text open; those within `cells`, which come
 * in the order of the text, do not count.
 */
export function findOpeningIds(text: string, cells: readonly Range[]): ReadonlySet<string> {
  const found = new Set<string>();
  let next = 0;
  for (const match of text.matchAll(OPENING)) {
    const word = match[1] ?? "";
    const at = match.index + match[0].length - word.length;
    while (next < cells.length && (cells[next]?.end ?? 0) <= at) next++;
    const isWithin = at >= (cells[next]?.start ?? text.length);
    if (!isWithin && /\d/.test(word)) found.add(idKey(word.replace(/[.-]+$/, "")));
  }
  return found;
}
