/** Headings that open a gate or name a gate item. */
import type { Block } from "../document/block";
import type { Section } from "../document/types";
import { newItem, readItemKey } from "./gate-item";
import { findPolicyGate, type GateName, readGateName } from "./gate-name";
import { type GateReader, turnToItem } from "./gate-reader";
import { openGate } from "./gate-register";
import { readGateHeading } from "./gate-status";

const OPENING_MARKS = /^[^\p{L}\p{N}]+/u;
const NUMBERING = /^\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u;

/** Takes a heading into account: it ends the item before it and may open a gate, an item, or leave the gate. */
export function readGateSection(reader: GateReader, section: Section): void {
  turnToItem(reader, undefined);
  reader.heading = undefined;
  const { document } = reader.register;
  const { process } = document.policy;
  const title = section.title.replace(OPENING_MARKS, "").replace(NUMBERING, "").replace(OPENING_MARKS, "");
  const name = readGateName(title, process);
  const block = document.parsed.blocks[section.heading] as Block;
  const place = { range: block.range, line: block.line };
  if (name !== undefined && name.item === undefined && isGate(name, reader)) {
    const { title: rest, status } = readGateHeading(name.rest, process);
    reader.gate = openGate(reader.register, { gate: name.gate, title: rest, statement: status, ...place });
    reader.gateLevel = section.level;
  } else if (name?.item !== undefined && isGate(name, reader)) {
    const { title: rest } = readGateHeading(name.rest, process);
    const item = { id: name.item, gate: name.gate, title: rest, isCertain: true, isUnnamed: false, ...place };
    reader.item = newItem(item);
  } else {
    if (reader.gate !== undefined && section.level <= reader.gateLevel) reader.gate = undefined;
    readOtherHeading(reader, section, title, place);
  }
}

/** `### Gate Item: title` under a gate is an item; any other heading is one when proofs follow. */
function readOtherHeading(
  reader: GateReader,
  section: Section,
  title: string,
  place: Pick<Block, "range" | "line">,
): void {
  const { process } = reader.register.document.policy;
  const line = { ...place, indent: 0, text: title, isItem: false, inFence: false };
  const key = readItemKey(line, process);
  const isKeyed = key?.isKnown === true && key.proof === undefined && key.value !== "";
  reader.heading = section;
  if (!isKeyed) return;
  const isCertain = reader.gate !== undefined;
  reader.item = newItem({ id: "", gate: undefined, title: key.value, isCertain, isUnnamed: false, ...place });
}

/** Without the word for a gate, `1.2 — Scope` is a gate's matter only under gate 1, and `G4 — …` where the policy has a G4. */
export function isGate(name: GateName, reader: GateReader): boolean {
  if (name.isNamed) return true;
  if (name.item !== undefined && name.gate === reader.gate?.gate) return true;
  return (
    /^[A-Z]+\d/.test(name.gate) &&
    findPolicyGate(name.gate, reader.register.document.policy.process) !== undefined
  );
}
