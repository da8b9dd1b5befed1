/** A field holds more than its class has room for. */
import { plainValue } from "../../base/plain-value";
import { classOf, holdsNow } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/value-too-long",
  summary: "A header field is longer than the document's class allows.",
  why: "Lists and indexes show the field on one line; what is longer is cut off where nobody chose to.",
  guide: "Header fields of the class",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    const reports: Report[] = [];
    for (const field of classOf(document)?.fields ?? []) {
      const { longest, longestWhile } = field;
      const written = longest === undefined ? undefined : document.fieldOf(field);
      if (longest === undefined || written === undefined) continue;
      const length = [...plainValue(written.value)].length;
      if (length <= longest || (longestWhile.length > 0 && !holdsNow(longestWhile, document))) continue;
      reports.push({
        at: written.valueRange,
        message: `\`${written.key}\` has ${length} characters, and there is room for ${longest}. Say it in fewer words.`,
        field: field.name,
      });
    }
    return reports;
  },
};
