/** What tables such as the phase history say of gates: a row names a phase or a gate and carries its status. */
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";
import type { Block } from "../document/block";
import { parseTable, type TableRow } from "../document/table";
import type { ProcessPolicy } from "../policy/types";
import { findColumns, readActionTable } from "./action-table";
import { readGateName } from "./gate-name";
import { type GateRegister, openGate } from "./gate-register";
import { readGateHeading, readGateStatement } from "./gate-status";
import { findIds } from "./ids";
import type { GateStatus } from "./types";
import { GATE_WORD } from "./vocabulary";
import { matchState } from "./work-item-state";

/** Rows come after headings and status lines: they count for gates of which those say nothing. */
export function statePhases(register: GateRegister): void {
  const { text, parsed, policy } = register.document;
  for (const block of parsed.blocks) {
    if (block.kind !== "table" || block.parent !== -1 || !mayHaveStatus(text, block, policy.process))
      continue;
    if (readActionTable(text, block, policy.process) !== undefined) continue;
    const { head, rows } = parseTable(text, block);
    const columns = findColumns(
      head.cells.map((cell) => cell.text),
      policy.process,
    );
    const statusColumn = columns.get("status");
    if (statusColumn === undefined) continue;
    for (const row of rows) stateRow(register, row, columns.get("id") === 0 ? 1 : 0, statusColumn);
  }
}

function stateRow(register: GateRegister, row: TableRow, nameColumn: number, statusColumn: number): void {
  const { process } = register.document.policy;
  const name = plainValue(row.cells[nameColumn]?.text ?? "");
  const status = readGateStatement(row.cells[statusColumn]?.text ?? "", process);
  const gate = readGateName(name, process);
  const place = { range: row.range, line: row.line };
  if (gate?.isNamed === true && gate.item === undefined) {
    const { title } = readGateHeading(gate.rest, process);
    openGate(register, { gate: gate.gate, title, statement: status, ...place });
    return;
  }
  const state = matchState(name, process);
  if (state === undefined || status === undefined) return;
  for (const known of gatesOfPhase(row, state.name, process)) {
    stateGate(register, known, status);
  }
}

/** Gates that the row names, `Gates 0 and 1`; else the one that leads out of the phase's state. */
function gatesOfPhase(row: TableRow, state: string, process: ProcessPolicy): string[] {
  const named = row.cells
    .flatMap((cell) => findIds(cell.text, new Map()))
    .filter((id) => id.toLowerCase().startsWith(`${GATE_WORD} `));
  if (named.length > 0) return named.map((id) => id.slice(GATE_WORD.length + 1));
  return process.lifecycles.flatMap(({ gates }) =>
    gates.filter((gate) => gate.from === state).map((gate) => gate.name),
  );
}

function stateGate(register: GateRegister, gate: string, status: GateStatus): void {
  const draft = register.gates.get(gate.toLowerCase());
  if (draft !== undefined) draft.statement ??= status;
}

function mayHaveStatus(text: string, block: Block, process: ProcessPolicy): boolean {
  const end = text.indexOf("\n", block.range.start);
  const head = foldKey(text.slice(block.contentStart, end < 0 ? block.range.end : end));
  return process.actionColumns.status.some((name) => head.includes(name));
}
