/** A header lacks a field that its class requires. */
import { classOf, findMisspellings, headerEnd, isRequired, whyAsked } from "../fields";
import { insertField } from "../header-fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/missing-field",
  summary: "A header lacks a field that the document's class requires.",
  why: "Each class asks for the fields that its readers and owners rely on; a header without one of them is not complete.",
  guide: "Document Classes (§2), required header fields",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace, today }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const missing = documentClass.fields.filter(
      (field) => document.fieldOf(field) === undefined && isRequired(document, field),
    );
    if (missing.length === 0) return;
    // a misspelled field has its own finding, unless the policy does not want that
    const reported = policy.severityOf("header/misspelled-field")?.value !== "off";
    const misspelled = new Set(reported ? findMisspellings(document).map((each) => each.field) : []);
    const reports: Report[] = [];
    for (const field of missing) {
      if (misspelled.has(field)) continue;
      reports.push({
        at: headerEnd(document),
        message: `\`${field.name}\` is missing. ${whyAsked(field, documentClass)}`,
        field: field.name,
        ...(field.severity && { severity: field.severity }),
        needsDecision: field.type !== "class",
        fixes: () => [insertField(document, documentClass, field, workspace(), today)],
      });
    }
    return reports;
  },
};
