/** A date that tells what happened lies in the future. */
import { addDays, parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import { classOf, headRange, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/future-date",
  summary: "A date of something done lies in the future.",
  why: "A date to come is a slip or a promise; neither tells readers how current the document is.",
  guide: "Universal Header Block (§4): the date the document was last meaningfully changed",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, today }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      if (field.type !== "date" || field.future) continue;
      const written = document.fieldOf(field);
      const plain = written === undefined ? "" : plainValue(written.value);
      const date = parseDate(plain);
      if (written === undefined || date === undefined || date.iso <= today) continue;
      // a day of grace: an author east of this clock already writes tomorrow's date
      if (date.iso === addDays(today, 1)) continue;
      const at = headRange(document.text, written, plain.slice(date.start, date.end));
      reports.push({
        at,
        message: `${quoteRange(document.text, at)} is still to come, but \`${written.key}\` says when something happened. Today is ${today}.`,
        field: field.name,
        fixes: () =>
          /updated/i.test(field.name) ? [replace(`Change to today, ${today}`, at, today, false)] : [],
      });
    }
    return reports;
  },
};
