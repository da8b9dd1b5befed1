/** A header field names a document that is not there. */
import type { FieldPolicy } from "../../policy/types";
import { citedPaths } from "../cited-paths";
import { classOf } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/missing-document",
  summary: "A header field names a document that does not exist.",
  why: "Whoever follows the header from one document to the next stands before nothing.",
  guide: "Document Classes (§2): the canonical source, the successor",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check({ document, exists }) {
    const documentClass = classOf(document);
    // nobody can mend a filed record
    if (documentClass === undefined || exists === undefined || document.filed) return;
    const successors = new Set(
      documentClass.states.flatMap(({ successor }) =>
        // where both documents must name each other, that is a rule of its own
        successor === undefined || successor.back.length > 0 ? [] : successor.keys,
      ),
    );
    const isOfDocument = ({ type, keys }: FieldPolicy): boolean =>
      type === "path" || keys.some((key) => successors.has(key));
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      if (!isOfDocument(field)) continue;
      const written = document.fieldOf(field);
      if (written === undefined) continue;
      for (const { at, paths } of citedPaths(written.valueRange, document)) {
        if (paths.some(exists)) continue;
        reports.push({
          at,
          message: `\`${document.text.slice(at.start, at.end)}\`, which \`${written.key}\` names, does not exist. Name the document by the path that it has now.`,
          field: field.name,
        });
      }
    }
    return reports;
  },
};
