/** A field of numbers or addresses holds something else. */
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { FieldPolicy } from "../../policy/types";
import { isUnset } from "../../workspace/field-values";
import { classOf, quoteRange } from "../fields";
import type { Report, Rule } from "../rule";

/** Of the types that are judged here: what the value must look like, and how it is called. */
const FORMS: Partial<
  Record<FieldPolicy["type"], { readonly isRight: (value: string) => boolean; readonly is: string }>
> = {
  number: { isRight: (value) => /^\d+$/.test(value), is: "a number, such as `42`" },
  url: { isRight: isAddress, is: "an address, such as `https://example.org/42`" },
};

export const rule: Rule = {
  id: "header/value-format",
  summary: "A header field of numbers or addresses holds something else.",
  why: "Tools and readers follow a number or an address; what is neither leads nowhere.",
  guide: "Header fields of the class",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const reports: Report[] = [];
    for (const field of classOf(document)?.fields ?? []) {
      const form = FORMS[field.type];
      const written = form && document.fieldOf(field);
      if (form === undefined || written === undefined || isUnset(written.value, policy)) continue;
      for (const at of field.list ? partsOf(document.text, written.valueRange) : [written.valueRange]) {
        if (form.isRight(plainValue(document.text.slice(at.start, at.end)))) continue;
        reports.push({
          at,
          message: `${quoteRange(document.text, at)} is not what \`${field.name}\` holds: ${form.is}.`,
          field: field.name,
        });
      }
    }
    return reports;
  },
};

/** The parts between commas, without white space, list marks and the brackets of a YAML list around them. */
function partsOf(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(/[^,[\]\s"'-][^,[\]\r\n"']*/g)].map((match) => {
    const from = start + match.index;
    return { start: from, end: from + match[0].trimEnd().length };
  });
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}
