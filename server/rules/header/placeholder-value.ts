/** A field holds a placeholder where its class wants a value. */
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { HeaderField } from "../../document/types";
import { isUnset } from "../../workspace/field-values";
import { classOf, headRange, isRequired, mayBePending, quoteRange, whyAsked } from "../fields";
import { fillField } from "../header-fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/placeholder-value",
  summary: "A header field holds a placeholder instead of a value.",
  why: "`TBD` in a header tends to stay; whoever needs the value finds out too late that it was never given.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace, today }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      const written = document.fieldOf(field);
      if (written === undefined) continue;
      const mark = policy.isTemplateMark(written.value);
      const required = isRequired(document, field);
      // a dash in an optional field is an honest "none"; a template's mark is never right
      if (!mark && !(required && isUnset(written.value, policy))) continue;
      if (plainValue(written.value) === "" || mayBePending(document, field)) continue;
      const at = mark ? markWithin(document.text, written) : wordsOf(document.text, written);
      const advice = required
        ? whyAsked(field, documentClass)
        : `Give \`${field.name}\` a value, or remove the line.`;
      reports.push({
        at,
        message: `${quoteRange(document.text, at)} is a placeholder. ${advice}`,
        field: field.name,
        ...(field.severity && required && { severity: field.severity }),
        fixes: () => fillField(document, documentClass, field, written, workspace(), today),
      });
    }
    return reports;
  },
};

/** The `{…}` within a value that says something besides; path patterns in code spans are none. */
function markWithin(text: string, written: HeaderField): Range {
  const { start, end } = written.valueRange;
  const plain = text.slice(start, end).replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
  const mark = /\{[^{}]*\}/.exec(plain);
  return mark === null
    ? wordsOf(text, written)
    : { start: start + mark.index, end: start + mark.index + mark[0].length };
}

/** The value without the marks around it. */
function wordsOf(text: string, written: HeaderField): Range {
  return headRange(text, written, plainValue(written.value));
}
