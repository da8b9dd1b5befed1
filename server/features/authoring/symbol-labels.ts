/** How gates, actions, decisions and deviations are called in lists of symbols. */
import { sentence } from "../../base/sentence";
import type { Action, Entry, Gate, GateItem } from "../../process/types";
import { GATE_WORD } from "../../process/vocabulary";

export type ProcessSymbolKind = "gate" | "gate-item" | "action" | "decision" | "deviation";

/** `Gate 2 — SPEC_DELIVERY → QA_REVIEW`, `G1 — Triage`. */
export function gateName({ gate, title }: Pick<Gate, "gate" | "title">): string {
  const name = /^[A-Z]+\d/i.test(gate) ? gate : `${sentence(GATE_WORD)} ${gate}`;
  return title === "" ? name : `${name} — ${title}`;
}

/** `2.1 — Specs complete`, or the title alone. */
export function itemName({ id, title }: GateItem): string {
  return join(id, title, " — ");
}

/** `A-S02 Add the fields`. */
export function actionName({ id, text }: Action): string {
  return join(id ?? "", text, " ");
}

/** `Decision 1 — Where tides lie`. */
export function entryName({ id, text }: Entry): string {
  return join(id ?? "", text, " — ");
}

/** `not-started` in words. */
export function stateInWords(status: string): string {
  return status.replaceAll("-", " ");
}

function join(id: string, text: string, between: string): string {
  return id === "" || text === "" ? id || text : `${id}${between}${text}`;
}
