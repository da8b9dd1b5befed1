/** One gate item while its lines are read: which values its keys carry, and what it amounts to. */
import { copyText } from "../base/copy-text";
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { Policy, ProcessPolicy } from "../policy/types";
import { readKeyLine } from "./key-line";
import { plainText } from "./plain-text";
import { judgeProofs, PROOFS } from "./proofs";
import type { ContentLine } from "./section-lines";
import type { GateItem, Proof } from "./types";

export interface ItemDraft {
  readonly id: string;
  /** The gate that the id names; undefined where the gate it stands under decides. */
  readonly gate: string | undefined;
  title: string;
  readonly range: Range;
  readonly line: number;
  /** True when the document says that it is an item; any other must show proofs to be one. */
  readonly isCertain: boolean;
  /** True when it has no heading or line of its own: a key that comes again opens the next one. */
  readonly isUnnamed: boolean;
  readonly values: Map<Proof, string>;
  /** Folded keys read so far. */
  readonly keys: Set<string>;
  /** The key whose value runs on, with its indentation; undefined once something else has ended it. */
  open: OpenValue | undefined;
  wasBlank: boolean;
}

interface OpenValue {
  /** Where the text goes; undefined for a key that only ends the value before it. */
  readonly target: Proof | "title" | undefined;
  /** -1 where whatever follows belongs to the value. */
  readonly indent: number;
}

type ItemSource = Pick<ItemDraft, "id" | "gate" | "title" | "range" | "line" | "isCertain" | "isUnnamed">;

export function newItem(source: ItemSource): ItemDraft {
  return { ...source, values: new Map(), keys: new Set(), open: undefined, wasBlank: false };
}

export interface ItemKey {
  readonly folded: string;
  /** Undefined for a key that only ends the value before it. */
  readonly proof: Proof | undefined;
  readonly value: string;
  /** True when the policy lists the key. */
  readonly isKnown: boolean;
}

/** Outside of any gate a single proof may be anything: an `Evidence:` line stands in many documents. */
const LEAST_PROOFS = 2;
const NOTE = /\s*\([^()]*\)$/;

/** The key that a line opens with, or undefined for a line of text. */
export function readItemKey(line: ContentLine, process: ProcessPolicy): ItemKey | undefined {
  const keyLine = readKeyLine(line.text);
  if (keyLine === undefined) return undefined;
  const folded = foldKey(keyLine.key.endsWith(")") ? keyLine.key.replace(NOTE, "") : keyLine.key);
  const proof = PROOFS.find((each) => process.gateKeys[each].includes(folded));
  const isKnown = proof !== undefined || process.gateKeys.other.includes(folded);
  return { folded, proof, value: keyLine.value, isKnown };
}

/** Takes a key's line into the item; what the last key said ends here. An unnamed item goes by its first key. */
export function addKey(item: ItemDraft, key: ItemKey, line: ContentLine): void {
  const isTitle = item.isUnnamed && item.keys.size === 0 && key.proof === undefined && key.isKnown;
  item.keys.add(key.folded);
  item.open = { target: isTitle ? "title" : key.proof, indent: line.indent };
  item.wasBlank = false;
  if (isTitle) item.title = key.value;
  if (key.proof !== undefined) item.values.set(key.proof, key.value);
}

/** True when a key at `indent` is a line of its own, not part of the value that is being read. */
export function endsValue(item: ItemDraft | undefined, key: ItemKey, indent: number): boolean {
  return key.proof !== undefined || item?.open === undefined || indent <= item.open.indent;
}

/**
 * A line without a key: more of the value that is being read when it is indented below its key or follows it
 * directly. A list item beside the key, or a line behind an empty one, is text of its own.
 */
export function addText(item: ItemDraft, line: ContentLine): void {
  if (line.text === "") {
    item.wasBlank = true;
    return;
  }
  if (item.open === undefined) return;
  const isBelow = line.indent > item.open.indent;
  const isDirect = !line.isItem && (!item.wasBlank || readOpenText(item) === "");
  item.wasBlank = false;
  if (!isBelow && !isDirect) item.open = undefined;
  else if (item.open.target === "title") item.title = `${item.title} ${line.text}`.trim();
  else if (item.open.target !== undefined)
    item.values.set(item.open.target, `${readOpenText(item)} ${line.text}`.trim());
}

function readOpenText(item: ItemDraft): string {
  const target = item.open?.target;
  if (target === undefined || target === "title") return target === undefined ? "-" : item.title;
  return item.values.get(target) ?? "";
}

/** A value ends with its block, except that an empty one goes on in the list or fence below. */
export function endBlock(item: ItemDraft): void {
  const target = item.open?.target;
  item.open = target !== undefined && readOpenText(item) === "" ? { target, indent: -1 } : undefined;
}

/** True for a draft that has turned out to be an item: it is named as one, or shows proofs under a gate. */
export function isItem(item: ItemDraft, isUnderGate: boolean): boolean {
  return item.isCertain || item.values.size >= (isUnderGate ? 1 : LEAST_PROOFS);
}

export function closeItem(item: ItemDraft, policy: Policy): GateItem {
  const { status, missing } = judgeProofs(item.values, policy);
  const title = copyText(plainText(item.title));
  return { id: copyText(item.id), title, status, missing, range: item.range, line: item.line };
}
