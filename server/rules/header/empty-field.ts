/** A required field stands in the header without a value. */
import { plainValue } from "../../base/plain-value";
import { classOf, isRequired, mayBePending, whyAsked } from "../fields";
import { fillField } from "../header-fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/empty-field",
  summary: "A required header field has no value.",
  why: "A field without a value says as little as no field, but looks as if somebody had answered.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, workspace, today }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      const written = document.fieldOf(field);
      if (
        written === undefined ||
        plainValue(written.value) !== "" ||
        !isRequired(document, field) ||
        mayBePending(document, field)
      )
        continue;
      reports.push({
        at: written.keyRange,
        message: `\`${written.key}\` is empty. ${whyAsked(field, documentClass)}`,
        field: field.name,
        ...(field.severity && { severity: field.severity }),
        fixes: () => fillField(document, documentClass, field, written, workspace(), today),
      });
    }
    return reports;
  },
};
