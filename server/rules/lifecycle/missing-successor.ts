/** A document that no longer holds does not say what replaces it. */
import { findDate } from "../../base/date";
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import type { DocumentClass, SuccessorPolicy } from "../../policy/types";
import { isUnset } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { classOf, findMisspellings, headRange } from "../fields";
import { insertLine } from "../header-fixes";
import type { Fix, Rule } from "../rule";

/** Words near the top, or in the state itself, that name what follows. */
const NOTE =
  /\b(?:superseded|replaced|succeeded|deprecated in favou?r)\s+(?:by|of)\b|\bsuccessor\W*(?::|\bis\b)/i;

export const rule: Rule = {
  id: "lifecycle/missing-successor",
  summary: "A superseded or deprecated document does not name its successor.",
  why: "Whoever finds a document that no longer holds must learn where to go, and from when.",
  guide: "Lifecycle States (§3): deprecation requires what supersedes it, and from what date",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    const { written, state } = document.state() ?? {};
    const successor = state?.successor;
    if (documentClass === undefined || written === undefined || state === undefined) return;
    if (successor === undefined) return;
    const { fields } = document.parsed.header;
    const named = fields.find((each) => successor.keys.includes(each.folded));
    // a field that names it, but is itself misspelled, has its own finding
    const keys = successor.keys;
    if (
      named === undefined &&
      findMisspellings(document).some(({ field }) => field.keys.some((key) => keys.includes(key)))
    )
      return;
    // the placeholder that a fix or a template left has its own finding
    if (named !== undefined && policy.isTemplateMark(named.value)) return;
    // so has a slip in the field's name
    if (findMisspellings(document).some(({ field: { name } }) => successor.keys.includes(foldKey(name))))
      return;
    const note = noteOf(document, written, successor);
    if (note === undefined && (named === undefined || !saysMoreThanDate(named.value, document))) {
      const why = documentClass.fieldByKey.get(foldKey(successor.field))?.why;
      return {
        at: named === undefined || named.value === "" ? headRange(document.text, written) : named.valueRange,
        message: `This document is \`${state.name}\` and does not say what replaces it.${why === undefined ? "" : ` ${why}`}`,
        field: successor.field,
        needsDecision: true,
        fixes: () => (named === undefined ? [addSuccessor(document, successor, written)] : []),
      };
    }
    if (!successor.date) return;
    if (fields.some((each) => successor.dateKeys.includes(each.folded) && policy.isTemplateMark(each.value)))
      return;
    const dated =
      fields.some((each) => successor.dateKeys.includes(each.folded) && !isUnset(each.value, policy)) ||
      [named?.value, note, written.value].some((text) => text !== undefined && findDate(text) !== undefined);
    if (dated) return;
    return {
      at: named?.valueRange ?? headRange(document.text, written),
      message: `This document is \`${state.name}\` and names its successor, but not from when that one holds. Add the date, such as \`from YYYY-MM-DD\`.`,
      field: successor.field,
      needsDecision: true,
      fixes: () => addDate(document, documentClass, successor, named ?? written),
    };
  },
};

/** `Superseded: 2026-02-01` says when, not by what. */
function saysMoreThanDate(value: string, { policy }: GovernedDocument): boolean {
  const date = findDate(value);
  const rest = date === undefined ? value : value.slice(0, date.start) + value.slice(date.end);
  return !isUnset(value, policy) && /[\p{L}\d]/u.test(plainValue(rest));
}

/** The sentence in the state's value, or between the header and the first section, that names the successor. */
function noteOf(
  document: GovernedDocument,
  state: HeaderField,
  successor: SuccessorPolicy,
): string | undefined {
  if (NOTE.test(state.value)) return state.value;
  const { header, title, sections, text } = document.parsed;
  const start = Math.max(header.range?.end ?? 0, title?.titleRange.end ?? 0);
  const end =
    sections.find((each) => each !== title && each.range.start >= start)?.range.start ?? text.length;
  const paragraphs = document.parsed.blocks
    .filter((each) => each.kind === "paragraph" && each.range.start >= start && each.range.end <= end)
    .map((each) => text.slice(each.range.start, each.range.end));
  const words = successor.keys.filter((key) => key.includes(" "));
  return paragraphs.find((each) => NOTE.test(each) || words.some((key) => foldKey(each).includes(key)));
}

function addSuccessor(document: GovernedDocument, successor: SuccessorPolicy, below: HeaderField): Fix {
  const value = `{what replaces this document${successor.date ? ", and from when" : ""}}`;
  return insertLine(document, successor.field, value, below);
}

/** A line for the class's own date field; none where the class has no such field. */
function addDate(
  document: GovernedDocument,
  documentClass: DocumentClass,
  successor: SuccessorPolicy,
  below: HeaderField,
): readonly Fix[] {
  const field = documentClass.fields.find((each) => successor.dateKeys.includes(foldKey(each.name)));
  if (field === undefined || document.fieldOf(field) !== undefined) return [];
  return [insertLine(document, field.name, "{YYYY-MM-DD}", below)];
}
