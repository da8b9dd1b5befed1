/** A date field holds something other than an ISO date. */
import { findDate, possibleDays } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import { isUnset } from "../../workspace/field-values";
import { classOf, headRange, listWords, quoteRange } from "../fields";
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
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      if (field.type !== "date") continue;
      const written = document.fieldOf(field);
      if (written === undefined) continue;
      const { start, end } = written.valueRange;
      const raw = document.text.slice(start, end);
      const standing = findDate(raw);
      if (standing?.exact === true || isUnset(written.value, policy)) continue;
      const date = standing ?? findDate(plainValue(written.value));
      if (date?.exact === true) continue;
      if (date === undefined) {
        reports.push({ field: field.name, ...describe(document.text, written) });
        continue;
      }
      const at =
        standing === undefined ? written.valueRange : { start: start + date.start, end: start + date.end };
      reports.push({
        at,
        message: `${quoteRange(document.text, at)} is not written as \`YYYY-MM-DD\`, the form that sorts, compares and reads the same everywhere.`,
        field: field.name,
        severity: "information",
        fixes: () => [replace(`Change to \`${date.iso}\``, at, date.iso, true)],
      });
    }
    return reports;
  },
};

/** What is no date at all, or one that two countries read differently. */
function describe(text: string, written: HeaderField): Report {
  const plain = plainValue(written.value);
  const days = possibleDays(plain);
  const at = headRange(text, written, days.length === 0 ? plain : (/^[\d/]+/.exec(plain)?.[0] ?? plain));
  const quoted = quoteRange(text, at);
  const advice = "Write the day as `YYYY-MM-DD`.";
  if (days.length === 0) {
    const isIso = /^\d{4}-\d{2}-\d{2}\b/.test(plain);
    return { at, message: `${quoted} is ${isIso ? "no day of the calendar" : "no date"}. ${advice}` };
  }
  const readings = days.map((day) => `\`${day}\``);
  return {
    at,
    message: `${quoted} can be read as ${listWords(readings, "or")}. ${advice}`,
    fixes: () => days.map((day) => replace(`Change to \`${day}\``, at, day, false)),
  };
}
