/** One gate item while its lines are read: which values its keys carry, and what it amounts to. */
import { copyText } from "../base/copy-text";
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { ProcessPolicy } from "../policy/types";
import type { KeyLine } from "./key-line";
import { plainText } from "./plain-text";
import { PROOFS, type ProofReader } from "./proofs";
import type { ContentLine } from "./section-lines";
import type { GateItemRow, Proof, WrittenProof } from "./types";

export interface ItemSource {
  readonly id: string;
  /** The gate that the id names; undefined where the gate it stands under decides. */
  readonly gate: string | undefined;
  readonly title: string;
  readonly range: Range;
  readonly line: number;
  /** True when the document says that it is an item; any other must show proofs to be one. */
  readonly isCertain: boolean;
  /** True when it has no heading or line of its own: a key that comes again opens the next one. */
  readonly isUnnamed: boolean;
}

export interface ItemDraft {
  readonly source: ItemSource;
  /** What is written behind the keys, line by line. The title's lines are those of an unnamed item's first key. */
  readonly values: Partial<Record<Proof | "title", string[]>>;
  /** Where the values stand; empty ranges behind their keys until something is written. */
  readonly places: Partial<Record<Proof | "title", Range>>;
  /** Folded keys read so far. */
  readonly keys: string[];
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

export function newItem(source: ItemSource): ItemDraft {
  return { source, values: {}, places: {}, keys: [], open: undefined, wasBlank: false };
}

/** What a key means for an item. */
export interface ItemKey {
  readonly folded: string;
  /** Undefined for a key that only ends the value before it. */
  readonly proof: Proof | undefined;
  /** True when the policy lists the key. */
  readonly isKnown: boolean;
}

/** Outside of any gate a single proof may be anything: an `Evidence:` line stands in many documents. */
const LEAST_PROOFS = 2;
const NOTE = /\s*\([^()]*\)$/;

/** `written` is the key as it stands in the document; a note in brackets does not belong to it. */
export function readItemKey(written: string, process: ProcessPolicy): ItemKey {
  const folded = foldKey(written.endsWith(")") ? written.replace(NOTE, "") : written);
  const proof = PROOFS.find((each) => process.gateKeys[each].includes(folded));
  return { folded, proof, isKnown: proof !== undefined || process.gateKeys.other.includes(folded) };
}

/** Takes a key's line into the item; what the last key said ends here. An unnamed item goes by its first key. */
export function addKey(
  item: ItemDraft,
  key: ItemKey,
  { value, at }: Pick<KeyLine, "value" | "at">,
  line: ContentLine,
): void {
  const isTitle = item.source.isUnnamed && item.keys.length === 0 && key.proof === undefined;
  const target = isTitle ? "title" : key.proof;
  item.keys.push(key.folded);
  item.open = { target, indent: line.indent };
  item.wasBlank = false;
  if (target === undefined) return;
  item.values[target] = value === "" ? [] : [value];
  const start = line.start + at;
  item.places[target] = { start, end: start + value.length };
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
  const lines = openLines(item);
  const isBelow = line.indent > item.open.indent;
  const isDirect = !line.isItem && (!item.wasBlank || lines?.length === 0);
  item.wasBlank = false;
  if (isBelow || isDirect) extend(item, line);
  else item.open = undefined;
}

function extend(item: ItemDraft, line: ContentLine): void {
  const target = item.open?.target;
  if (target === undefined) return;
  const lines = item.values[target] ?? [];
  const start = lines.length === 0 ? line.start : (item.places[target]?.start ?? line.start);
  lines.push(line.text);
  item.values[target] = lines;
  item.places[target] = { start, end: line.start + line.text.length };
}

/** A value ends with its block, except that an empty one goes on in the list or fence below. */
export function endBlock(item: ItemDraft): void {
  const target = item.open?.target;
  item.open = openLines(item)?.length === 0 ? { target, indent: -1 } : undefined;
}

function openLines(item: ItemDraft): string[] | undefined {
  const target = item.open?.target;
  return target === undefined ? undefined : item.values[target];
}

/** True for a draft that has turned out to be an item: it is named as one, or shows proofs under a gate. */
export function isItem(item: ItemDraft, isUnderGate: boolean): boolean {
  if (item.source.isCertain) return true;
  const proofs = PROOFS.filter((proof) => item.values[proof] !== undefined);
  return proofs.length >= (isUnderGate ? 1 : LEAST_PROOFS);
}

export function closeItem(item: ItemDraft, readProofs: ProofReader): GateItemRow {
  const { id, range, line } = item.source;
  const written = (proof: Proof): string => item.values[proof]?.join(" ") ?? "";
  const { status, missing, verdicts } = readProofs(written);
  const title = plainText(item.values.title?.join(" ") ?? item.source.title);
  const proofs: Partial<Record<Proof, WrittenProof>> = {};
  for (const proof of PROOFS) {
    const place = item.places[proof];
    if (place !== undefined) proofs[proof] = { text: written(proof), range: place, verdict: verdicts[proof] };
  }
  return { item: { id: copyText(id), title: copyText(title), status, missing, range, line }, proofs };
}
