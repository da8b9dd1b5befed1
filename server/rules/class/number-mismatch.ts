/** The number in the file name is not the one that the document itself states. */
import { nameOf } from "../../base/path-parts";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { DocumentClass } from "../../policy/types";
import { isUnset } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { numberOf, tokenOf } from "../document-numbers";
import { classOf, headRange, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "class/number-mismatch",
  summary: "A document states another number than its file name.",
  why: "Readers find a document by its file name and cite it by its number: both must lead to the same one.",
  guide: "Names of the class's files",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass?.fileName === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      const token = field.fileName && tokenOf(document, documentClass, field.fileName);
      const written = token === undefined ? undefined : document.fieldOf(field);
      if (token === undefined || written === undefined || isUnset(written.value, policy)) continue;
      const at = headRange(document.text, written);
      if (areSame(plainValue(document.text.slice(at.start, at.end)), token)) continue;
      reports.push({ ...describe(document, at, token), field: field.name });
    }
    const number = numberOf(document.path, documentClass);
    const stated = number === undefined ? undefined : numberInTitle(document, documentClass);
    if (number !== undefined && stated !== undefined && stated.number !== number)
      reports.push(describe(document, stated.at, likeWritten(number, stated.at, document.text)));
    return reports;
  },
};

function describe(document: GovernedDocument, at: Range, right: string): Report {
  return {
    at,
    message: `${quoteRange(document.text, at)} is not the number in the name of the file, \`${nameOf(document.path)}\`. One of the two is wrong.`,
    fixes: () => [replace(`Change to \`${right}\``, at, right, false)],
  };
}

/** With zeros in front where the wrong number has them. */
function likeWritten(number: number, { start, end }: Range, text: string): string {
  return text[start] === "0" ? String(number).padStart(end - start, "0") : String(number);
}

function areSame(one: string, other: string): boolean {
  return one === other || (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other));
}

/** `# 5. Use queues`, `# ADR-0005: Use queues`, `# ADR 5 — Use queues`: a number alone is a year or an amount. */
const NUMBERED = /^\s*(?:[A-Z]{2,}[- #]?)?(\d{1,6})(?=[.:)]\s|\s+[-–—]\s)/;

function numberInTitle({ parsed, text }: GovernedDocument, { numbered }: DocumentClass) {
  const { title } = parsed;
  if (!numbered || title === undefined) return undefined;
  const match = NUMBERED.exec(text.slice(title.titleRange.start, title.titleRange.end));
  const digits = match?.[1];
  if (match === null || digits === undefined) return undefined;
  const end = title.titleRange.start + match[0].length;
  return { number: Number(digits), at: { start: end - digits.length, end } };
}
