/** Reports for programs. Keys may be added, never changed. */
import type { Action, Gate } from "../process/types";
import type { CheckReport, ReportedFinding } from "./types";

export function renderCheckJson({ documents, ungoverned, findings }: CheckReport): string {
  return renderJson({ version: 1, documents, ungoverned, findings: findings.map(findingJson) });
}

/** All rows, done ones too. */
export function renderActionsJson(
  documents: readonly { readonly path: string; readonly actions: readonly Action[] }[],
): string {
  const actions = documents.flatMap(({ path, actions }) =>
    actions.map((action) => ({
      id: action.id ?? null,
      text: action.text,
      owners: action.owners,
      due: action.due ?? null,
      dueText: action.dueText,
      status: action.status,
      blockedOn: action.blockedOn,
      path,
      line: action.line + 1,
      workItem: action.workItem ?? null,
    })),
  );
  return renderJson({ version: 1, actions });
}

export function renderGatesJson(
  documents: readonly { readonly path: string; readonly gates: readonly Gate[] }[],
): string {
  const gates = documents.flatMap(({ path, gates }) =>
    gates.map((gate) => ({
      workItem: gate.workItem ?? null,
      gate: gate.gate,
      title: gate.title,
      status: gate.status,
      items: gate.items.map(({ id, title, status, missing }) => ({ id, title, status, missing })),
      path,
      line: gate.line + 1,
    })),
  );
  return renderJson({ version: 1, gates });
}

/** The order of the keys is part of what people compare by eye. */
function findingJson(finding: ReportedFinding): Omit<ReportedFinding, "safelyFixable"> {
  const { rule, severity, path, line, column, endLine, endColumn, message, fixable = false, field } = finding;
  const located = { rule, severity, path, line, column, endLine, endColumn, message, fixable };
  return field === undefined ? located : { ...located, field };
}

export function renderJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
