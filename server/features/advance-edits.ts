/** The places of a document that say how far a gate is, rewritten to say that it has passed. */
import { findDate, parseDate } from "../base/date";
import type { TextEdit } from "../base/edit";
import { foldKey } from "../base/fold";
import { mostUsed } from "../base/most-used";
import { headOfValue, plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import { parseTable } from "../document/table";
import { readGateStatement } from "../process/gate-status";
import { processOf } from "../process/read-process";
import { readHead } from "../process/table-head";
import type { GateRow, GateStatement, StatusEntry } from "../process/types";
import { DONE_SYMBOL } from "../process/vocabulary";
import { foldedWords } from "../process/words";
import { matchState } from "../process/work-item-state";
import { inCaseOf } from "../rules/action-cells";
import { classOf, headRange, isLastUpdated } from "../rules/fields";
import type { GovernedDocument } from "../workspace/types";
import { cellEdits } from "./cell-edit";
import { labelGate } from "./gate-label";
import { blanksTo, commonColumn, skipBlanks } from "./proof-lines";

/** The gate that passes, and the states that it leads from and to; undefined for a gate that no lifecycle has. */
export interface Step {
  readonly row: GateRow;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly next: { readonly name: string; readonly from: string; readonly to: string } | undefined;
}

/** `today` is an ISO date. */
export function statementEdits(document: GovernedDocument, { row }: Step, today: string): TextEdit[] {
  const open = row.statements.filter(
    ({ status, source }) => status !== "passed" && source !== "current-state",
  );
  return open.flatMap((statement) =>
    statement.source === "phase-history"
      ? phaseEdits(document, row, statement, today)
      : [{ range: statement.range, newText: passedWords(document, row, statement, today) }],
  );
}

/** The status cell of the row, and its date where that is still to come. */
function phaseEdits(
  document: GovernedDocument,
  gate: GateRow,
  statement: GateStatement,
  today: string,
): readonly TextEdit[] {
  const { text, parsed, policy } = document;
  const { start } = statement.range;
  const block = parsed.blocks.find(
    ({ kind, range }) => kind === "table" && range.start <= start && start <= range.end,
  );
  const row =
    block && parseTable(text, block).rows.find(({ range }) => range.start <= start && start <= range.end);
  if (block === undefined || row === undefined) return [];
  const column = row.cells.findIndex(({ range }) => range.start === start);
  const titles = readHead(text, block, [""]) ?? [];
  const dateColumn = titles.findIndex((title) => policy.process.transitionColumns.date.includes(title));
  const date = row.cells[dateColumn]?.text;
  const isOpen = date !== undefined && (date === "" || policy.isPlaceholder(date));
  return [
    ...cellEdits(text, block, row, column, passedWords(document, gate, statement, today)),
    ...(isOpen ? cellEdits(text, block, row, dateColumn, today) : []),
  ];
}

/** As the same place says it of other gates; else the policy's word for done in the case of what it replaces. */
function passedWords(
  document: GovernedDocument,
  row: GateRow,
  statement: GateStatement,
  today: string,
): string {
  const { text, policy } = document;
  const example = findExample(document, row, statement.source);
  if (example !== undefined) return example.replaceAll(GATE, row.gate.gate).replaceAll(DATE, today);
  const written = text.slice(statement.range.start, statement.range.end);
  const word = inCaseOf(written.replace(MARKS, ""), policy.process.actionStatuses.done[0] ?? "");
  const words = `${isMarked(written) ? findSymbol(document) : ""}${word}`;
  if (statement.source !== "heading") return words;
  if (written.startsWith("(")) return `(${words} ${today})`;
  return text[statement.range.start - 1] === "(" ? `${words} ${today}` : `${words} (${today})`;
}

const MARKS = /^[^\p{L}\p{N}]+/u;
/** Stand for what differs from gate to gate. */
const GATE = "\u0000";
const DATE = "\u0001";

function findExample(
  document: GovernedDocument,
  row: GateRow,
  source: GateStatement["source"],
): string | undefined {
  const { text, policy } = document;
  return mostUsed(
    processOf(document).gates.flatMap(({ gate, statements }) =>
      statements
        .filter((each) => gate !== row.gate && each.source === source && each.status === "passed")
        .map(({ range }) => withoutOwn(withoutNote(text.slice(range.start, range.end), document), gate.gate))
        .filter((words) => readGateStatement(words, policy.process) === "passed"),
    ),
  );
}

/** What follows a dash is said of one gate only, unless the words in front of it say nothing by themselves. */
function withoutNote(words: string, { policy }: GovernedDocument): string {
  const head = words.split(/ [—–] /)[0] ?? words;
  return readGateStatement(head, policy.process) === "passed" ? head : words;
}

function withoutOwn(words: string, gate: string): string {
  const date = findDate(words);
  const undated = date === undefined ? words : words.slice(0, date.start) + DATE + words.slice(date.end);
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${gate.replace(/\W/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu");
  return /\d/.test(gate) ? undated.replace(name, GATE) : undated;
}

function isMarked(written: string): boolean {
  return SYMBOL.test(written.replace(/^\(/, ""));
}

/** The symbol with which the document marks what is done, blank included. */
function findSymbol(document: GovernedDocument): string {
  const { gates, rows } = processOf(document);
  const { done } = document.policy.process.actionStatuses;
  const words = [
    ...gates.flatMap(({ statements }) =>
      statements
        .filter(({ status, source }) => status === "passed" && source !== "current-state")
        .map(({ range }) => document.text.slice(range.start, range.end)),
    ),
    ...rows.flatMap(({ cells: { status } }) =>
      status !== undefined && done.includes(foldedWords(status.text)) ? [status.text] : [],
    ),
  ];
  const symbols = words.flatMap((each) => SYMBOL.exec(each)?.[0] ?? []);
  return mostUsed(symbols) ?? `${DONE_SYMBOL} `;
}

const SYMBOL = /^\p{Extended_Pictographic}\ufe0f? /u;

/** State, gate passed and next gate of the status block, as far as it has them. */
export function statusBlockEdits(
  document: GovernedDocument,
  { row, to, next }: Step,
  today: string,
): TextEdit[] {
  if (to === undefined) return [];
  const { status } = processOf(document);
  const { process, isPlaceholder } = document.policy;
  const { gatePassed, nextGate } = process.statusKeys;
  const stated = stateEntry(document);
  const write = (entry: StatusEntry, value: string): TextEdit =>
    entryEdit(document.text, status, entry, value);
  return status.flatMap((entry): TextEdit[] => {
    const { key, value } = entry;
    if (entry === stated) return [write(entry, restate(value, to))];
    const isOpen = value === "" || isPlaceholder(value);
    if (gatePassed.includes(key)) {
      const isDated = isOpen || findDate(value) !== undefined;
      return [write(entry, labelGate(row.gate.gate, value) + (isDated ? ` — ${today}` : ""))];
    }
    if (!nextGate.includes(key)) return [];
    if (next === undefined) return isOpen ? [] : [write(entry, "—")];
    const isLong = isOpen || /→|->/.test(value);
    return [write(entry, labelGate(next.name, value) + (isLong ? ` — ${next.from} → ${next.to}` : ""))];
  });
}

/** `| current_state | **TRIAGED** |` in a table that says what the document is about. */
export function stateRowEdits(document: GovernedDocument, { from, to }: Step): TextEdit[] {
  if (from === undefined || to === undefined) return [];
  const { text, parsed, policy } = document;
  const { process } = policy;
  return parsed.blocks.flatMap((block) => {
    if (block.kind !== "table" || block.parent !== -1) return [];
    return parseTable(text, block).rows.flatMap((row) => {
      const [key, value, more] = row.cells;
      if (key === undefined || value === undefined || more !== undefined) return [];
      if (!process.statusKeys.state.includes(foldKey(plainValue(key.text)))) return [];
      if (matchState(value.text, process)?.name !== from) return [];
      return cellEdits(text, block, row, 1, restate(value.text, to));
    });
  });
}

/** The other state with the marks and symbols of what is written; a note on the old one does not go with it. */
function restate(written: string, to: string): string {
  const words = headOfValue(written);
  const at = words === "" ? -1 : written.indexOf(words);
  const around = [written.slice(0, at), written.slice(at + words.length)];
  return at < 0 || around.some((each) => /[\p{L}\p{N}]/u.test(each)) ? to : around.join(to);
}

/** The line of the status block that names the state: by its value, else by its key. */
export function stateEntry(document: GovernedDocument): StatusEntry | undefined {
  const { status } = processOf(document);
  const { process } = document.policy;
  return (
    status.find(({ firstLine }) => matchState(firstLine, process) !== undefined) ??
    status.find(({ key }) => process.statusKeys.state.includes(key))
  );
}

function entryEdit(
  text: string,
  entries: readonly StatusEntry[],
  { range }: StatusEntry,
  value: string,
): TextEdit {
  if (range.end > range.start) return { range, newText: value };
  const column = commonColumn(
    entries
      .filter((each) => each.range.end > each.range.start)
      .map((each) => ({ column: columnOf(text, each.range) })),
  );
  return {
    range: { start: range.start, end: skipBlanks(text, range.start) },
    newText: blanksTo(column, columnOf(text, range)) + value,
  };
}

/** Counted from the line's start. */
function columnOf(text: string, { start }: Range): number {
  let at = start;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return start - at;
}

/** GI-4: the document's date follows every state change. */
export function dateEdits(document: GovernedDocument, today: string): TextEdit[] {
  const field = classOf(document)?.fields.find(isLastUpdated);
  const written = field && document.fieldOf(field);
  if (written === undefined) return [];
  const plain = plainValue(written.value);
  const date = parseDate(plain);
  if (date === undefined || date.iso >= today) return [];
  return [{ range: headRange(document.text, written, plain.slice(date.start, date.end)), newText: today }];
}
