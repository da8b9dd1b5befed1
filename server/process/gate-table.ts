/** Gate items in a table: a row an item, a column a proof. */
import type { Block } from "../document/block";
import { parseTable } from "../document/table";
import type { GovernedDocument } from "../workspace/types";
import { type ItemSource, newItem } from "./gate-item";
import { readGateName } from "./gate-name";
import { type GateReader, turnToItem } from "./gate-reader";
import { plainText } from "./plain-text";
import { PROOFS } from "./proofs";
import { readHead } from "./table-head";
import type { Proof } from "./types";

/** A single such column may be anything: registers of actions have one for evidence too. */
const LEAST_COLUMNS = 2;

/** The column of each proof; undefined for a table that is none of gate items. */
export function findProofColumns(
  { text, policy }: GovernedDocument,
  block: Block,
): ReadonlyMap<Proof, number> | undefined {
  const { gateKeys } = policy.process;
  const keys = [...gateKeys.confirmation, ...gateKeys.validation];
  const titles = readHead(
    text,
    block,
    keys.map((key) => key.split(" ").at(-1) ?? key),
  );
  if (titles === undefined) return undefined;
  const columns = new Map<Proof, number>();
  for (const proof of PROOFS) {
    const index = titles.findIndex((title) => gateKeys[proof].includes(title));
    if (index >= 0) columns.set(proof, index);
  }
  return columns.size < LEAST_COLUMNS ? undefined : columns;
}

/** Adds the items of a table whose head names proofs; leaves any other table alone. */
export function readGateTable(reader: GateReader, block: Block): void {
  const { document } = reader.register;
  const { text, policy } = document;
  const columns = findProofColumns(document, block);
  if (columns === undefined) return;
  const firstProof = Math.min(...columns.values());
  for (const row of parseTable(text, block).rows) {
    const names = row.cells.slice(0, firstProof).map((cell) => plainText(cell.text));
    if (names.every((name) => name === "" || policy.isPlaceholder(name))) continue;
    const item = newItem({ ...nameOf(names, reader), range: row.range, line: row.line });
    for (const [proof, index] of columns) {
      const cell = row.cells[index];
      item.values[proof] = [cell?.text ?? ""];
      if (cell !== undefined) item.places[proof] = cell.range;
    }
    turnToItem(reader, item);
  }
  turnToItem(reader, undefined);
}

/** Id and title from the cells before the proofs: `| G1.1 | Severity assigned |` or `| Gate R.1 — Data model |`. */
function nameOf(names: readonly string[], reader: GateReader): Omit<ItemSource, "range" | "line"> {
  const [first = "", ...others] = names;
  const name = readGateName(first, reader.register.document.policy.process);
  const base = { isCertain: true, isUnnamed: false };
  if (name?.item === undefined)
    return { ...base, id: "", gate: undefined, title: names.filter(Boolean).join(" — ") };
  const title = [name.rest, ...others].filter(Boolean).join(" — ");
  return { ...base, id: name.item, gate: name.gate, title };
}
