/** Open actions wait for each other in a circle. */
import type { Range } from "../../base/range";
import { dependencyCell, findIdRange } from "../action-cells";
import { actionsOf, type RegisterRow } from "../action-rows";
import { findCycles } from "../dependency-cycles";
import type { Report, Rule } from "../rule";

/** A longer circle is told by its beginning. */
const MOST_NAMED = 8;

export const rule: Rule = {
  id: "action/dependency-cycle",
  summary: "Open actions wait for each other in a circle.",
  why: "None of them can ever start, and everything behind them waits for nothing.",
  guide: "Delivery process (§3), GI-5",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    const { open, byId } = actionsOf(document);
    if (!open.some((row) => row.action.blockedOn.length > 0)) return;
    return findCycles(byId(), open).map((cycle) => say(document.text, cycle));
  },
};

function say(text: string, cycle: readonly RegisterRow[]): Report {
  const ids = cycle.map((row) => row.action.id ?? "");
  const [first = ""] = ids;
  const places = cycle.map((row, index) => placeOf(text, row, ids[index + 1] ?? first));
  const shown = ids.length > MOST_NAMED ? [...ids.slice(0, MOST_NAMED - 1), "…"] : ids;
  return {
    at: places[0] ?? { start: 0, end: 0 },
    message:
      ids.length === 1
        ? `${first} waits for itself, so it can never start (GI-5). Say what it does wait for.`
        : `${[...shown, first].join(" → ")} wait for each other, so none of them can start (GI-5). Let one of them go ahead.`,
    related: places.slice(1).map((at, index) => ({
      at,
      message: `${ids[index + 1]} waits for ${ids[index + 2] ?? first}`,
    })),
  };
}

/** The id of the next action; the whole cell where a range of ids implies it. */
function placeOf(text: string, row: RegisterRow, next: string): Range {
  const cell = dependencyCell(row);
  return (cell && findIdRange(text, cell, next)) ?? cell?.range ?? row.action.range;
}
