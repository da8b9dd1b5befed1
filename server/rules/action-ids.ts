/** The ids of a document's actions: which of them are its own, and how they are counted on. */
import type { Range } from "../base/range";
import type { ProcessFacts } from "../process/types";
import { idKey } from "./action-cells";
import type { RegisterRow } from "./action-rows";

const NUMBERED = /^(.*?)(\d+)$/;
/** `BLG-TECH-02`: at least two words before the number. The actions of a work item are `A-02`, `A-PRE-02`, `AP-02`. */
const WORK_ITEM = /^(?:[A-Z]{2,}-){2,}\d/i;

/** True for an id that may well be found in another document: of work items, not of the actions of one. */
export function isWorkItemId(id: string, facts: ProcessFacts | undefined): boolean {
  if (WORK_ITEM.test(id)) return true;
  return facts?.workItem !== undefined && splitId(id).prefix === splitId(facts.workItem).prefix;
}

/** `A-S` and `01` of `A-S01`; an id that ends in no number is all prefix. */
export function splitId(id: string): { readonly prefix: string; readonly digits: string } {
  const match = NUMBERED.exec(id);
  return { prefix: (match?.[1] ?? id).toLowerCase(), digits: match?.[2] ?? "" };
}

/** The actions that go by each id, in the order of the text; a restated action comes more than once. */
export function rowsById(rows: readonly RegisterRow[]): ReadonlyMap<string, readonly RegisterRow[]> {
  const byId = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    if (row.action.id === undefined) continue;
    const key = idKey(row.action.id);
    const same = byId.get(key);
    if (same === undefined) byId.set(key, [row]);
    else same.push(row);
  }
  return byId;
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

const WORD = /[\p{L}\p{N}]/u;

/** True where a cell, a list item, a heading or another line opens with `id`, `cells` aside. */
export function standsElsewhere(text: string, id: string, cells: readonly Range[]): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    if (WORD.test(text.charAt(at + id.length)) || !opensCell(text, at)) continue;
    if (!cells.some(({ start, end }) => at >= start && at < end)) return true;
  }
  return false;
}

function opensCell(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const unit = text.charAt(at);
    if (unit === "|" || unit === "\n" || unit === "\r") return true;
    if (WORD.test(unit)) return false;
  }
  return true;
}
