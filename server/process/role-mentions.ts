/** Where a document names roles: as owners, as those who confirm, validate and declare, and in a charter's title. */
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import type { GovernedDocument } from "../workspace/types";
import { splitOwners } from "./owners";
import { processOf } from "./read-process";
import type { ActionRow, Concern } from "./types";

/** A value or cell, and the roles that it names. */
interface RolePlace {
  /** Folded: see `foldKey`. */
  readonly keys: readonly string[];
  readonly range: Range;
}

/** What follows the verdict of a proof that somebody signed: `Pass — PMO Lead, 2026-02-20`. */
const SIGNED = /[—–-]\s*([^—–]+?),?\s*\d{4}-\d{2}-\d{2}/;

/** `concerns` are the document's own. */
export function rolePlaces(document: GovernedDocument, concerns: readonly Concern[]): readonly RolePlace[] {
  const { rows, gates, status, transitions } = processOf(document);
  const { policy, text } = document;
  const places = [...headerPlaces(document), ...titlePlace(document)];
  const add = (names: readonly string[], range: Range): void => {
    if (names.length > 0) places.push({ keys: keysOf(names), range });
  };
  for (const row of rows) add(row.action.owners, rangeOfOwners(row));
  for (const { owners, range } of concerns) add(owners, range);
  for (const { cells } of transitions)
    if (cells.declaredBy !== undefined)
      add(splitOwners(cells.declaredBy.text, policy), cells.declaredBy.range);
  for (const { key, value, range } of status)
    if (policy.process.statusKeys.actor.includes(key)) add(splitOwners(value, policy), range);
  for (const { proofs } of gates.flatMap((gate) => gate.items))
    for (const proof of [proofs.confirmation, proofs.validation]) {
      const signed = proof && SIGNED.exec(text.slice(proof.range.start, proof.range.end))?.[1];
      if (proof !== undefined && signed !== undefined)
        add(splitOwners(signed.replaceAll(/\s+/g, " "), policy), proof.range);
    }
  return places;
}

/** A note in brackets or behind a dash belongs to no name. */
function keysOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => foldKey(headOfValue(name))))].filter((key) => key !== "");
}

function headerPlaces({ classification, parsed, policy }: GovernedDocument): RolePlace[] {
  const documentClass = classification?.class;
  if (documentClass === undefined) return [];
  return parsed.header.fields.flatMap(({ folded, value, valueRange }): RolePlace[] => {
    if (documentClass.fieldByKey.get(folded)?.type !== "role" || policy.isPlaceholder(value)) return [];
    // a header may name one role with an `and` or a comma in it
    return [{ keys: keysOf([value, ...splitOwners(value, policy)]), range: valueRange }];
  });
}

/** A charter is headed by the name of its role. */
function titlePlace({ classification, parsed }: GovernedDocument): RolePlace[] {
  if (classification?.class.charter !== true || parsed.title === undefined) return [];
  const { title, titleRange } = parsed.title;
  return [{ keys: [foldKey(plainValue(title))], range: titleRange }];
}

/** The cell; for a task its line. */
function rangeOfOwners({ cells, action }: ActionRow): Range {
  return cells.owner?.range ?? action.range;
}

/** Where the role stands, in the order of the text. `key` is its folded name. */
export function findRoleIn(document: GovernedDocument, key: string): readonly Range[] {
  const found = new Map<number, Range>();
  for (const { keys, range } of rolePlaces(document, processOf(document).facts.concerns))
    if (keys.includes(key))
      for (const each of occurrences(document.text, range, key)) found.set(each.start, each);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** A name among others: nothing of a longer name stands in front of it or behind it. */
const OPENS_NAME = /(?:^|[+;,/→>|([:—–\r\n]|- |-$)[^\p{L}\p{N}]*$/u;
const ENDS_NAME = /^(?:[^\p{L}\p{N}+;,/→>|()[\]—–<:\r\n-]*)(?:$|[+;,/→>|()[\]—–<:\r\n-])/u;

function occurrences(text: string, { start, end }: Range, key: string): Range[] {
  const written = text.slice(start, end);
  const words = key.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s_-]+")}(?![\\p{L}\\p{N}])`, "giu");
  return [...written.matchAll(name)].flatMap(({ 0: match, index }) => {
    const behind = index + match.length;
    if (!OPENS_NAME.test(written.slice(0, index)) || !ENDS_NAME.test(written.slice(behind))) return [];
    return [{ start: start + index, end: start + behind }];
  });
}
