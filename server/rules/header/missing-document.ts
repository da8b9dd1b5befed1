/** A header field names a document that is not there. */
import type { DocumentClass, FieldPolicy } from "../../policy/types";
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
    const reports: Report[] = [];
    for (const written of document.parsed.header.fields) {
      // most values name no file at all
      const field = written.value.includes(".md") ? documentClass.fieldByKey.get(written.folded) : undefined;
      if (field === undefined || !namesDocument(field, documentClass)) continue;
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

/** A path, or what replaces the document; where both must name each other, that is a rule of its own. */
function namesDocument({ type, keys }: FieldPolicy, { states }: DocumentClass): boolean {
  return (
    type === "path" ||
    states.some(
      ({ successor }) => successor?.back.length === 0 && keys.some((key) => successor.keys.includes(key)),
    )
  );
}
