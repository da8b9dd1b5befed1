/** What tables such as the phase history say of gates: a row names a phase or a gate and carries its status. */
import { plainValue } from "../base/plain-value";
import type { TableRow } from "../document/table";
import type { ProcessPolicy } from "../policy/types";
import { cellOf, type ProcessTable } from "./action-table";
import { readGateName } from "./gate-name";
import { type GateRegister, openGate } from "./gate-register";
import { readGateHeading, readGateStatement } from "./gate-status";
import { findIds } from "./ids";
import type { GateStatus } from "./types";
import { GATE_WORD } from "./vocabulary";
import { matchState } from "./work-item-state";

/** Rows come after headings and status lines: they count for gates of which those say nothing. */
export function statePhases(register: GateRegister, tables: readonly ProcessTable[]): void {
  for (const table of tables) {
    if (table.isRegister || table.block.parent !== -1) continue;
    const nameColumn = table.columns.id === 0 ? 1 : 0;
    for (const row of table.rows) stateRow(register, table, row, nameColumn);
  }
}

function stateRow(register: GateRegister, table: ProcessTable, row: TableRow, nameColumn: number): void {
  const { process } = register.document.policy;
  const name = plainValue(row.cells[nameColumn]?.text ?? "");
  const readStatus = (): GateStatus | undefined =>
    readGateStatement(cellOf(table, row, "status")?.text ?? "", process);
  const gate = readGateName(name, process);
  if (gate?.isNamed === true && gate.item === undefined) {
    const { title } = readGateHeading(gate.rest, process);
    openGate(register, { gate: gate.gate, title, statement: readStatus(), range: row.range, line: row.line });
    return;
  }
  const state = register.gates.size === 0 ? undefined : matchState(name, process);
  const status = state && readStatus();
  if (state === undefined || status === undefined) return;
  for (const known of gatesOfPhase(row, state.name, process)) stateGate(register, known, status);
}

/** Gates that the row names, `Gates 0 and 1`; else the one that leads out of the phase's state. */
function gatesOfPhase(row: TableRow, state: string, process: ProcessPolicy): string[] {
  const prefix = `${GATE_WORD} `;
  const named = row.cells.flatMap((cell) => findIds(cell.text, new Map()));
  const gates = named
    .filter((id) => id.toLowerCase().startsWith(prefix))
    .map((id) => id.slice(prefix.length));
  if (gates.length > 0) return gates;
  return process.lifecycles.flatMap((each) =>
    each.gates.filter(({ from }) => from === state).map(({ name }) => name),
  );
}

function stateGate(register: GateRegister, gate: string, status: GateStatus): void {
  const draft = register.gates.get(gate.toLowerCase());
  if (draft !== undefined) draft.statement ??= status;
}
