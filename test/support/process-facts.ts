/** Documents with actions and gates, made without any text. */
import type { DocumentFacts } from "../../server/features/open-actions";
import type { Action, Gate, ProcessFacts } from "../../server/process/types";

const range = { start: 0, end: 0 };

export function action(id: string, status: Action["status"], given: Partial<Action> = {}): Action {
  return {
    id,
    text: id,
    owners: [],
    due: undefined,
    dueText: "",
    status,
    blockedOn: [],
    evidence: "",
    workItem: undefined,
    source: "table",
    columns: [],
    range,
    line: 0,
    ...given,
  };
}

export function gate(name: string, status: Gate["status"]): Gate {
  return { workItem: undefined, gate: name, title: name, status, ready: false, items: [], range, line: 0 };
}

export function document(path: string, process: Partial<ProcessFacts>, title?: string): DocumentFacts {
  const nothing: ProcessFacts = {
    workItem: undefined,
    workItemTitle: undefined,
    state: undefined,
    stated: undefined,
    workItemClosed: false,
    closed: false,
    actions: [],
    gates: [],
    concerns: [],
    decisions: [],
    deviations: [],
  };
  const entry = {
    path,
    policyPath: "docket.yaml",
    classId: "x",
    className: undefined,
    kind: undefined,
    title,
    owner: undefined,
    state: undefined,
    version: undefined,
    filed: false,
    charterOf: undefined,
    headerForm: undefined,
  };
  return { entry, process: { ...nothing, ...process } };
}
