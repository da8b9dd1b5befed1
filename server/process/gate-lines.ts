/** Gate items from the lines of fences, lists and paragraphs. */
import type { Block } from "../document/block";
import { isGate } from "./gate-heading";
import { addKey, addText, endsValue, type ItemKey, newItem } from "./gate-item";
import { readGateName } from "./gate-name";
import { type GateReader, turnToItem } from "./gate-reader";
import { addStatement } from "./gate-register";
import { readGateStatement, readItemTitle } from "./gate-status";
import { type KeyLine, readKeyLine } from "./key-line";
import { type ContentLine, linesOf } from "./section-lines";
import { GATE_WORD } from "./vocabulary";

const BOLD_LINE = /^(\*\*|__)(.*?)\1$/;
/** How far into a line the number of an item may stand. */
const FURTHEST_NUMBER = 24;

/** Reads one block line by line: names of items, keys with their values, statements on the whole gate, other text. */
export function readItemLines(reader: GateReader, block: Block): void {
  const { text } = reader.register.document;
  if (reader.item === undefined && block.kind !== "fence" && !saysAnything(text, block)) return;
  for (const line of linesOf(text, block)) {
    if (readItemName(reader, line)) continue;
    const keyLine = readKeyLine(line.text);
    if (keyLine !== undefined && readKey(reader, line, keyLine)) continue;
    if (reader.item !== undefined) addText(reader.item, line);
  }
}

/** Outside of an item prose matters only where it has keys or bold lines. */
function saysAnything(text: string, block: Block): boolean {
  const written = text.slice(block.contentStart, block.range.end);
  return written.includes(":") || written.includes("**") || written.includes("__");
}

/** `Gate 0.1 — title` in a fence; elsewhere only as a bold line with proofs below, as prose may open like that. */
function readItemName(reader: GateReader, line: ContentLine): boolean {
  const dot = line.text.indexOf(".");
  if (dot < 0 || dot > FURTHEST_NUMBER || !/^\d/.test(line.text.charAt(dot + 1))) return false;
  const open = reader.item?.open;
  if (open !== undefined && open.indent >= 0 && line.indent > open.indent) return false;
  const bold = BOLD_LINE.exec(line.text)?.[2];
  if (!line.inFence && bold === undefined) return false;
  const { process } = reader.register.document.policy;
  const name = readGateName(bold ?? line.text, process);
  if (name?.item === undefined || name.item === reader.item?.source.id || !isGate(name, reader)) return false;
  const { gate, item: id, rest } = name;
  const title = readItemTitle(rest, process);
  const isCertain = line.inFence && reader.gate !== undefined;
  const { range, line: number } = line;
  turnToItem(reader, newItem({ id, gate, title, isCertain, isUnnamed: false, range, line: number }));
  return true;
}

function readKey(reader: GateReader, line: ContentLine, keyLine: KeyLine): boolean {
  const key = reader.keyOf(keyLine.key);
  if (readStatusLine(reader, line, key, keyLine)) return true;
  if (!endsValue(reader.item, key, line.indent)) return false;
  if (!key.isKnown) {
    if (reader.item !== undefined) reader.item.open = undefined;
    return true;
  }
  const isRepeated = reader.item?.source.isUnnamed === true && reader.item.keys.includes(key.folded);
  if (reader.item === undefined || isRepeated) openByKey(reader, key, line);
  if (reader.item !== undefined) addKey(reader.item, key, keyLine, line);
  return true;
}

/** `**Gate status: ✅ ALL G1 ITEMS PASS**`, `**Gate R overall status: 🔴 FAIL — …**`: the key ends with the word for status. */
function readStatusLine(
  reader: GateReader,
  line: ContentLine,
  key: ItemKey,
  { value, at }: KeyLine,
): boolean {
  if (reader.gate === undefined || line.inFence || line.isItem) return false;
  const { process } = reader.register.document.policy;
  const names = process.actionColumns.status;
  if (!names.some((name) => key.folded === name || key.folded.endsWith(` ${name}`))) return false;
  // under an item a bare `Status:` may be the item's own
  if (reader.item !== undefined && !key.folded.startsWith(GATE_WORD)) return false;
  const status = readGateStatement(value, process);
  if (status === undefined) return false;
  const start = line.start + at;
  addStatement(reader.gate, { status, source: "status-line", range: { start, end: start + value.length } });
  if (reader.item !== undefined) reader.item.open = undefined;
  return true;
}

/** A key without an item: the heading above names it, or it goes by its first key. */
function openByKey(reader: GateReader, key: ItemKey, line: ContentLine): void {
  const { heading } = reader;
  const isNamed = heading !== undefined && reader.item === undefined && key.proof !== undefined;
  const block = isNamed ? reader.register.document.parsed.blocks[heading.heading] : undefined;
  const { range, line: number } = block ?? line;
  const title = isNamed ? heading.title : "";
  const base = { id: "", gate: undefined, isCertain: false, isUnnamed: !isNamed };
  turnToItem(reader, newItem({ ...base, title, range, line: number }));
}
