/** Where the reader of gates stands in a document. */

import { remember } from "../base/remember";
import type { Section } from "../document/types";
import type { GovernedDocument } from "../workspace/types";
import { type ItemDraft, type ItemKey, readItemKey } from "./gate-item";
import { addItem, type GateDraft, type GateRegister } from "./gate-register";
import { proofReader } from "./proofs";

export interface GateReader {
  readonly register: GateRegister;
  /** The gate whose section this is. */
  gate: GateDraft | undefined;
  /** The level of its heading. */
  gateLevel: number;
  item: ItemDraft | undefined;
  /** What a key means, each looked up once. */
  readonly keyOf: (written: string) => ItemKey;
  /** The last heading that names neither gate nor item: it is an item's name when proofs stand below it. */
  heading: Section | undefined;
}

export function newReader(document: GovernedDocument): GateReader {
  const { process } = document.policy;
  return {
    keyOf: remember((written) => readItemKey(written, process)),
    register: { document, gates: new Map(), readProofs: proofReader(document.policy) },
    gate: undefined,
    gateLevel: 0,
    item: undefined,
    heading: undefined,
  };
}

/** Puts the item that was being read where it belongs, and the next one in its place. */
export function turnToItem(reader: GateReader, next: ItemDraft | undefined): void {
  if (reader.item !== undefined) addItem(reader.register, reader.item, reader.gate);
  reader.item = next;
}
