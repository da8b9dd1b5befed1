/** The data of the client's views: open actions, pending gates, the status bar. */
import type { Range as LspRange } from "vscode-languageserver/node";
import type { Range } from "../base/range";
import { documentState } from "../features/document-status";
import { workItemStatuses } from "../features/next-steps";
import { openActions } from "../features/open-actions";
import { pendingGates } from "../features/pending-gates";
import { processLenses } from "../features/process-lenses";
import type { Severity } from "../policy/types";
import { processOf } from "../process/read-process";
import type { Action, Gate, GateItem } from "../process/types";
import type { WorkItemStatus } from "../process/work-item-status";
import type {
  ActionField,
  ActionGroup,
  ActionItem,
  DocumentStatus,
  GateGroup,
  GateItemNode,
  GateNode,
  NextSteps,
  ProcessLine,
} from "../protocol/messages";
import { renderNextSteps } from "../report/next-steps";
import { govern } from "../workspace/govern";
import { START } from "./convert";
import type { WorkspaceSession } from "./workspace-session";

const SEVERITIES: readonly (Severity | undefined)[] = [undefined, "error", "warning", "information"];

/** Documents with actions that are not done, in the order of their paths. */
export function openActionGroups(session: WorkspaceSession, today: string): readonly ActionGroup[] {
  const statuses = workItemStatuses(session.documents.values(), today);
  const critical = new Set(statuses.flatMap(({ criticalPath }) => criticalPath.map(({ action }) => action)));
  return openActions(session.documents.values()).map(({ path, title, workItem, actions }) => {
    const uri = session.uriOf(path);
    const placeOf = placesOf(session, path);
    return {
      uri,
      path: session.pathFromFolder(path),
      title,
      workItem: workItem ?? null,
      actions: actions.map((action) => ({
        ...actionItem(action, critical.has(action), uri),
        seen: session.documents.get(path)?.seen.get(action.range) ?? 0,
        range: placeOf(action.range),
      })),
    };
  });
}

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
  const process = processOf(govern(path, input.text, input.policy));
  const [own] = statusesOf(session, process.workItem, today);
  const criticalPath = (own?.criticalPath ?? []).flatMap(({ action }) => action.id ?? []);
  return processLenses(process, criticalPath, today);
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

/** Documents with gates that have not passed, in the order of their paths. */
export function pendingGateGroups(session: WorkspaceSession): readonly GateGroup[] {
  return pendingGates(session.documents.values()).map(({ path, title, workItem, gates }) => {
    const placeOf = placesOf(session, path);
    return {
      uri: session.uriOf(path),
      path: session.pathFromFolder(path),
      title,
      workItem: workItem ?? null,
      gates: gates.map((gate) => gateNode(gate, placeOf)),
    };
  });
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

type PlaceOf = (range: Range) => LspRange;

function placesOf(session: WorkspaceSession, path: string): PlaceOf {
  const places = session.documents.get(path)?.places;
  return (range) => places?.get(range) ?? START;
}

const FIELDS: readonly ActionField[] = ["status", "due", "owner", "evidence"];

function actionItem(action: Action, critical: boolean, uri: string): Omit<ActionItem, "seen" | "range"> {
  const { id, text, owners, due, dueText, status, blockedOn, workItem, source, columns } = action;
  return {
    id: id ?? null,
    text,
    owners,
    due: due ?? null,
    dueText,
    status,
    blockedOn,
    workItem: workItem ?? null,
    critical,
    fields: source === "task" ? ["status"] : FIELDS.filter((field) => columns.includes(field)),
    uri,
  };
}

function gateNode(gate: Gate, placeOf: PlaceOf): GateNode {
  const { title, status, ready } = gate;
  return {
    gate: gate.gate,
    title,
    status,
    ready,
    items: gate.items.map((item) => gateItemNode(item, placeOf)),
    range: placeOf(gate.range),
  };
}

function gateItemNode({ id, title, status, missing, range }: GateItem, placeOf: PlaceOf): GateItemNode {
  return { id, title, status, missing, range: placeOf(range) };
}
