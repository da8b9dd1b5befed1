/** Headings that open a gate or name a gate item. */
import type { Range } from "../base/range";
import type { Block } from "../document/block";
import type { Section } from "../document/types";
import { newItem } from "./gate-item";
import { findPolicyGate, type GateName, readGateName } from "./gate-name";
import { type GateReader, turnToItem } from "./gate-reader";
import { addStatement, openGate } from "./gate-register";
import { readGateHeading, readItemTitle } from "./gate-status";
import { readKeyLine } from "./key-line";

const OPENING_MARKS = /^[^\p{L}\p{N}]+/u;
/** `4.` or `2.1` in front of words, which a gate's own number never stands in front of. */
const NUMBERING = /^\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u;

/** Takes a heading into account: it ends the item before it and may open a gate, an item, or leave the gate. */
export function readGateSection(reader: GateReader, section: Section): void {
  turnToItem(reader, undefined);
  reader.heading = undefined;
  const { document } = reader.register;
  const { process } = document.policy;
  const title = bareTitle(section.title);
  const name = readGateName(title, process);
  if (name === undefined || !isGate(name, reader)) {
    // a subheading stays within its gate
    if (reader.gate !== undefined && section.level <= reader.gateLevel) reader.gate = undefined;
    readOtherHeading(reader, section, title);
    return;
  }
  const { range, line } = placeOf(reader, section);
  if (name.item === undefined) {
    const { title, status, statement } = readGateHeading(name.rest, process);
    reader.gate = openGate(reader.register, { gate: name.gate, title, range, line });
    if (status !== undefined)
      addStatement(reader.gate, {
        status,
        source: "heading",
        range: findWords(section, statement, document.text),
      });
    reader.gateLevel = section.level;
  } else {
    const title = readItemTitle(name.rest, process);
    const named = { id: name.item, gate: name.gate, title, isCertain: true, isUnnamed: false };
    reader.item = newItem({ ...named, range, line });
  }
}

/** Where the words stand in the heading; all of it where white space keeps them from being found. */
function findWords({ titleRange }: Section, words: string, text: string): Range {
  const at = text.slice(titleRange.start, titleRange.end).lastIndexOf(words);
  return at < 0 ? titleRange : { start: titleRange.start + at, end: titleRange.start + at + words.length };
}

/** Without numbering and the symbols before and behind it. */
function bareTitle(written: string): string {
  if (/^[A-Za-z]/.test(written)) return written;
  const title = (/^\d/.test(written) ? written : written.replace(OPENING_MARKS, "")).replace(NUMBERING, "");
  return /^[A-Za-z0-9]/.test(title) ? title : title.replace(OPENING_MARKS, "");
}

/** `### Gate Item: title` under a gate is an item; any other heading is one when proofs follow. */
function readOtherHeading(reader: GateReader, section: Section, title: string): void {
  reader.heading = section;
  if (!title.includes(":")) return;
  const keyLine = readKeyLine(title);
  const key = keyLine && reader.keyOf(keyLine.key);
  if (keyLine === undefined || keyLine.value === "" || key?.isKnown !== true || key.proof !== undefined)
    return;
  const { range, line } = placeOf(reader, section);
  const named = { id: "", gate: undefined, title: keyLine.value, isUnnamed: false };
  reader.item = newItem({ ...named, isCertain: reader.gate !== undefined, range, line });
}

function placeOf(reader: GateReader, section: Section): Pick<Block, "range" | "line"> {
  const { range, line } = reader.register.document.parsed.blocks[section.heading] as Block;
  return { range, line };
}

/**
 * Without the word for a gate, `1.2 — Scope` is a gate's matter only under gate 1, and `G4 — Fix validated` where the
 * policy has a gate of this name.
 */
export function isGate(name: GateName, reader: GateReader): boolean {
  if (name.isNamed) return true;
  if (name.item !== undefined && name.gate === reader.gate?.gate) return true;
  const { process } = reader.register.document.policy;
  return /^[A-Z]+\d/.test(name.gate) && findPolicyGate(name.gate, process) !== undefined;
}
