/** A header field's name is nearly that of a field which the document lacks. */
import { foldKey } from "../../base/fold";
import { wouldFile } from "../../workspace/govern";
import { classNoun, classOf, findMisspellings, withArticle } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { yamlKey } from "../write-field";

export const rule: Rule = {
  id: "header/misspelled-field",
  summary: "The name of a header field is misspelled.",
  why: "A field is found by its name; under a misspelled one its value does not count.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const { field, written, meant } of findMisspellings(document)) {
      reports.push({
        at: written.keyRange,
        message: `\`${written.key}\` is no field of ${withArticle(classNoun(documentClass))}. Did you mean \`${meant}\`?`,
        field: field.name,
        ...(field.required && field.severity && { severity: field.severity }),
        fixes: () => [
          replace(
            `Change to \`${meant}\``,
            written.keyRange,
            written.form === "front-matter" ? yamlKey(meant, written.key) : meant,
            !wouldFile(document, written, { ...written, folded: foldKey(meant) }),
          ),
        ],
      });
    }
    return reports;
  },
};
