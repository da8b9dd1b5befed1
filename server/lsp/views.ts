/** What the client shows of one document or work item: next steps, lenses, the status bar. */
import { coverageOf } from "../deliverables/coverage";
import { headerLens } from "../features/authoring/header-lens";
import { deliverableLens } from "../features/deliverable-lens";
import { documentState } from "../features/document-status";
import { workItemStatuses } from "../features/next-steps";
import { processLenses } from "../features/process-lenses";
import type { Severity } from "../policy/types";
import { processOf } from "../process/read-process";
import type { WorkItemStatus } from "../process/work-item-status";
import type { DocumentStatus, NextSteps, ProcessLine } from "../protocol/messages";
import { renderNextSteps } from "../report/next-steps";
import { govern } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { workspaceOf } from "./authoring/ask";
import { keyOfTask } from "./deliverable-views";
import type { WorkspaceSession } from "./workspace-session";

const SEVERITIES: readonly (Severity | undefined)[] = [undefined, "error", "warning", "information"];

/** Of the document's work item; of all in flight where no path is given. */
export function nextSteps(
  session: WorkspaceSession,
  today: string,
  path: string | undefined,
): readonly NextSteps[] {
  const statuses =
    path === undefined
      ? workItemStatuses(session.documents.values(), today)
      : statusesOf(session, session.documents.get(path)?.process.workItem, today);
  return statuses.map((status) => ({
    workItem: status.workItem ?? null,
    title: status.title,
    text: renderNextSteps([status], today),
  }));
}

/** Of a document as it stands in the editor. */
export function processLines(session: WorkspaceSession, path: string, today: string): readonly ProcessLine[] {
  const text = session.textAt(path);
  const input = text === undefined ? undefined : session.analysisInput(path, text);
  if (input === undefined) return [];
  const document = govern(path, input.text, input.policy);
  const process = processOf(document);
  const [own] = statusesOf(session, process.workItem, today);
  const criticalPath = (own?.criticalPath ?? []).flatMap(({ action }) => action.id ?? []);
  const lenses = processLenses(process, criticalPath, today);
  return [
    ...titleLines(session, document, today),
    ...lenses.map((lens) => ({ ...lens, citedBy: null, taskKey: null })),
  ];
}

/** One line at most: for what task a document is delivered says more than its class. */
function titleLines(
  session: WorkspaceSession,
  document: GovernedDocument,
  today: string,
): readonly ProcessLine[] {
  const { path, policy } = document;
  const id = session.documents.get(path)?.deliverable?.task;
  if (id !== undefined && policy.deliverables !== undefined) {
    const tasks = coverageOf(policy.path, policy.deliverables, session.documents.delivered());
    const covered = tasks.find(({ task }) => task.id === id);
    const lens = covered && deliverableLens(document, covered);
    if (lens) return [{ ...lens, citedBy: null, taskKey: keyOfTask(session, policy, covered.task) }];
  }
  const header = headerLens({ document, offset: 0, workspace: workspaceOf(session), today });
  return header === undefined ? [] : [{ ...header, taskKey: null }];
}

/** Plans one work item only: lenses are asked for with every edit, and there may be thousands of documents. */
function statusesOf(
  session: WorkspaceSession,
  workItem: string | undefined,
  today: string,
): readonly WorkItemStatus[] {
  if (workItem === undefined) return [];
  const id = workItem.toLowerCase();
  const documents = [...session.documents.values()].filter(
    ({ process }) => process.workItem?.toLowerCase() === id,
  );
  return workItemStatuses(documents, today);
}

/** Null for what is not governed. */
export function documentStatus(session: WorkspaceSession, path: string): DocumentStatus | null {
  const known = session.documents.get(path);
  const policy = session.policies.loaded.policyFor(path);
  if (known === undefined || policy === undefined) return null;
  const severities = known.diagnostics.flatMap(({ severity }) => SEVERITIES[severity ?? 0] ?? []);
  const state = documentState(known.entry, policy, severities);
  return state === undefined
    ? null
    : { ...state, state: state.state ?? null, version: state.version ?? null };
}
