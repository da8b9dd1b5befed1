/** The update that is written at a gate: what closed, who acts next, by when, and what holds things up. */
import { daysBetween } from "../base/date";
import { foldKey } from "../base/fold";
import type { OpenStep, PlacedAction } from "../process/critical-path";
import type { GateItem, StatedStep } from "../process/types";
import type { PlacedConcern, WorkItemStatus } from "../process/work-item-status";
import { count } from "./terminal-text";

/** Markdown to paste; `today` is an ISO date. */
export function renderNextSteps(statuses: readonly WorkItemStatus[], today: string): string {
  if (statuses.length === 0) return "Nothing is open: no work item is in flight.\n";
  return `${statuses.map((status) => renderStatus(status, today)).join("\n\n")}\n`;
}

function renderStatus(status: WorkItemStatus, today: string): string {
  const { workItem, title, next, parallel, waiting, overdue, criticalPath, closed, blockers, risks } = status;
  const parts = [
    `## ${[workItem, title].filter((each) => each !== undefined).join(" — ")}: next steps on ${today}`,
    list([
      ["State", status.state],
      ["Passed", status.passed && gateName(status.passed.gate)],
      ["Closed", joined(closed.map(describeClosed))],
      ["Next gate", describeNextGate(status)],
      ["Critical path", describePath(criticalPath, today)],
      [
        "Safe to start in parallel",
        criticalPath.length === 0
          ? undefined
          : joined(parallel.filter((step) => !isUnassigned(step)).map(nameOf)),
      ],
      ["Waiting", joined(waiting.map(describeWaiting))],
      ["Blockers", joined(blockers.map(describeConcern))],
      ["Open risks", joined(risks.map(describeConcern))],
      ["Overdue", joined(overdue.map((step) => describeOverdue(step, today)))],
      ["Not assigned yet", joined(next.filter(isUnassigned).map(nameOf))],
    ]),
    renderTable(
      next.filter((step) => !isUnassigned(step)),
      status.stated,
      today,
    ),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function list(lines: readonly (readonly [label: string, value: string | undefined])[]): string {
  return lines.flatMap(([label, value]) => (value ? [`- **${label}:** ${value}`] : [])).join("\n");
}

/** A box of a check list: its turn comes when somebody gives it an owner or a day. Rows of registers have ids. */
function isUnassigned({ action: { id, owners, due, dueText } }: OpenStep): boolean {
  return id === undefined && owners.length === 0 && due === undefined && dueText === "";
}

/** Who acts next, what they do, by when. */
function renderTable(next: readonly OpenStep[], stated: StatedStep | undefined, today: string): string {
  const untold = untoldStep(next, stated);
  const own = untold === undefined ? [] : [statedRow(untold, today)];
  if (next.length + own.length === 0) return "";
  const rows = next.map((step) => {
    const { owners, text } = step.action;
    const who = owners.length === 0 ? "nobody is named" : owners.join(" + ");
    return `| ${[who, [step.action.id, text].filter(Boolean).join(" "), dueOf(step, today)].map(cell).join(" | ")} |`;
  });
  return ["| Who acts next | What they do | By when |", "|---|---|---|", ...own, ...rows].join("\n");
}

/** What the status block says of who acts next, where the actions do not say it of each whom it names. */
export function untoldStep(
  next: readonly OpenStep[],
  stated: StatedStep | undefined,
): StatedStep | undefined {
  if (stated?.actor === undefined) return undefined;
  const told = new Set(next.flatMap(({ action }) => action.owners.map(foldKey)));
  const isTold = stated.actors.length > 0 && stated.actors.every((actor) => told.has(foldKey(actor)));
  return isTold ? undefined : stated;
}

function statedRow({ actor = "", action, due, dueText }: StatedStep, today: string): string {
  return `| ${[actor, action, dueWords(due, dueText, today)].map(cell).join(" | ")} |`;
}

function dueOf({ action: { due, dueText } }: OpenStep, today: string): string {
  return dueWords(due, dueText, today);
}

function dueWords(due: string | undefined, dueText: string, today: string): string {
  if (due === undefined) return dueText === "" ? "no deadline" : dueText;
  const late = daysBetween(due, today);
  return late > 0 ? `${due} (${count(late, "day")} overdue)` : due;
}

function describeNextGate({ nextGate, passed, stated, state }: WorkItemStatus): string | undefined {
  // a document may have no section yet for a gate that is far away
  if (nextGate === undefined) {
    const isThrough = passed !== undefined && state === undefined && stated === undefined;
    return stated?.nextGate ?? (isThrough ? "none is left" : undefined);
  }
  const { items } = nextGate.gate;
  const done = items.filter((item) => item.status === "passed").length;
  const progress = items.length === 0 ? "" : `, ${done} of ${count(items.length, "item")} passed`;
  const open = items.filter((item) => item.status !== "passed").map(describeItem);
  return `${gateName(nextGate.gate)}${progress}${open.length === 0 ? "" : `; ${open.join("; ")}`}`;
}

function describeItem({ id, title, missing }: GateItem): string {
  return `${[id, title].filter((each) => each !== "").join(" ")} lacks ${missing.join(", ")}`;
}

export function gateName({ gate, title }: { readonly gate: string; readonly title: string }): string {
  const name = gate === "" ? "the items under no gate" : `Gate ${gate}`;
  return title === "" ? name : `${name} (${title})`;
}

function describePath(path: readonly OpenStep[], today: string): string | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const names = path.map(nameOf).join(" → ");
  const due = last.action.due === undefined ? "" : `, due ${dueOf(last, today)}`;
  const slack = path.flatMap((step) => step.slack ?? []);
  // what is late itself has nothing to spare
  if (slack.length === 0 || (last.action.due ?? today) < today) return names + due;
  const least = Math.min(...slack);
  const room = least < 0 ? `${count(-least, "day")} too short` : `${count(least, "day")} of slack`;
  return `${names}${due}, ${room}`;
}

function describeClosed({ action }: PlacedAction): string {
  return action.evidence === "" ? nameOf({ action }) : `${nameOf({ action })} (${action.evidence})`;
}

function describeWaiting(step: OpenStep): string {
  const on = waitsOn(step);
  return on.length === 0 ? nameOf(step) : `${nameOf(step)} for ${on.join(", ")}`;
}

/** `B-01 Letter from the harbour (affects gate 2; QA Lead)` */
function describeConcern({ concern: { id, text, affects, owners } }: PlacedConcern): string {
  const notes = [affects === "" ? "" : `affects ${affects}`, owners.join(" + ")].filter(Boolean);
  const name = [id, text].filter(Boolean).join(" ");
  return notes.length === 0 ? name : `${name} (${notes.join("; ")})`;
}

/** The open actions that it waits for; without any what its row names, which may be a gate or another work item. */
export function waitsOn({ action, waitsFor }: OpenStep): readonly string[] {
  return waitsFor.length > 0 ? waitsFor.map(nameOf) : action.blockedOn;
}

function describeOverdue(step: OpenStep, today: string): string {
  const days = daysBetween(step.action.due ?? today, today);
  return `${nameOf(step)} by ${count(days, "day")}`;
}

/** Its id, or the beginning of what it says. */
export function nameOf({ action }: Pick<PlacedAction, "action">): string {
  if (action.id !== undefined) return action.id;
  const { text } = action;
  if (text.length <= LONGEST_NAME) return `“${text}”`;
  const words = text.slice(0, LONGEST_NAME + 1).replace(/\s+\S*$/, "");
  return `“${words.slice(0, LONGEST_NAME)} …”`;
}

const LONGEST_NAME = 40;

function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join("; ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

/** Keys may be added, never changed. */
export function renderNextStepsJson(statuses: readonly WorkItemStatus[]): string {
  return `${JSON.stringify({ version: 1, workItems: statuses.map(workItemJson) }, null, 2)}\n`;
}

export function workItemJson(status: WorkItemStatus) {
  return {
    workItem: status.workItem ?? null,
    title: status.title,
    state: status.state ?? null,
    stated: status.stated === undefined ? null : statedJson(status.stated),
    passedGate: status.passed === undefined ? null : gateJson(status.passed),
    nextGate: status.nextGate === undefined ? null : gateJson(status.nextGate),
    closed: status.closed.map(actionJson),
    next: status.next.map(stepJson),
    parallel: status.parallel.map(stepJson),
    waiting: status.waiting.map(stepJson),
    overdue: status.overdue.map(stepJson),
    criticalPath: status.criticalPath.map(stepJson),
    blockers: status.blockers.map(concernJson),
    risks: status.risks.map(concernJson),
  };
}

function statedJson({ actor, action, due, dueText, nextGate }: StatedStep) {
  return { actor: actor ?? null, action, due: due ?? null, dueText, nextGate: nextGate ?? null };
}

function gateJson({ path, gate }: NonNullable<WorkItemStatus["nextGate"]>) {
  const items = gate.items.map(({ id, title, status, missing }) => ({ id, title, status, missing }));
  return { gate: gate.gate, title: gate.title, status: gate.status, items, path, line: gate.line + 1 };
}

function actionJson({ path, action }: PlacedAction) {
  const { id = null, text, owners, due = null, dueText, status, evidence, line } = action;
  return { id, text, owners, due, dueText, status, evidence, path, line: line + 1 };
}

function concernJson({ path, concern }: PlacedConcern) {
  const { id = null, text, owners, affects, line } = concern;
  return { id, text, owners, affects, path, line: line + 1 };
}

function stepJson(step: OpenStep) {
  return {
    ...actionJson(step),
    waitsFor: step.waitsFor.map(({ action }) => action.id ?? null),
    slack: step.slack ?? null,
  };
}
