/** The gates of a document while they are collected, and what they amount to. */
import { copyText } from "../base/copy-text";
import type { Range } from "../base/range";
import type { GovernedDocument } from "../workspace/types";
import { closeItem, type ItemDraft, isItem } from "./gate-item";
import { findPolicyGate } from "./gate-name";
import type { ProofReader } from "./proofs";
import type { GateItemRow, GateRow, GateStatement, GateStatus } from "./types";

export interface GateDraft {
  readonly gate: string;
  title: string;
  /** What the document says of the gate as a whole: its heading, a status line, a table's row, in this order. */
  statement: GateStatus | undefined;
  readonly range: Range;
  readonly line: number;
  readonly items: GateItemRow[];
  readonly statements: GateStatement[];
}

export interface GateRegister {
  readonly document: GovernedDocument;
  /** By the gate's name in lower case; in the order of the document. */
  readonly gates: Map<string, GateDraft>;
  readonly readProofs: ProofReader;
}

type GateSource = Pick<GateDraft, "gate" | "title" | "range" | "line">;

/** The gate of this name; a second heading of the same name adds to the first. */
export function openGate(register: GateRegister, source: GateSource): GateDraft {
  const key = source.gate.toLowerCase();
  const known = register.gates.get(key);
  if (known === undefined) {
    const { gate, title, range, line } = source;
    const draft: GateDraft = { gate, title, statement: undefined, range, line, items: [], statements: [] };
    register.gates.set(key, draft);
    return draft;
  }
  if (known.title === "") known.title = source.title;
  return known;
}

/** The first statement counts; the others are kept beside it. */
export function addStatement(gate: GateDraft, statement: GateStatement): void {
  gate.statement ??= statement.status;
  gate.statements.push(statement);
}

/** Puts a finished item under its gate, which it implies where the document does not name it. */
export function addItem(register: GateRegister, item: ItemDraft, under: GateDraft | undefined): void {
  const { gate: named, range, line } = item.source;
  if (!isItem(item, under !== undefined || named !== undefined)) return;
  const implied = { gate: named ?? "", title: "", range, line };
  const gate = named === undefined && under !== undefined ? under : openGate(register, implied);
  gate.items.push(closeItem(item, register.readProofs));
}

/** The gates with their places. Items decide their gate's status; without items the document's own statement does. */
export function toGates(register: GateRegister, workItem: string | undefined): GateRow[] {
  const { process } = register.document.policy;
  return [...register.gates.values()].map((draft) => {
    const lifecycle = findPolicyGate(draft.gate, process);
    const title =
      draft.title === "" && lifecycle !== undefined ? `${lifecycle.from} → ${lifecycle.to}` : draft.title;
    const gate = {
      workItem,
      gate: copyText(draft.gate),
      title: copyText(title),
      status: statusOf(draft),
      ready: false,
      items: draft.items.map(({ item }) => item),
      range: draft.range,
      line: draft.line,
    };
    return { gate, items: draft.items, statements: draft.statements };
  });
}

function statusOf({ items: rows, statement }: GateDraft): GateStatus {
  const items = rows.map(({ item }) => item);
  if (items.length === 0) return statement ?? "not-started";
  if (items.some((item) => item.status === "failed")) return "failed";
  if (items.every((item) => item.status === "passed")) return "passed";
  const isUntouched = items.every((item) => item.missing.length === 3);
  return isUntouched && (statement ?? "not-started") === "not-started" ? "not-started" : "pending";
}
