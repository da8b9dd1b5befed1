/** What tables such as the phase history say of gates: a row names a phase or a gate and carries its status. */
import { plainValue } from "../base/plain-value";
import type { TableCell, TableRow } from "../document/table";
import type { ProcessPolicy } from "../policy/types";
import { cellOf, type ProcessTable } from "./action-table";
import { type GateName, readGateName } from "./gate-name";
import { addStatement, type GateDraft, type GateRegister, openGate } from "./gate-register";
import { readGateHeading, readGateStatement } from "./gate-status";
import { findIds } from "./ids";
import type { GateStatement } from "./types";
import { GATE_WORD } from "./vocabulary";
import { matchState } from "./work-item-state";

/** One row may say anything of a gate, such as who signs it. */
const LEAST_PHASES = 2;

/** A row of a table with a status column, and what its name says. */
interface PhaseRow {
  readonly table: ProcessTable;
  readonly row: TableRow;
  readonly gate: GateName | undefined;
  readonly state: string | undefined;
}

/** Rows come after headings and status lines: they count for gates of which those say nothing. */
export function statePhases(register: GateRegister, tables: readonly ProcessTable[]): void {
  for (const table of tables) {
    if (table.isRegister || table.block.parent !== -1) continue;
    const rows = table.rows.map((row) => readPhaseRow(register, table, row));
    // a list of blockers may name a gate, too, and its status is the blocker's
    const named = rows.filter(({ gate, state }) => gate !== undefined || state !== undefined);
    const isHistory = named.length >= LEAST_PHASES && named.length * 2 >= rows.length;
    rows.forEach((row, index) => {
      if (row.gate !== undefined) stateNamedGate(register, row, row.gate, isHistory);
      else if (row.state !== undefined) statePhase(register, row, rows[index + 1], isHistory);
    });
  }
}

function readPhaseRow(register: GateRegister, table: ProcessTable, row: TableRow): PhaseRow {
  const { process } = register.document.policy;
  const name = plainValue(row.cells[table.columns.id === 0 ? 1 : 0]?.text ?? "");
  const read = readGateName(name, process);
  const gate = read?.isNamed === true && read.item === undefined ? read : undefined;
  const state = register.gates.size === 0 ? undefined : matchState(name, process)?.name;
  return { table, row, gate, state };
}

/** The row of a gate: `Gate 9 — Celebration`. */
function stateNamedGate(register: GateRegister, row: PhaseRow, gate: GateName, isFirm: boolean): void {
  const { process } = register.document.policy;
  const { range, line } = row.row;
  const { title } = readGateHeading(gate.rest, process);
  const draft = openGate(register, { gate: gate.gate, title, range, line });
  const statement = readStatement(row, process);
  if (statement !== undefined) stateGate(draft, statement, isFirm);
}

/**
 * The row of a phase. It speaks for the gates that it names, else for the one that leads out of its state; of the
 * phases that make up one state only the last one ends it, and where the next row is no phase that may be any.
 */
function statePhase(
  register: GateRegister,
  phase: PhaseRow,
  next: PhaseRow | undefined,
  isHistory: boolean,
): void {
  const { process } = register.document.policy;
  const statement = readStatement(phase, process);
  if (statement === undefined) return;
  const named = namedGates(phase.row.cells.slice(0, phase.table.columns.status));
  const gates = named.length > 0 || next?.state === phase.state ? named : gatesOutOf(phase.state, process);
  const isFirm = isHistory && (named.length > 0 || next?.state !== undefined);
  for (const name of gates) {
    const draft = register.gates.get(name.toLowerCase());
    // while a phase is under way, any but the last of its gates may have passed
    const speaks = statement.status === "passed" || name === gates.at(-1);
    if (draft !== undefined) stateGate(draft, statement, isFirm && speaks);
  }
}

/** Only what is firm is held against what other places say. */
function stateGate(draft: GateDraft, statement: GateStatement, isFirm: boolean): void {
  if (isFirm) addStatement(draft, statement);
  else draft.statement ??= statement.status;
}

function readStatement({ table, row }: PhaseRow, process: ProcessPolicy): GateStatement | undefined {
  const cell = cellOf(table, row, "status");
  const status = cell && readGateStatement(cell.text, process);
  return cell && status && { status, source: "phase-history", range: cell.range };
}

/** `Gates 0 and 1` */
function namedGates(cells: readonly TableCell[]): string[] {
  const prefix = `${GATE_WORD} `;
  return cells
    .flatMap((cell) => findIds(cell.text, new Map()))
    .filter((id) => id.toLowerCase().startsWith(prefix))
    .map((id) => id.slice(prefix.length));
}

function gatesOutOf(state: string | undefined, process: ProcessPolicy): string[] {
  return process.lifecycles.flatMap((each) =>
    each.gates.filter(({ from }) => from === state).map(({ name }) => name),
  );
}
