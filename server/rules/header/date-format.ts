/** A date field holds something other than an ISO date. */
import { findDate, possibleDays } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import { isUnset } from "../../workspace/field-values";
import { classOf, listWords, quoteRange, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

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
      const { start, end } = written.valueRange;
      const raw = document.text.slice(start, end);
      const standing = findDate(raw);
      const date = standing ?? findDate(plainValue(written.value));
      if (date?.exact === true) continue;
      if (date === undefined) {
        yield { at: written.valueRange, field: field.name, ...describe(written) };
        continue;
      }
      const at =
        standing === undefined ? written.valueRange : { start: start + date.start, end: start + date.end };
      yield {
        at,
        message: `${quoteRange(document.text, at)} is not written as \`YYYY-MM-DD\`. Written so, dates sort, compare and read the same everywhere.`,
        field: field.name,
        severity: "information",
        fixes: () => [replace(`Change to \`${date.iso}\``, at, date.iso, true)],
      };
    }
  },
};

/** What is no date at all, or one that two countries read differently. */
function describe(written: HeaderField): Pick<Report, "message" | "fixes"> {
  const days = possibleDays(plainValue(written.value));
  const quoted = quoteValue(written.value);
  if (days.length === 0) return { message: `${quoted} is no date. Write the day as \`YYYY-MM-DD\`.` };
  return {
    message: `${quoted} can be read as ${listWords(
      days.map((day) => `\`${day}\``),
      "or",
    )}. Write the day as \`YYYY-MM-DD\`.`,
    fixes: () =>
      days.map((day) => replace(`Change to \`${day}\``, written.valueRange, day, days.length === 1)),
  };
}
