/** Ids of actions, gates and work items in prose: `A-S02 + A-S03 committed`, `Gate 2.1`, `A-01–A-04`. */
import { expandRange, shortForm } from "./id-range";
import { plainText } from "./plain-text";
import { GATE_WORD, NO_DEPENDENCY } from "./vocabulary";
import { withoutStruck } from "./words";

/** `A1`, `D2a`, `G1.3`, `A-05`, `A-S01`, `A-PRE-02`, `BLG-TECH-02`, `OBS-QWB-01`. */
const SHAPE = "(?:(?:[A-Z]+-)+[A-Z]*\\d+|[A-Z]{1,3}\\d+)[a-z]?(?:\\.\\d+[a-z]?)*(?![a-z])";
const GATE_NAME = "(?:[A-Z]{0,2}\\d{1,3}|[A-Z])(?:\\.\\d+[a-z]?)?(?![\\p{L}\\p{N}-])";
const GATE_TITLE = GATE_WORD.charAt(0).toUpperCase() + GATE_WORD.slice(1);
const GATE = `\\b(?:${GATE_WORD}|${GATE_TITLE})`;
const ONE_GATE = `${GATE}\\s+${GATE_NAME}`;
const GATE_LIST = `${GATE}s\\s+${GATE_NAME}(?:\\s*(?:,|&|\\+|/|and)\\s*${GATE_NAME})*`;
const GATES = new RegExp(`${ONE_GATE}|${GATE_LIST}`, "gu");
const GATE_NAMES = new RegExp(`(?<=[\\s,&+/])${GATE_NAME}`, "gu");
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu;
const SHAPED = new RegExp(SHAPE, "g");
const LEADING = new RegExp(`^(${SHAPE})\\s*(?:[—–:]|-\\s)\\s*`);
const BETWEEN_RANGE = /^\s*(?:–|-|\.{2,3}|…|to|through)\s*$/;
const NUMBERS_ONLY = /^[#\d\s,;+&/.–-]+$/;

/** What is longer is no id, nor two with a hyphen between them. */
const LONGEST_ID = 64;

export interface FoundId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Ids that the document uses itself, by their lower-case form. */
export type OwnIds = ReadonlyMap<string, string>;

/**
 * All ids that `cell` names, each once, in the order of the text; a range stands for its members. The ids of the
 * document's own tables count whatever their shape; a bare number only in a cell of numbers or behind `#`.
 */
export function findIds(cell: string, own: OwnIds): string[] {
  const whole = own.get(cell.toLowerCase());
  if (whole !== undefined) return [whole];
  if (!/\d|gate/i.test(cell)) return [];
  const text = plainText(withoutStruck(cell));
  if (/^[—–-](?:\s|$)/.test(text)) return [];
  const gates = text.includes(GATE_WORD.slice(1)) ? findGates(text) : [];
  const found = [...gates, ...findPlainIds(text, own, gates)].sort((a, b) => a.start - b.start);
  const ids = new Set<string>();
  let last: FoundId | undefined;
  for (const each of found) {
    const isRange = last !== undefined && BETWEEN_RANGE.test(text.slice(last.end, each.start));
    for (const id of isRange && last !== undefined ? expandRange(last.id, each.id) : [each.id]) ids.add(id);
    last = each;
  }
  return [...ids];
}

/** The id with which a text opens, in front of a dash or colon, and the text behind it. */
export function splitLeadingId(text: string): { readonly id: string; readonly rest: string } | undefined {
  const match = LEADING.exec(text);
  return match?.[1] === undefined ? undefined : { id: match[1], rest: text.slice(match[0].length) };
}

/** Gates and their items that are announced by their word; the first of a list from that word on. */
export function findGates(text: string): FoundId[] {
  const found: FoundId[] = [];
  for (const match of text.matchAll(GATES)) {
    let start = match.index;
    for (const name of match[0].matchAll(GATE_NAMES)) {
      const end = match.index + name.index + name[0].length;
      found.push({ id: `${GATE_TITLE} ${name[0]}`, start, end });
      start = end;
    }
  }
  return found;
}

function findPlainIds(text: string, own: OwnIds, gates: readonly FoundId[]): FoundId[] {
  const found: FoundId[] = [];
  const onlyNumbers = NUMBERS_ONLY.test(text.split(/[(:—]/)[0] ?? "");
  for (const token of text.matchAll(TOKEN)) {
    const start = token.index;
    if (gates.some((gate) => start >= gate.start && start < gate.end)) continue;
    if (token[0].length > LONGEST_ID) continue;
    const word = token[0].replace(/[.-]+$/, "");
    const known = own.get(word.toLowerCase());
    if (known !== undefined) {
      if (!/^[\d.]+$/.test(word) || onlyNumbers || text[start - 1] === "#")
        found.push({ id: known, start, end: start + word.length });
      continue;
    }
    const last = found.at(-1);
    const short = last && shortForm(last.id, word, text.slice(last.end, start));
    if (short !== undefined) found.push({ id: short, start, end: start + word.length });
    else found.push(...findShaped(word, start));
  }
  return found;
}

function findShaped(word: string, offset: number): FoundId[] {
  const found: FoundId[] = [];
  for (const match of word.matchAll(SHAPED)) {
    const before = word[match.index - 1];
    if (before !== undefined && before !== "-") continue;
    if (before === "-" && found.length === 0) continue;
    if (NO_DEPENDENCY.test(match[0])) continue;
    found.push({
      id: match[0],
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    });
  }
  return found;
}
