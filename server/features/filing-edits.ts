/** The edits that file a document: state, filing date and last update, each in the form that the header has. */
import type { TextEdit } from "../base/edit";
import type { HeaderField } from "../document/types";
import type { DocumentClass, FieldPolicy } from "../policy/types";
import { writeField, yamlValue } from "../rules/write-field";
import type { GovernedDocument } from "../workspace/types";
import type { FilingTarget } from "./filing-target";

/** Undefined where the header has no place for one of them. `today` is an ISO date. */
export function filingEdits(
  document: GovernedDocument,
  documentClass: DocumentClass,
  target: FilingTarget,
  today: string,
): readonly TextEdit[] | undefined {
  const edits: (TextEdit | undefined)[] = [];
  const set = (field: FieldPolicy, value: string): void => {
    const written = document.fieldOf(field);
    edits.push(
      written === undefined
        ? addField(document, documentClass, field, value)
        : setValue(document, written, value),
    );
  };
  if (target.state !== undefined) set(target.state.field, target.state.to.name);
  if (target.date !== undefined) set(target.date, today);
  const updated = documentClass.fields.find(
    (field) => field !== target.date && field.type === "date" && /updated/i.test(field.name),
  );
  if (updated !== undefined && document.fieldOf(updated) !== undefined) set(updated, today);
  const known = edits.filter((edit) => edit !== undefined);
  return known.length === edits.length ? known : undefined;
}

/**
 * Replaces the whole value: what a remark says of the old one no longer holds. Emphasis, code marks and quotes that
 * enclose all of it stay.
 */
export function setValue({ text }: GovernedDocument, written: HeaderField, value: string): TextEdit {
  const { start, end } = written.valueRange;
  if (start === end) {
    const before = /\s/.test(text[start - 1] ?? " ") ? "" : " ";
    const behind = text[end] === "|" ? " " : "";
    return { range: { start, end }, newText: before + inForm(written, value) + behind };
  }
  const marks = enclosingMarks(text.slice(start, end));
  const newText = marks > 0 ? value : inForm(written, value);
  return { range: { start: start + marks, end: end - marks }, newText };
}

function inForm(written: HeaderField, value: string): string {
  if (written.form === "front-matter") return yamlValue(value);
  return written.form === "table" ? value.replace(/\|/g, "\\|") : value;
}

/** How many characters of `**`, `_`, a backtick or a quote stand on either side of the value. */
function enclosingMarks(value: string): number {
  const opening = /^(?:[*_`]+|["'])/.exec(value)?.[0] ?? "";
  const inner = value.slice(opening.length, -opening.length || undefined);
  const mark = opening.charAt(0);
  return opening !== "" && inner !== "" && value.endsWith(opening) && !inner.includes(mark)
    ? opening.length
    : 0;
}

/** At its place in the class's order, written like the field next to it. */
export function addField(
  document: GovernedDocument,
  documentClass: DocumentClass,
  field: FieldPolicy,
  value: string,
): TextEdit | undefined {
  const index = documentClass.fields.indexOf(field);
  const present = (fields: readonly FieldPolicy[]): HeaderField | undefined =>
    fields.map(document.fieldOf).find((written) => written !== undefined);
  const before = present(documentClass.fields.slice(0, index).reverse());
  const neighbour = before ?? present(documentClass.fields.slice(index + 1));
  return neighbour && writeField(document, neighbour, field.name, value, before !== undefined);
}
