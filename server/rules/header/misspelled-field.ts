/** A header field's name is nearly that of a field which the document lacks. */
import { findMisspellings } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "header/misspelled-field",
  summary: "The name of a header field is misspelled.",
  why: "A field is found by its name; under a misspelled one its value does not count.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document }) {
    for (const { field, written, meant } of findMisspellings(document)) {
      yield {
        at: written.keyRange,
        message: `\`${written.key}\` is no field of this class. Did you mean \`${meant}\`?`,
        field: field.name,
        ...(field.required && field.severity && { severity: field.severity }),
        fixes: () => [replace(`Change to \`${meant}\``, written.keyRange, sameCase(meant, written.key), true)],
      };
    }
  },
};

/** Front matter keys are often lower case or joined by `_`; the correction follows the writer's way. */
function sameCase(meant: string, written: string): string {
  const lower = written === written.toLowerCase() ? meant.toLowerCase() : meant;
  if (!meant.includes(" ")) return lower;
  if (written.includes("_")) return lower.replace(/ /g, "_");
  return written.includes("-") ? lower.replace(/ /g, "-") : lower;
}
