/** Reads the process of a document under the profile `delivery`, for the tests of this folder. */
import { parsePolicy } from "../../../server/policy/parse-policy";
import type { Policy } from "../../../server/policy/types";
import { readProcess } from "../../../server/process/read-process";
import type { Action, Gate, ProcessFacts } from "../../../server/process/types";
import { govern } from "../../../server/workspace/govern";

export const PHASE_GATE = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";

export const HEADER = `# Phase Gate Document — 7.1 Tide Tables

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 7.1 — Tide tables
**Version:** v0.1
**Date Filed:** —
`;

/** The profile, with what `more` adds or changes. */
export function policyOf(more = ""): Policy {
  const text = `version: 1\nextends: delivery\n${more}`;
  const { policy } = parsePolicy({
    path: "docket.yaml",
    text,
    folder: "",
    readFile: () => undefined,
    ruleIds: [],
  });
  if (policy === undefined) throw new Error("the profile does not load");
  return policy;
}

const delivery = policyOf();

export function factsOf(text: string, path = PHASE_GATE, policy = delivery): ProcessFacts {
  return readProcess(govern(path, text, policy));
}

/** The facts of a phase gate document with this body. */
export function bodyFacts(body: string, policy = delivery): ProcessFacts {
  return factsOf(`${HEADER}\n---\n\n${body}\n`, PHASE_GATE, policy);
}

export function actionsOf(body: string): readonly Action[] {
  return bodyFacts(body).actions;
}

export function gatesOf(body: string): readonly Gate[] {
  return bodyFacts(body).gates;
}

/** The only action of a register with these columns and cells. */
export function actionOf(row: Readonly<Record<string, string>>): Action {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const names = Object.keys(row);
  const [action] = actionsOf(
    [line(names), line(names.map(() => "---")), line(Object.values(row))].join("\n"),
  );
  if (action === undefined) throw new Error("no action read");
  return action;
}

/** `R.1 passed`, `G1.2 pending: evidence, validation`. */
export function itemsOf(gates: readonly Gate[]): string[] {
  return gates.flatMap((gate) =>
    gate.items.map(({ id, title, status, missing }) => {
      return `${id || title} ${status}${missing.length === 0 ? "" : `: ${missing.join(", ")}`}`;
    }),
  );
}
