/** What stands above a gate and above a register of actions while one writes: how far it is, and what it waits for. */
import { isOpen } from "../process/critical-path";
import type { DocumentProcess } from "../process/read-process";
import type { ActionRow, Gate, GateItem } from "../process/types";

export interface ProcessLens {
  /** Zero-based. */
  readonly line: number;
  readonly title: string;
}

/** More items than that are counted. */
const MOST_NAMED = 4;

/** Nothing in a closed document; `criticalPath` has the ids of its work item's longest chain, in order. */
export function processLenses(
  { closed, rows, gates }: DocumentProcess,
  criticalPath: readonly string[],
  today: string,
): readonly ProcessLens[] {
  if (closed) return [];
  const registers = new Map<number, ActionRow[]>();
  for (const row of rows) {
    const line = row.register?.block.line;
    if (line === undefined) continue;
    const others = registers.get(line);
    if (others === undefined) registers.set(line, [row]);
    else others.push(row);
  }
  return [
    ...gates.flatMap(({ gate }) => gateLens(gate)),
    ...[...registers].flatMap(([line, own]) => registerLens(line, own, criticalPath, today)),
  ].sort((a, b) => a.line - b.line);
}

/** A gate whose items have all passed waits for nothing, and one without items has nothing to show yet. */
function gateLens({ status, items, line }: Gate): readonly ProcessLens[] {
  const open = items.filter((item) => item.status !== "passed");
  if (status === "passed" || open.length === 0) return [];
  const progress = `${items.length - open.length} of ${items.length} ${items.length === 1 ? "item" : "items"} passed`;
  const names = open.slice(0, MOST_NAMED).map(nameOf);
  const more = open.length - names.length;
  const named = more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
  return [{ line, title: `${progress} · waits for ${named}` }];
}

/** By its id and what it lacks; by its title where it has no id. */
function nameOf({ id, title, missing }: GateItem): string {
  const name = id === "" ? `“${title}”` : id;
  return missing.length === 1 ? `${name} (${missing[0]})` : name;
}

function registerLens(
  line: number,
  rows: readonly ActionRow[],
  criticalPath: readonly string[],
  today: string,
): readonly ProcessLens[] {
  const open = rows.map(({ action }) => action).filter(isOpen);
  if (open.length === 0) return [];
  const overdue = open.filter(({ due }) => due !== undefined && due < today).length;
  const holdsPath = open.some(({ id }) => id !== undefined && criticalPath.includes(id));
  const parts = [
    `${open.length} open`,
    overdue === 0 ? "" : `${overdue} overdue`,
    holdsPath ? `critical path ${criticalPath.join(" → ")}` : "",
  ];
  return [{ line, title: parts.filter((part) => part !== "").join(" · ") }];
}
