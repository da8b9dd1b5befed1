/** What of the process is still pending in a document: gates, their items, and actions. */
import { isOpen } from "../process/critical-path";
import type { Action, Gate, GateItem, ProcessFacts } from "../process/types";
import { listWords, quoteValue } from "../rules/fields";

export interface PendingPart {
  /** A sentence. */
  readonly message: string;
  /** One-based. */
  readonly line: number;
  /** Zero-based line at which it ends at the latest; infinite where nothing of its sort follows. */
  readonly end: number;
}

/** In the order of the document. A gate that has not been reached is pending, an action that was dropped is not. */
export function pendingParts({ gates, actions }: ProcessFacts): readonly PendingPart[] {
  const starts = gates
    .flatMap((gate) => [gate.line, ...gate.items.map(({ line }) => line)])
    .sort((a, b) => a - b);
  const parts = gates.flatMap(partsOfGate).map((part) => ({
    ...part,
    end: starts.find((line) => line >= part.line) ?? Number.POSITIVE_INFINITY,
  }));
  return [...parts, ...actions.filter(isOpen).map(partOfAction)].sort((a, b) => a.line - b.line);
}

type PartOfGate = Omit<PendingPart, "end">;

function partsOfGate(gate: Gate): readonly PartOfGate[] {
  const items = gate.items.filter(({ status }) => status !== "passed").map(partOfItem);
  if (items.length > 0 || gate.status === "passed") return items;
  const name = gate.gate === "" ? "A gate" : `Gate ${gate.gate}`;
  const what =
    gate.status === "failed"
      ? "has failed"
      : gate.status === "not-started"
        ? "has not been reached"
        : "has not passed";
  return [{ line: gate.line + 1, message: `${name} ${what}.` }];
}

const PROOFS: Readonly<Record<GateItem["missing"][number], string>> = {
  evidence: "evidence",
  confirmation: "the owner's confirmation",
  validation: "validation",
};

function partOfItem({ id, title, status, missing, line }: GateItem): PartOfGate {
  const name = id === "" ? `The gate item ${quoteValue(title)}` : `Gate item ${id}`;
  const lacks =
    missing.length === 0
      ? ""
      : `: it lacks ${listWords(
          missing.map((proof) => PROOFS[proof]),
          "and",
        )}`;
  return { line: line + 1, message: `${name} ${status === "failed" ? "has failed" : "is pending"}${lacks}.` };
}

function partOfAction({ id, text, status, line }: Action): PendingPart {
  const name = id === undefined ? `The action ${quoteValue(text)}` : `Action ${id} (${quoteValue(text)})`;
  const words = status === "not-started" ? "not started" : status.replace("-", " ");
  return { line: line + 1, end: line + 1, message: `${name} is ${words}. Complete or drop it.` };
}
