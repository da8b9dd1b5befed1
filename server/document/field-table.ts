/** Reads header fields from a table of two columns. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { Block } from "./block";
import { parseTable, type TableCell, type TableRow } from "./table";
import type { HeaderField } from "./types";

/** Two-column tables whose head only names the columns. */
const COLUMN_NAMES = new Set(["field", "key", "property", "attribute", "item", "name", ""]);

/** One field a row, the head included; undefined for any other table. */
export function tableFields(text: string, block: Block): readonly HeaderField[] | undefined {
  const table = parseTable(text, block);
  if (table.head.cells.length !== 2) return undefined;
  const rows = COLUMN_NAMES.has(foldKey(table.head.cells[0]?.text ?? ""))
    ? table.rows
    : [table.head, ...table.rows];
  const fields: HeaderField[] = [];
  for (const row of rows) {
    const field = rowField(text, row);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  return fields.length > 0 ? fields : undefined;
}

function rowField(text: string, row: TableRow): HeaderField | undefined {
  const [keyCell, valueCell] = row.cells;
  if (keyCell === undefined) return undefined;
  const key = bareKey(text, keyCell);
  const name = text.slice(key.start, key.end);
  if (!/^\p{L}/u.test(name) || name.split(/\s+/).length > 5) return undefined;
  const valueRange = valueCell?.range ?? { start: keyCell.range.end, end: keyCell.range.end };
  return {
    key: name,
    folded: foldKey(name),
    keyRange: key,
    value: valueCell?.text ?? "",
    valueRange,
    lineRange: row.range,
    form: "table",
  };
}

/** The key without emphasis and colon. */
function bareKey(text: string, cell: TableCell): Range {
  let { start, end } = cell.range;
  while (start < end && /[*_`\s]/.test(text[start] as string)) start++;
  while (end > start && /[*_`:\s]/.test(text[end - 1] as string)) end--;
  return { start, end };
}
