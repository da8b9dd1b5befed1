/** A date field holds something other than an ISO date. */
import { findDate, parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import { isUnset } from "../../workspace/field-values";
import { classOf, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "header/date-format",
  summary: "A date is not written as `YYYY-MM-DD`.",
  why: "One way of writing dates sorts, compares and reads the same everywhere; `02/03/2026` does not.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    for (const field of documentClass.fields) {
      if (field.type !== "date") continue;
      const written = document.fieldOf(field);
      if (written === undefined || isUnset(written.value, policy)) continue;
      const date = parseDate(plainValue(written.value)) ?? findDate(written.value);
      if (date?.exact === true) continue;
      if (date === undefined) {
        yield {
          at: written.valueRange,
          message: `${quoteValue(written.value)} is no date. Write the day as \`YYYY-MM-DD\`.`,
          field: field.name,
        };
        continue;
      }
      const found = findDate(written.value);
      const at =
        found === undefined
          ? written.valueRange
          : { start: written.valueRange.start + found.start, end: written.valueRange.start + found.end };
      yield {
        at,
        message: `${quoteValue(written.value)} is not in the form \`YYYY-MM-DD\`. Dates in headers are ISO dates, so that they sort and compare.`,
        field: field.name,
        severity: "information",
        fixes: () => [replace(`Change to \`${date.iso}\``, at, date.iso, true)],
      };
    }
  },
};
