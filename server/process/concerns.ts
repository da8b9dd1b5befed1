/** Blockers and risks: the tables that list them, and the line of the status block that names blockers in words. */
import { copyText } from "../base/copy-text";
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";
import type { Block } from "../document/block";
import { parseTable, type TableRow } from "../document/table";
import type { ProcessPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { readActionStatus } from "./action-status";
import { isQuoted } from "./action-table";
import { splitOwners } from "./owners";
import { plainText } from "./plain-text";
import { readHead } from "./table-head";
import type { Concern, StatusEntry } from "./types";
import { foldedWords, leadingWord, withoutStruck } from "./words";

/** Column numbers by what they say. */
interface Columns {
  readonly kind: Concern["kind"];
  readonly text: number;
  readonly id: number;
  readonly owner: number;
  readonly status: number;
  readonly affects: number;
}

/** Those that are still open, in the order of the text, except that what the status block says comes last. */
export function readConcerns(document: GovernedDocument, status: readonly StatusEntry[]): Concern[] {
  const listed = readTables(document);
  const hasBlockers = listed.some(({ kind }) => kind === "blocker");
  // a table says the same with more care
  return hasBlockers ? listed : [...listed, ...statedBlockers(document, status)];
}

function readTables(document: GovernedDocument): Concern[] {
  const concerns: Concern[] = [];
  for (const { block, columns } of findConcernTables(document)) {
    for (const row of parseTable(document.text, block).rows) {
      const concern = readRow(row, columns, document);
      if (concern !== undefined) concerns.push(concern);
    }
  }
  return concerns;
}

interface ConcernTable {
  readonly block: Block;
  readonly columns: Columns;
}

/** The tables of blockers and risks, settled ones included; not those that a block quote holds. */
export function findConcernTables({ parsed, policy, text }: GovernedDocument): ConcernTable[] {
  const { blocker, risk } = policy.process.concernColumns;
  const words = [...blocker, ...risk].map((name) => name.split(" ")[0] ?? name);
  const tables: ConcernTable[] = [];
  for (const block of parsed.blocks) {
    const titles = block.kind === "table" ? readHead(text, block, words) : undefined;
    const columns = titles && findColumns(titles, policy.process);
    if (columns !== undefined && !isQuoted(parsed.blocks, block)) tables.push({ block, columns });
  }
  return tables;
}

/** Undefined for a register of actions, which may have a column for the risk of each, and for other tables. */
function findColumns(titles: readonly string[], process: ProcessPolicy): Columns | undefined {
  const { actionColumns, concernColumns } = process;
  const indexOf = (names: readonly string[]): number => titles.findIndex((title) => names.includes(title));
  const blocker = indexOf(concernColumns.blocker);
  const risk = indexOf(concernColumns.risk);
  if ((blocker < 0 && risk < 0) || indexOf(actionColumns.text) >= 0) return undefined;
  return {
    kind: blocker < 0 ? "risk" : "blocker",
    text: blocker < 0 ? risk : blocker,
    id: indexOf(actionColumns.id),
    owner: indexOf(actionColumns.owner),
    status: indexOf(actionColumns.status),
    affects: indexOf(concernColumns.affects),
  };
}

/** Undefined for one that is settled, and for a row that says nothing. */
function readRow(row: TableRow, columns: Columns, { policy }: GovernedDocument): Concern | undefined {
  const written = (index: number): string => row.cells[index]?.text ?? "";
  const status = readActionStatus(written(columns.status), policy.process.actionStatuses);
  if (status === "done" || status === "dropped") return undefined;
  const text = plainText(withoutStruck(written(columns.text)));
  if (text === "" || policy.isPlaceholder(text) || policy.isTemplateMark(text)) return undefined;
  const plain = (index: number): string => {
    const value = plainText(written(index));
    return policy.isPlaceholder(value) ? "" : copyText(value);
  };
  return {
    kind: columns.kind,
    id: plain(columns.id) || undefined,
    text: copyText(text),
    owners: splitOwners(written(columns.owner), policy).map(copyText),
    affects: plain(columns.affects),
    range: row.range,
    line: row.line,
  };
}

function statedBlockers({ policy, text }: GovernedDocument, status: readonly StatusEntry[]): Concern[] {
  const { statusKeys, noneWords } = policy.process;
  return status.flatMap(({ key, value, range }): Concern[] => {
    if (!statusKeys.blockers.includes(key)) return [];
    const plain = plainText(value);
    const isNone = leadingWord(foldedWords(plain), noneWords.map(foldKey)) !== undefined;
    if (plain === "" || isNone || policy.isPlaceholder(plainValue(plain)) || policy.isTemplateMark(plain))
      return [];
    const line = text.slice(0, range.start).split(/\r\n|\n|\r/).length - 1;
    return [{ kind: "blocker", id: undefined, text: copyText(plain), owners: [], affects: "", range, line }];
  });
}
