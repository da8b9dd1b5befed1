/** `docket actions`, `docket gates` and `docket status`: what is still to be done, which gates have not passed, who acts next. */

import { foldKey } from "../../base/fold";
import { workItemStatuses } from "../../features/next-steps";
import { type DocumentFacts, openActions } from "../../features/open-actions";
import { pendingGates } from "../../features/pending-gates";
import { systemClock } from "../../host/clock";
import type { WorkItemStatus } from "../../process/work-item-status";
import { renderActionsJson, renderGatesJson } from "../../report/json";
import { renderNextSteps, renderNextStepsJson } from "../../report/next-steps";
import { renderPrettyActions, renderPrettyGates } from "../../report/pretty-process";
import { type OpenedRoot, openRoot } from "../open-root";
import { policyVerdict } from "../policy-findings";
import { readFacts } from "../read-facts";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import type { FormatOption } from "./check";

/** For people the open ones, for programs all rows. */
export function actions(paths: readonly string[], { format }: FormatOption, terminal: Terminal): number {
  const root = openRoot(paths, terminal.folder);
  const facts = readProcess(root, terminal);
  if (format === "json") terminal.out(renderActionsJson(all(facts, root)));
  else {
    const open = openActions(facts).map((group) => ({ ...group, path: root.shown(group.path) }));
    const total = facts.reduce((sum, { process }) => sum + process.actions.length, 0);
    const shown = open.reduce((sum, group) => sum + group.actions.length, 0);
    terminal.out(renderPrettyActions(open, total - shown, terminal.colours));
  }
  return policyVerdict(root, terminal);
}

/** For people those that have not passed, for programs all. */
export function gates(paths: readonly string[], { format }: FormatOption, terminal: Terminal): number {
  const root = openRoot(paths, terminal.folder);
  const facts = readProcess(root, terminal);
  if (format === "json") terminal.out(renderGatesJson(all(facts, root)));
  else
    terminal.out(
      renderPrettyGates(
        pendingGates(facts).map((group) => ({ ...group, path: root.shown(group.path) })),
        terminal.colours,
      ),
    );
  return policyVerdict(root, terminal);
}

export interface StatusOptions {
  readonly format: "markdown" | "json";
}

/** The update that is written at a gate, for one work item or for all in flight. */
export function status(workItem: string | undefined, { format }: StatusOptions, terminal: Terminal): number {
  const root = openRoot([], terminal.folder);
  const today = systemClock.today();
  const facts = readProcess(root, terminal).map(({ entry, process }) => ({
    entry: { ...entry, path: root.shown(entry.path) },
    process,
  }));
  const all = workItemStatuses(facts, today);
  const asked = workItem === undefined ? all : namedBy(workItem, all);
  if (workItem !== undefined && asked.length === 0) throw unknownWorkItem(workItem, all);
  terminal.out(format === "json" ? renderNextStepsJson(asked) : renderNextSteps(asked, today));
  return policyVerdict(root, terminal);
}

/** By the id, or by the title that `actions` and `gates` show. */
function namedBy(given: string, all: readonly WorkItemStatus[]): readonly WorkItemStatus[] {
  const isSame = (one: string | undefined) => one !== undefined && foldKey(one) === foldKey(given);
  const byId = all.filter(({ workItem }) => isSame(workItem));
  return byId.length > 0 ? byId : all.filter(({ title }) => isSame(title));
}

function unknownWorkItem(given: string, all: readonly WorkItemStatus[]): UsageError {
  const ids = all.flatMap((each) => each.workItem ?? []);
  const known =
    ids.length === 0
      ? "No work item is in flight."
      : `In flight are ${ids.map((id) => `\`${id}\``).join(", ")}.`;
  return new UsageError(
    `No work item \`${given}\` is in flight: it is closed, or no document names it. ${known}`,
  );
}

/** Of the documents that have any. */
function readProcess(root: OpenedRoot, terminal: Terminal): readonly DocumentFacts[] {
  return readFacts(root, terminal).filter(
    ({ process: { actions, gates, state, stated, workItemClosed } }) =>
      actions.length + gates.length > 0 || (state ?? stated) !== undefined || workItemClosed,
  );
}

function all(facts: readonly DocumentFacts[], root: OpenedRoot) {
  return facts.map(({ entry, process }) => ({ path: root.shown(entry.path), ...process }));
}
