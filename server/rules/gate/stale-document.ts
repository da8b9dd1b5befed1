/** The date of the last change is older than the newest transition that the document records. */
import { findDate, parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { DocumentProcess } from "../../process/read-process";
import { classOf, headRange, isLastUpdated, quoteRange } from "../fields";
import { replace } from "../fixes";
import { gateName, openProcess, statementsOf } from "../gates";
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
    const process = openProcess(document);
    const documentClass = classOf(document);
    const field = documentClass?.fields.find(isLastUpdated);
    const written = field && document.fieldOf(field);
    if (process === undefined || field === undefined || written === undefined) return undefined;
    const plain = plainValue(written.value);
    const date = parseDate(plain);
    const newest = findNewest(process, document.text, today);
    if (date === undefined || newest === undefined || date.iso >= newest.date) return undefined;
    const at = headRange(document.text, written, plain.slice(date.start, date.end));
    return {
      at,
      message: `${quoteRange(document.text, at)} is older than ${newest.what} on ${newest.date}. A phase gate document is updated at every state change, and its date tells until when it holds.`,
      field: field.name,
      related: [{ at: newest.at, message: `${newest.date}: ${newest.what}` }],
      needsDecision: true,
      fixes: () => [replace(`Change to ${newest.date}, the newest transition`, at, newest.date, false)],
    };
  },
};

interface Dated {
  readonly date: string;
  /** `the transition to TRIAGED` */
  readonly what: string;
  readonly at: Range;
}

/** From the log, and from dates behind the status of gates that passed. A date to come is a plan or a slip. */
function findNewest({ transitions, gates }: DocumentProcess, text: string, today: string): Dated | undefined {
  const logged = transitions.flatMap(({ date, cells }): Dated[] => {
    if (date === undefined || cells.date === undefined) return [];
    return [{ date, what: `the transition to ${plainValue(cells.to?.text ?? "")}`, at: cells.date.range }];
  });
  const stated = gates.flatMap((row) =>
    statementsOf(row).passed.flatMap(({ range, source }): Dated[] => {
      const date = findDate(text.slice(range.start, range.end))?.iso;
      if (date === undefined || source === "current-state") return [];
      return [{ date, what: `the passing of ${gateName(row.gate)}`, at: range }];
    }),
  );
  let newest: Dated | undefined;
  for (const each of [...logged, ...stated])
    if (each.date <= today && each.date > (newest?.date ?? "")) newest = each;
  return newest;
}
