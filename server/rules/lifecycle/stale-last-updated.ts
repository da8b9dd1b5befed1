/** A document's text was changed, the date of its last change was not. */
import { parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import { changedSince, fieldBefore, sinceWhen } from "../body-changes";
import { classOf, headRange, isLastUpdated, quoteRange } from "../fields";
import { replace } from "../fixes";
import { findNewestTransition } from "../newest-transition";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/stale-last-updated",
  summary: "A document was changed and the date of its last change was not.",
  why: "The date tells readers whether the document still describes today.",
  guide: "Universal Header Block (§4): the date the document was last meaningfully changed",
  since: "0.1.0",
  severity: "information",
  fixable: true,
  reads: "history",
  check({ document, history, today }) {
    const before = changedSince(document, history);
    const documentClass = classOf(document);
    if (before === undefined || documentClass === undefined) return undefined;
    for (const field of documentClass.fields) {
      if (!isLastUpdated(field)) continue;
      const written = document.fieldOf(field);
      const plain = written === undefined ? "" : plainValue(written.value);
      const date = parseDate(plain);
      const earlier = fieldBefore(before, field.keys);
      if (written === undefined || date === undefined || date.iso >= today) continue;
      if (parseDate(plainValue(earlier?.value ?? ""))?.iso !== date.iso) continue;
      // a transition that is newer than the date has its own finding
      if (date.iso < (findNewestTransition(document, today)?.date ?? "")) continue;
      const at = headRange(document.text, written, plain.slice(date.start, date.end));
      return {
        at,
        message: `The text was changed since ${sinceWhen(history)}, and \`${written.key}\` still says ${quoteRange(document.text, at)}. Set it to today where the change has a meaning for readers.`,
        field: field.name,
        needsDecision: true,
        fixes: () => [replace(`Change to today, ${today}`, at, today, false)],
      };
    }
    return undefined;
  },
};
