/** Reports for programs. Keys may be added, never changed. */
import type { Action, Gate } from "../process/types";
import type { FindingsFormat, Tally } from "./findings-report";
import type { ReportedFinding } from "./types";

/** One object, as `renderJson` prints it. */
export const checkJsonFormat: FindingsFormat = {
  file: (_, findings) =>
    findings.map((finding) => indent(JSON.stringify(findingJson(finding), null, 2))).join(",\n"),
  head: (tally, hasFiles) => `${around(tally).head}${hasFiles ? "\n" : ""}`,
  between: ",\n",
  tail: (tally, hasFiles) => `${hasFiles ? "\n  " : ""}${around(tally).tail}`,
};

/** The report with no findings in it, up to where they stand and from there. */
function around({ documents, ungoverned }: Tally): { readonly head: string; readonly tail: string } {
  const empty = renderJson({ version: 1, documents, ungoverned, findings: [] });
  const place = empty.lastIndexOf("]");
  return { head: empty.slice(0, place), tail: empty.slice(place) };
}

/** By two levels. */
function indent(lines: string): string {
  return `    ${lines.replaceAll("\n", "\n    ")}`;
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
