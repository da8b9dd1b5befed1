/** What a heading, a status line or a table's cell says of a gate as a whole. */
import { findDate } from "../base/date";
import { headOfValue } from "../base/plain-value";
import type { ProcessPolicy } from "../policy/types";
import { plainText } from "./plain-text";
import type { GateStatus } from "./types";
import { containedWord, foldedWords, leadingWord } from "./words";
import { matchState } from "./work-item-state";

const PARTLY = /\b(\d+)\s*(?:of|\/)\s*(\d+)\b/;
const SYMBOL_FIRST = /^[\s*_(]*\p{Extended_Pictographic}/u;
const ITEM_STATUS = /\s[—–-]|\)\s*$|\p{Extended_Pictographic}/u;
const TRAILING_BRACKET = / \(([^()]*)\)$/;
/** What is longer is no name with a status. */
const LONGEST_HEADING = 1000;
const SEGMENT = / [—–] | -{1,2} /;

/**
 * The status that a statement such as `✅ ALL G1 ITEMS PASS — transition valid` makes, or undefined. What stands in
 * front of a dash or bracket decides, the rest only where that says nothing. Of the policy's words the longest counts,
 * the less favourable one of two equally long ones.
 */
export function readGateStatement(statement: string, process: ProcessPolicy): GateStatus | undefined {
  return (
    readWords(foldedWords(headOfValue(statement)), process, true) ??
    readWords(foldedWords(statement), process, false)
  );
}

function readWords(text: string, process: ProcessPolicy, isHead: boolean): GateStatus | undefined {
  const { actionStatuses: actions, passedWords } = process;
  const passed = [...passedWords, ...actions.done];
  const [, some, all] = PARTLY.exec(text) ?? [];
  if (isHead && some !== undefined && containedWord(text, passed) !== undefined)
    return Number(some) < Number(all) ? "pending" : "passed";
  const pending = [...process.pendingWords, ...actions["in-progress"], ...actions.blocked];
  const open = actions["not-started"].filter((word) => !pending.includes(word));
  const readings: readonly (readonly [GateStatus, string | undefined])[] = [
    ["failed", containedWord(text, process.failedWords)],
    ["pending", containedWord(text, pending)],
    ["not-started", containedWord(text, open)],
    ["passed", isHead ? (leadingWord(text, passed) ?? saidWithGaps(text, passed)) : undefined],
  ];
  let best: readonly [GateStatus, string] | undefined;
  for (const [status, word] of readings) {
    if (word !== undefined && word.length > (best?.[1].length ?? 0)) best = [status, word];
  }
  return best?.[0];
}

/**
 * `all items pass` is also said by `all G1 items pass` and `all items passed`. A single word says nothing unless it
 * comes first: a gate that `cannot pass` has not.
 */
function saidWithGaps(text: string, phrases: readonly string[]): string | undefined {
  const said = text.split(" ");
  return phrases.find((phrase) => {
    const words = phrase.split(" ");
    let at = 0;
    for (const word of said) if (at < words.length && word.startsWith(words[at] ?? "")) at++;
    return words.length > 1 && at === words.length;
  });
}

interface GateHeading {
  readonly title: string;
  readonly status: GateStatus | undefined;
  /** The words that state it, as written but for white space. */
  readonly statement: string;
}

/**
 * What stands behind a gate's or an item's name: title and status, in any order, parted by dashes. A segment is a
 * status when nothing but a date is added to its words or when a symbol marks it: `Complete the audit` is a title.
 */
export function readGateHeading(rest: string, process: ProcessPolicy): GateHeading {
  const titles: string[] = [];
  let status: GateStatus | undefined;
  let statement = "";
  if (rest.length > LONGEST_HEADING) return { title: plainText(rest), status, statement };
  for (const segment of rest.replace(/\s+/g, " ").split(SEGMENT)) {
    const stated = readSegment(segment, process);
    if (status === undefined && stated.status !== undefined) ({ status, statement } = stated);
    if (stated.title !== "") titles.push(plainText(stated.title));
  }
  return { title: titles.join(" — "), status, statement };
}

/** An item's name seldom carries a status: most are read without a look at the policy's words. */
export function readItemTitle(rest: string, process: ProcessPolicy): string {
  return ITEM_STATUS.test(rest) ? readGateHeading(rest, process).title : plainText(rest);
}

/** A segment is a title, a status, or a title with a status in brackets behind it. */
function readSegment(segment: string, process: ProcessPolicy): GateHeading {
  const status = isStatement(segment, process) ? readGateStatement(segment, process) : undefined;
  if (status !== undefined) return { title: "", status, statement: segment };
  const bracket = TRAILING_BRACKET.exec(segment);
  const note = bracket?.[1] ?? "";
  const noted = note !== "" && isStatement(note, process) ? readGateStatement(note, process) : undefined;
  if (noted === undefined || bracket === null) return { title: segment, status: undefined, statement: "" };
  return { title: segment.slice(0, bracket.index), status: noted, statement: note };
}

function isStatement(segment: string, process: ProcessPolicy): boolean {
  if (/→|->/.test(segment)) return false;
  return isKnownStatus(segment, process) && matchState(segment, process) === undefined;
}

function isKnownStatus(segment: string, process: ProcessPolicy): boolean {
  if (SYMBOL_FIRST.test(segment)) return true;
  const head = headOfValue(segment.replace(/^\((.*)\)$/, "$1"));
  const date = /\d/.test(head) ? findDate(head) : undefined;
  const words = foldedWords(date === undefined ? head : head.slice(0, date.start));
  const { passedWords, failedWords, pendingWords, actionStatuses } = process;
  const known = [passedWords, failedWords, pendingWords, ...Object.values(actionStatuses)].flat();
  return known.includes(words) || (date !== undefined && leadingWord(words, known) !== undefined);
}
