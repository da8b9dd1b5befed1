/** The edits of *Advance Gate*: everything in a document that says how far its work item is, in one step. */
import { applyEdits, type TextEdit, trimEdit } from "../base/edit";
import { sentence } from "../base/sentence";
import { type AnalysisInput, checkDocument } from "../engine/analyse";
import type { WorkItemLifecycle } from "../policy/types";
import { type DocumentProcess, processOf } from "../process/read-process";
import { isToPass } from "../process/stated-gates";
import type { GateRow } from "../process/types";
import { listWords, quoteValue } from "../rules/fields";
import { gateName, itemName } from "../rules/gates";
import { lifecycleOf } from "../rules/lifecycles";
import { govern } from "../workspace/govern";
import type { Now } from "../workspace/ports";
import type { GovernedDocument } from "../workspace/types";
import {
  dateEdits,
  type Step,
  stateEntry,
  statementEdits,
  stateRowEdits,
  statusBlockEdits,
} from "./advance-edits";
import { transitionEdit } from "./transition-row";
import { refuseDocument, refuseValue, type WriteBack } from "./write-back";

/** Pure. `declaredBy` is the role that the log names; where it is left out, the one of the row above. */
export function advanceGate(
  input: AnalysisInput,
  gate: string,
  declaredBy: string | undefined,
  now: Now,
): WriteBack {
  const document = govern(input.path, input.text, input.policy);
  const refusal =
    refuseDocument(document, input.history?.record !== undefined) ??
    (declaredBy === undefined
      ? undefined
      : refuseValue(declaredBy, input.policy.process.transitionColumns.declaredBy[0] ?? ""));
  if (refusal !== undefined) return { refusal };
  const process = processOf(document);
  const row = process.gates.find((each) => each.gate.gate.toLowerCase() === gate.toLowerCase());
  if (row === undefined)
    return { refusal: `This document has no gate ${gate} any more. Look at it, and try again.` };
  const lifecycle = lifecycleOf(process, input.policy);
  const obstacles = findObstacles(document, process, row, lifecycle);
  if (obstacles.length > 0) return { refusal: obstacles.join(" ") };
  const edits = allEdits(document, row, lifecycle, declaredBy, now).map((edit) => trimEdit(input.text, edit));
  const left = findLeft(input, edits, gate);
  if (left.length > 0)
    return {
      refusal: `${sentence(gateName(row.gate))} is not advanced, as this would be left: ${left.join(" ")}`,
    };
  return { edits };
}

/** Sentences on what stands in the way; what items lack is told item by item. */
function findObstacles(
  document: GovernedDocument,
  process: DocumentProcess,
  row: GateRow,
  lifecycle: WorkItemLifecycle | undefined,
): readonly string[] {
  const name = gateName(row.gate);
  if (process.closed) return ["This document is closed, and no gate of it is still to pass."];
  if (row.items.length === 0)
    return [
      `${sentence(name)} has no items, so nothing shows that it passes. Write down what it asks for first.`,
    ];
  const lacking = row.items.filter(({ item }) => item.status !== "passed");
  const missing = lacking.map(({ item }) => {
    const names = item.missing.map((proof) => `\`${document.policy.process.proofNames[proof]}\``);
    return `${itemName(item)} lacks ${listWords(names, "and")}`;
  });
  if (missing.length > 0) return [`${sentence(name)} does not pass yet: ${missing.join("; ")}.`];
  if (!row.gate.ready) return [`${sentence(name)} has passed already.`];
  return [...earlierGates(process, row, lifecycle), ...otherState(document, process, row, lifecycle)];
}

function earlierGates(
  { gates }: DocumentProcess,
  row: GateRow,
  lifecycle: WorkItemLifecycle | undefined,
): string[] {
  const names = lifecycle?.gates.map(({ name }) => name.toLowerCase()) ?? [];
  const at = names.indexOf(row.gate.gate.toLowerCase());
  const before = gates.filter(({ gate }) => {
    const index = names.indexOf(gate.gate.toLowerCase());
    return index >= 0 && index < at && isToPass(gate);
  });
  if (before.length === 0) return [];
  const list = listWords(
    before.map(({ gate }) => gateName(gate)),
    "and",
  );
  return [
    `${sentence(list)} ${before.length === 1 ? "comes" : "come"} first and ${before.length === 1 ? "has" : "have"} not passed.`,
  ];
}

/** The status block and the log must stand before the gate: what they say otherwise is for a person to clear up. */
function otherState(
  document: GovernedDocument,
  { transitions }: DocumentProcess,
  row: GateRow,
  lifecycle: WorkItemLifecycle | undefined,
): string[] {
  const step = lifecycle?.gates.find(({ name }) => name.toLowerCase() === row.gate.gate.toLowerCase());
  if (step === undefined) return [];
  const name = gateName(row.gate);
  const entry = stateEntry(document);
  const state = processOf(document).state;
  const leads = `${name} leads out of \`${step.from}\`. Correct the one that is wrong first.`;
  if (entry !== undefined && state !== step.from)
    return [`The status block says ${quoteValue(entry.firstLine)}, while ${leads}`];
  const [first, last] = [transitions[0], transitions.at(-1)];
  const newest = (first?.date ?? "") > (last?.date ?? "") ? first : last;
  if (newest === undefined || newest.to === step.from) return [];
  return [
    `The newest transition of the log enters ${quoteValue(newest.cells.to?.text ?? "")}, while ${leads}`,
  ];
}

function allEdits(
  document: GovernedDocument,
  row: GateRow,
  lifecycle: WorkItemLifecycle | undefined,
  declaredBy: string | undefined,
  now: Now,
): readonly TextEdit[] {
  const at =
    lifecycle?.gates.findIndex(({ name }) => name.toLowerCase() === row.gate.gate.toLowerCase()) ?? -1;
  const own = lifecycle?.gates[at];
  const next = lifecycle?.gates.find(({ from }) => from === own?.to);
  const step: Step = { row, from: own?.from, to: own?.to, next };
  const today = now.local.date;
  const logged =
    own && transitionEdit(document, { gate: own.name, from: own.from, to: own.to, declaredBy }, now);
  return [
    ...dateEdits(document, today),
    ...statementEdits(document, step, today),
    ...statusBlockEdits(document, step, today),
    ...stateRowEdits(document, step),
    ...(logged === undefined ? [] : [logged]),
  ];
}

const GROUPS = /^(?:gate|process|action)\//;

/** What the rules would find in the document then and do not find now, and what it would still say against the gate. */
function findLeft(input: AnalysisInput, edits: readonly TextEdit[], gate: string): readonly string[] {
  const messages = (text: string): string[] =>
    checkDocument({ ...input, text }).findings.flatMap(({ rule, message }) =>
      GROUPS.test(rule) ? [message] : [],
    );
  const text = applyEdits(input.text, edits);
  const known = messages(input.text);
  const found = messages(text).filter((message) => !known.includes(message));
  if (found.length > 0) return found;
  return isStillReady(govern(input.path, text, input.policy), gate)
    ? ["The document would still say that it is to pass."]
    : [];
}

function isStillReady(document: GovernedDocument, gate: string): boolean {
  return processOf(document).gates.some(
    (row) => row.gate.gate.toLowerCase() === gate.toLowerCase() && isToPass(row.gate),
  );
}
