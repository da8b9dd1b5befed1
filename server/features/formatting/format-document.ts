/** Formats what a document has by its policy: the header, and the tables of its process. All else stays. */

import { findDate } from "../../base/date";
import { applyEdits, type TextEdit } from "../../base/edit";
import { type Range, touches } from "../../base/range";
import type { HeaderField } from "../../document/types";
import { type AnalysisInput, analyse } from "../../engine/analyse";
import { govern } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import { refuseDocument } from "../write-back";
import { alignTable } from "./align-table";
import { orderEdits } from "./header-order";
import { styleEdits } from "./header-style";
import { tablesToAlign } from "./process-tables";

const DATE_RULE = "header/date-format";

/**
 * The text formatted: the fields in the class's order and in one style, dates as `YYYY-MM-DD`, tables aligned. With
 * `within`, only the header and the tables that it touches. The text as it is where the document may not be written
 * to, or no class claims it.
 */
export function formatDocument(input: AnalysisInput, within?: Range): string {
  const { path, policy, history } = input;
  const document = govern(path, input.text, policy);
  if (document.classification === undefined) return input.text;
  if (refuseDocument(document, history?.record !== undefined) !== undefined) return input.text;
  const isMeant = (range: Range): boolean => within === undefined || touches(range, within);
  const read = (text: string): GovernedDocument => govern(path, text, policy);
  const tables = tablesToAlign(document).filter(({ range }) => isMeant(range));
  const text = applyEdits(
    document.text,
    tables.flatMap((block) => alignTable(document.text, block)),
  );
  const { range, problems } = document.parsed.header;
  if (range === undefined || problems.length > 0 || !isMeant(range)) return text;
  const current = text === input.text ? document : read(text);
  const dates = dateEdits(current, { ...input, text });
  const dated = dates.length === 0 ? current : read(applyEdits(text, dates));
  const styled = change(dated, styleEdits, read);
  const ordered = change(styled, orderEdits, read);
  return change(ordered, headerTableEdits, read).text;
}

/** The safe fixes of the rule on dates: a date that is accepted as it is, or that two countries read differently, stays. */
function dateEdits(document: GovernedDocument, input: AnalysisInput): readonly TextEdit[] {
  const fields = document.classification?.class.fields.filter(({ type }) => type === "date") ?? [];
  const values = fields.map((field) => document.fieldOf(field)?.value ?? "");
  // most documents have nothing but ISO dates, and need not be checked for that
  if (values.every((value) => !/\d/.test(value) || findDate(value)?.exact === true)) return [];
  return analyse(input)
    .findings.filter(({ rule }) => rule === DATE_RULE)
    .flatMap((finding) => finding.fixes().find(({ safe }) => safe)?.edits ?? []);
}

/** A header may be written in ways that nobody has thought of: what would say something else is not written. */
function change(
  document: GovernedDocument,
  edit: (document: GovernedDocument) => readonly TextEdit[],
  read: (text: string) => GovernedDocument,
): GovernedDocument {
  const edits = edit(document);
  if (edits.length === 0) return document;
  const changed = read(applyEdits(document.text, edits));
  return saysTheSame(document, changed) ? changed : document;
}

function saysTheSame(one: GovernedDocument, other: GovernedDocument): boolean {
  return (
    one.filed === other.filed &&
    one.classification?.class === other.classification?.class &&
    other.parsed.header.problems.length === 0 &&
    outlineOf(one) === outlineOf(other) &&
    factsOf(one.parsed.header.fields) === factsOf(other.parsed.header.fields)
  );
}

/** Comments that move with a field may part or join paragraphs. */
function outlineOf({ parsed }: GovernedDocument): string {
  return parsed.blocks
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "paragraph")
    .join(" ");
}

function factsOf(fields: readonly HeaderField[]): string {
  return fields
    .map(({ folded, value }) => `${folded}: ${value}`)
    .sort()
    .join("\n");
}

function headerTableEdits({ parsed, text }: GovernedDocument): readonly TextEdit[] {
  const first = parsed.header.fields.find(({ form }) => form === "table");
  const block = parsed.blocks.find(
    ({ kind, range }) =>
      kind === "table" &&
      first !== undefined &&
      range.start <= first.lineRange.start &&
      first.lineRange.end <= range.end,
  );
  return block === undefined ? [] : alignTable(text, block);
}
