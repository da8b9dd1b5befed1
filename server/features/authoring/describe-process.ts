/** What words of the delivery process say: a work item's state, an action's status and deadline, a gate item's proofs. */
import { daysBetween } from "../../base/date";
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { ActionStatus, Policy, WorkItemLifecycle } from "../../policy/types";
import { readActionStatus } from "../../process/action-status";
import { findLifecycle } from "../../process/lifecycle";
import { PROOFS } from "../../process/proofs";
import { processOf } from "../../process/read-process";
import type { ActionRow, GateItemRow, Proof, ProofVerdict } from "../../process/types";
import { GATE_WORD } from "../../process/vocabulary";
import { matchState } from "../../process/work-item-state";
import { actionsOf } from "../../rules/action-rows";
import { isFinished } from "../../rules/blockers";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringContext } from "./context";
import { findActions } from "./find-actions";
import { code, count, listCode, plain } from "./markdown";
import { holds, lineAt } from "./target";

/** The policy's first word for the status. */
export function statusName(status: ActionStatus, { process }: Policy): string {
  return process.actionStatuses[status][0] ?? status;
}

/** What a status or deadline cell amounts to; undefined for other columns and for what cannot be read. */
export function describeCell(
  row: ActionRow,
  column: string,
  context: AuthoringContext,
): readonly string[] | undefined {
  if (column === "status") return describeStatus(row, context);
  const isOpen = column === "due" && !processOf(context.document).closed;
  return isOpen ? describeDue(row, context.today) : undefined;
}

function describeStatus(
  { action, cells }: ActionRow,
  context: AuthoringContext,
): readonly string[] | undefined {
  const { policy } = context.document;
  if (readActionStatus(cells.status?.text ?? "", policy.process.actionStatuses) === undefined)
    return undefined;
  const name = `**${sentence(plain(statusName(action.status, policy)))}**`;
  // nothing in a closed work item is open
  if (processOf(context.document).closed) return [name];
  const head = `${name} · ${MEANING[action.status]}`;
  if (isOver(action.status)) return [head];
  const known = actionsOf(context.document);
  const waits = action.blockedOn.flatMap((id) => {
    const [found] = findActions(id, context);
    if (isFinished(id, known) || (found !== undefined && isOver(found.action.status))) return [];
    return found === undefined ? code(id) : `${code(id)} (${plain(statusName(found.action.status, policy))})`;
  });
  return waits.length === 0 ? [head] : [head, `Waits for ${waits.join(", ")}.`];
}

const MEANING: Readonly<Record<ActionStatus, string>> = {
  "not-started": "open",
  "in-progress": "open, and somebody is at it",
  blocked: "open, and waits",
  done: "nothing is left to do",
  dropped: "nobody has to do it any more",
};

function isOver(status: ActionStatus): boolean {
  return status === "done" || status === "dropped";
}

function describeDue({ action: { due, status } }: ActionRow, today: string): readonly string[] | undefined {
  if (due === undefined || isOver(status)) return undefined;
  const head = `**${plain(due)}**`;
  const days = daysBetween(today, due);
  if (days < 0) return [`${head} · ${count(-days, "day")} overdue`];
  return [`${head} · ${days === 0 ? "today" : `in ${count(days, "day")}`}`];
}

interface Described {
  readonly range: Range;
  readonly lines: readonly string[];
}

/** A state of the work item or a proof of a gate item at the place; undefined where neither stands. */
export function describeProcessAt({ document, offset }: AuthoringContext): Described | undefined {
  return stateAt(document, offset) ?? proofAt(document, offset);
}

/** In the status block and in the log of transitions. */
function stateAt(document: GovernedDocument, offset: number): Described | undefined {
  const { status, transitions } = processOf(document);
  const { process } = document.policy;
  const range = [
    ...status.map((entry) => entry.range),
    ...transitions.flatMap(({ cells: { from, to } }) =>
      [from, to].flatMap((cell) => (cell ? [cell.range] : [])),
    ),
  ].find((each) => holds(each, offset));
  const name = range && matchState(document.text.slice(range.start, range.end), process)?.name;
  if (range === undefined || name === undefined) return undefined;
  const lifecycle = lifecycleOf(document, name);
  return lifecycle && { range, lines: describeState(name, lifecycle) };
}

/** Where several have a state of this name, the one that the document's gates and other states tell. */
function lifecycleOf(document: GovernedDocument, state: string): WorkItemLifecycle | undefined {
  const { gates, transitions } = processOf(document);
  const { lifecycles } = document.policy.process;
  const having = lifecycles.filter(({ states }) => states.some(({ name }) => name === state));
  const [only, ...others] = having;
  if (others.length === 0) return only;
  const names = gates.map(({ gate }) => gate.gate);
  const states = transitions.flatMap(({ from, to }) => [from, to]).filter((each) => each !== state);
  return findLifecycle(names, states, { lifecycles: having });
}

function describeState(state: string, { name, states, gates }: WorkItemLifecycle): readonly string[] {
  const index = states.findIndex((each) => each.name === state);
  const into = gates.filter(({ to }) => to === state);
  const out = gates.filter(({ from }) => from === state);
  return [
    `**${plain(state)}** · state ${index + 1} of ${states.length} of a ${plain(name)}`,
    into.map((gate) => `Reached through ${gateName(gate.name)} from ${code(gate.from)}.`).join(" "),
    out.length === 0
      ? "Nothing follows: it is final."
      : out.map((gate) => `Next: ${code(gate.to)}, through ${gateName(gate.name)}.`).join(" "),
  ];
}

function gateName(name: string): string {
  return `${sentence(GATE_WORD)} ${plain(name)}`;
}

/** On the key of a proof and on its value; what evidence says at length is prose. */
function proofAt(document: GovernedDocument, offset: number): Described | undefined {
  const { gates } = processOf(document);
  for (const { items } of gates) {
    for (const row of items) {
      for (const proof of PROOFS) {
        const written = row.proofs[proof];
        const range = written && placeOf(proof, written.range, document);
        if (written !== undefined && range !== undefined && holds(range, offset))
          return { range, lines: describeProof(proof, written.verdict, row, document.policy) };
      }
    }
  }
  return undefined;
}

/** With what stands in front of the value on its line; in a table that is another cell. */
function placeOf(proof: Proof, { start, end }: Range, { text }: GovernedDocument): Range {
  let line = lineAt(text, start).start;
  // a value may begin on the line below its key
  if (line > 0 && text.slice(line, start).trim() === "") line = lineAt(text, line - 1).start;
  const before = lineAt(text, line).text.slice(0, start - line);
  if (before.includes("|")) return { start, end };
  // behind the mark of a list item
  const key = before.search(/[\p{L}*_]|$/u);
  return { start: line + key, end: proof === "evidence" ? line + before.trimEnd().length : end };
}

function describeProof(
  proof: Proof,
  verdict: ProofVerdict,
  { item }: GateItemRow,
  { process: { proofNames } }: Policy,
): readonly string[] {
  const name = plain(item.id === "" ? item.title : item.id);
  const others = item.missing.filter((each) => each !== proof).map((each) => proofNames[each]);
  return [
    `**${plain(proofNames[proof])}** · ${VERDICTS[verdict]}`,
    DEMANDS[proof],
    others.length === 0
      ? item.status === "passed"
        ? `${name} has all it needs.`
        : ""
      : `${name} also lacks ${listCode(others)}.`,
  ];
}

const VERDICTS: Readonly<Record<ProofVerdict, string>> = {
  given: "given",
  missing: "still to come",
  negative: "refused",
};

const DEMANDS: Readonly<Record<Proof, string>> = {
  evidence:
    "Something written that can be looked up: a commit, a document with its version, a test's result.",
  confirmation: "The owner says whether it is so: yes or no, the role, the date.",
  validation: "Whoever runs the process says whether the evidence holds: pass or fail, the role, the date.",
};
