/** Gate items from the lines of fences, lists and paragraphs. */
import { foldKey } from "../base/fold";
import type { Block } from "../document/block";
import { isGate } from "./gate-heading";
import { addKey, addText, endsValue, type ItemKey, newItem, readItemKey } from "./gate-item";
import { readGateName } from "./gate-name";
import { type GateReader, turnToItem } from "./gate-reader";
import { readGateStatement, readItemTitle } from "./gate-status";
import { readKeyLine } from "./key-line";
import { type ContentLine, linesOf } from "./section-lines";
import { GATE_WORD } from "./vocabulary";

/** Tells most lines apart at once: a gate's name and an item's number stand first. */
const ITEM_NAME = /^(?:\*\*|__)?(?:\p{L}+ +)?[A-Za-z]{0,2}\d{0,3}\.\d/u;
const BOLD_LINE = /^(\*\*|__)(.*?)\1\s*$/;

/** Reads one block line by line: names of items, keys with their values, statements on the whole gate, other text. */
export function readItemLines(reader: GateReader, block: Block): void {
  const { text } = reader.register.document;
  for (const line of linesOf(text, block)) {
    if (readItemName(reader, line) || readStatusLine(reader, line) || readKey(reader, line)) continue;
    if (reader.item !== undefined) addText(reader.item, line);
  }
}

/** `Gate 0.1 — title` in a fence; elsewhere only as a bold line with proofs below, as prose may open like that. */
function readItemName(reader: GateReader, line: ContentLine): boolean {
  if (!ITEM_NAME.test(line.text)) return false;
  const { process } = reader.register.document.policy;
  const open = reader.item?.open;
  if (open !== undefined && line.indent > open.indent && open.indent >= 0) return false;
  const bold = BOLD_LINE.exec(line.text)?.[2];
  if (!line.inFence && bold === undefined) return false;
  const name = readGateName(bold ?? line.text, process);
  if (name?.item === undefined || name.item === reader.item?.id || !isGate(name, reader)) return false;
  const title = readItemTitle(name.rest, process);
  const isCertain = line.inFence && reader.gate !== undefined;
  const place = { range: line.range, line: line.line };
  turnToItem(
    reader,
    newItem({ id: name.item, gate: name.gate, title, isCertain, isUnnamed: false, ...place }),
  );
  return true;
}

/** `**Gate status: ✅ ALL G1 ITEMS PASS**`, `**Gate R overall status: 🔴 FAIL — …**`: the key ends with the word for status. */
function readStatusLine(reader: GateReader, line: ContentLine): boolean {
  if (reader.gate === undefined || line.inFence || line.isItem) return false;
  const { process } = reader.register.document.policy;
  const key = readKeyLine(line.text);
  if (key === undefined) return false;
  const folded = foldKey(key.key);
  if (!process.actionColumns.status.some((word) => folded === word || folded.endsWith(` ${word}`)))
    return false;
  if (reader.item !== undefined && !folded.startsWith(GATE_WORD)) return false;
  const status = readGateStatement(key.value, process);
  if (status === undefined) return false;
  reader.gate.statement ??= status;
  if (reader.item !== undefined) reader.item.open = undefined;
  return true;
}

function readKey(reader: GateReader, line: ContentLine): boolean {
  const key = readItemKey(line, reader.register.document.policy.process);
  if (key === undefined || !endsValue(reader.item, key, line.indent)) return false;
  if (!key.isKnown) {
    if (reader.item !== undefined) reader.item.open = undefined;
    return true;
  }
  const isRepeated = reader.item?.isUnnamed === true && reader.item.keys.has(key.folded);
  if (reader.item === undefined || isRepeated) openByKey(reader, key, line);
  if (reader.item !== undefined) addKey(reader.item, key, line);
  return true;
}

/** A key without an item: the heading above names it, or it goes without a name. */
function openByKey(reader: GateReader, key: ItemKey, line: ContentLine): void {
  const { heading } = reader;
  const base = { id: "", gate: undefined, isCertain: false };
  if (heading === undefined || reader.item !== undefined) {
    const place = { range: line.range, line: line.line };
    turnToItem(reader, newItem({ ...base, title: "", isUnnamed: true, ...place }));
    return;
  }
  // a heading over several items names none of them
  const block = reader.register.document.parsed.blocks[heading.heading] as Block;
  const isUnnamed = key.proof === undefined;
  const place = isUnnamed ? { range: line.range, line: line.line } : { range: block.range, line: block.line };
  turnToItem(reader, newItem({ ...base, title: isUnnamed ? "" : heading.title, isUnnamed, ...place }));
}
