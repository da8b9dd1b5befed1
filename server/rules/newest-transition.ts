/** The newest state change that an open phase gate document records. */
import { findDate } from "../base/date";
import { plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import type { GovernedDocument } from "../workspace/types";
import { gateName, processInForce, statementsOf } from "./gates";

interface Dated {
  readonly date: string;
  /** `the transition to TRIAGED` */
  readonly what: string;
  readonly at: Range;
}

/** From the log, and from dates behind the status of gates that passed. A date to come is a plan or a slip. */
export function findNewestTransition(document: GovernedDocument, today: string): Dated | undefined {
  const process = processInForce(document);
  if (process === undefined) return undefined;
  const { transitions, gates } = process;
  const { text } = document;
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
