/** The date of the last change is older than the newest transition that the document records. */
import { parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import { classOf, headRange, isLastUpdated, quoteRange } from "../fields";
import { replace } from "../fixes";
import { findNewestTransition } from "../newest-transition";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "gate/stale-document",
  summary: "A phase gate document's date is older than its newest transition.",
  why: "The document is updated at every state change; an older date says that what follows is not in it yet.",
  guide: "Delivery process (§3), GI-4",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, today }) {
    const newest = findNewestTransition(document, today);
    const field = newest && classOf(document)?.fields.find(isLastUpdated);
    const written = field && document.fieldOf(field);
    if (newest === undefined || field === undefined || written === undefined) return undefined;
    const plain = plainValue(written.value);
    const date = parseDate(plain);
    if (date === undefined || date.iso >= newest.date) return undefined;
    const at = headRange(document.text, written, plain.slice(date.start, date.end));
    return {
      at,
      message: `${quoteRange(document.text, at)} is older than ${newest.what} on ${newest.date}. A phase gate document is updated at every state change (GI-4), and its date tells until when it holds.`,
      field: field.name,
      related: [{ at: newest.at, message: `${newest.date}: ${newest.what}` }],
      needsDecision: true,
      fixes: () => [replace(`Change to ${newest.date}, the newest transition`, at, newest.date, false)],
    };
  },
};
