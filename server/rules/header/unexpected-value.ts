/** A field holds a value that its class does not allow. */
import { findClosest } from "../../base/closest";
import { foldKey } from "../../base/fold";
import { headOfValue, plainValue } from "../../base/plain-value";
import { isUnset } from "../../workspace/field-values";
import { classOf, listWords, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/unexpected-value",
  summary: "A header field holds a value that the document's class does not allow.",
  why: "Where only certain values are allowed, somebody relies on it: a record is filed by the role that owns it.",
  guide: "Document Classes (§2), required header fields",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      const written = field.values.length === 0 ? undefined : document.fieldOf(field);
      if (written === undefined || isUnset(written.value, policy)) continue;
      const keys = field.values.map(foldKey);
      const said = [headOfValue(written.value), plainValue(written.value)].map(foldKey);
      if (said.some((value) => keys.includes(value))) continue;
      const closest = findClosest(said[0] ?? "", keys);
      const meant = field.values.find((value) => foldKey(value) === closest);
      reports.push({
        at: written.valueRange,
        message: `${quoteValue(written.value)} is not one of the values that \`${field.name}\` may have here: ${listWords(
          field.values.map((value) => `\`${value}\``),
          "or",
        )}.${meant === undefined ? "" : ` Did you mean \`${meant}\`?`}`,
        field: field.name,
        fixes: () =>
          meant === undefined
            ? field.values.map((value) => replace(`Change to \`${value}\``, written.valueRange, value, false))
            : [replace(`Change to \`${meant}\``, written.valueRange, meant, true)],
      });
    }
    return reports;
  },
};
