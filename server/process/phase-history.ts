/** What tables such as the phase history say of gates: a row names a phase or a gate and carries its status. */
import { plainValue } from "../base/plain-value";
import type { TableCell, TableRow } from "../document/table";
import type { ProcessPolicy } from "../policy/types";
import { cellOf, type ProcessTable } from "./action-table";
import { readGateName } from "./gate-name";
import { addStatement, type GateRegister, openGate } from "./gate-register";
import { readGateHeading, readGateStatement } from "./gate-status";
import { findIds } from "./ids";
import type { GateStatement } from "./types";
import { GATE_WORD } from "./vocabulary";
import { matchState } from "./work-item-state";

/** Rows come after headings and status lines: they count for gates of which those say nothing. */
export function statePhases(register: GateRegister, tables: readonly ProcessTable[]): void {
  for (const table of tables) {
    if (table.isRegister || table.block.parent !== -1) continue;
    const nameColumn = table.columns.id === 0 ? 1 : 0;
    const nameOf = (row: TableRow): string => plainValue(row.cells[nameColumn]?.text ?? "");
    const stateOf = (row: TableRow): string | undefined =>
      register.gates.size === 0 ? undefined : matchState(nameOf(row), register.document.policy.process)?.name;
    table.rows.forEach((row, index) => {
      if (stateNamedGate(register, table, row, nameOf(row))) return;
      const state = stateOf(row);
      const next = table.rows[index + 1];
      if (state === undefined) return;
      // of the phases that make up one state only the last one ends it
      statePhase(register, table, row, next !== undefined && stateOf(next) === state ? undefined : state);
    });
  }
}

/** The row of a gate: `Gate 9 — Celebration`. */
function stateNamedGate(register: GateRegister, table: ProcessTable, row: TableRow, name: string): boolean {
  const { process } = register.document.policy;
  const gate = readGateName(name, process);
  if (gate?.isNamed !== true || gate.item !== undefined) return false;
  const { title } = readGateHeading(gate.rest, process);
  const draft = openGate(register, { gate: gate.gate, title, range: row.range, line: row.line });
  const statement = readStatement(table, row, process);
  if (statement !== undefined) addStatement(draft, statement);
  return true;
}

/** The row of a phase. While it is under way, any but the last of its gates may have passed. */
function statePhase(
  register: GateRegister,
  table: ProcessTable,
  row: TableRow,
  state: string | undefined,
): void {
  const { process } = register.document.policy;
  const statement = readStatement(table, row, process);
  if (statement === undefined) return;
  const gates = gatesOfPhase(row.cells.slice(0, table.columns.status), state, process);
  for (const name of gates) {
    const draft = register.gates.get(name.toLowerCase());
    if (draft === undefined) continue;
    if (statement.status === "passed" || name === gates.at(-1)) addStatement(draft, statement);
    else draft.statement ??= statement.status;
  }
}

function readStatement(
  table: ProcessTable,
  row: TableRow,
  process: ProcessPolicy,
): GateStatement | undefined {
  const cell = cellOf(table, row, "status");
  const status = cell && readGateStatement(cell.text, process);
  return cell && status && { status, source: "phase-history", range: cell.range };
}

/** Gates that the cells name, `Gates 0 and 1`; else the one that leads out of the state that the phase ends. */
function gatesOfPhase(
  cells: readonly TableCell[],
  state: string | undefined,
  process: ProcessPolicy,
): string[] {
  const prefix = `${GATE_WORD} `;
  const named = cells.flatMap((cell) => findIds(cell.text, new Map()));
  const gates = named
    .filter((id) => id.toLowerCase().startsWith(prefix))
    .map((id) => id.slice(prefix.length));
  if (gates.length > 0) return gates;
  return process.lifecycles.flatMap((each) =>
    each.gates.filter(({ from }) => from === state).map(({ name }) => name),
  );
}
