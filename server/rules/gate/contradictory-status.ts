/** Two places of a document disagree on whether a gate has passed. */
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { GateRow, GateStatement } from "../../process/types";
import { listWords } from "../fields";
import {
  describeStatement,
  describeStatements,
  gateName,
  gatesInForce,
  isUntouched,
  nameRange,
  statementsOf,
} from "../gates";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "gate/contradictory-status",
  summary: "Two places of a document disagree on whether a gate has passed.",
  why: "Whoever reads one of them goes on, whoever reads the other waits.",
  guide: "Delivery process (§3), GI-5: no ambiguity survives a transition",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    return gatesInForce(document).flatMap((row) => judge(row, document.text) ?? []);
  },
};

function judge(row: GateRow, text: string): Report | undefined {
  const { passed, open } = statementsOf(row);
  const wrong = findWrong(row, passed, open);
  if (wrong === undefined) return undefined;
  const others = wrong.status === "passed" ? open : passed;
  const items = countItems(row);
  const contrary = [...describeStatements(others, "it"), ...(items === undefined ? [] : [items])];
  return {
    at: wrong.range,
    message: `${sentence(describeStatement(wrong, gateName(row.gate)))}, yet ${listWords(contrary, "and")}. Correct the place that is out of date, so that the document says one thing (GI-5).`,
    related: [
      ...others.map((each) => ({ at: each.range, message: sentence(describeStatement(each, "it")) })),
      ...relatedItem(row, text),
    ],
  };
}

/**
 * The statement that is most likely wrong. Items decide where there are any; what they lack under a gate that all
 * statements call passed is told item by item (`gate/missing-evidence`), unless nobody has begun with them. Without
 * items most statements decide, and of two the one that was not brought up to date: the one that says open.
 */
function findWrong(
  row: GateRow,
  passed: readonly GateStatement[],
  open: readonly GateStatement[],
): GateStatement | undefined {
  if (row.items.length === 0) {
    if (passed.length === 0 || open.length === 0) return undefined;
    return passed.length >= open.length ? open[0] : passed[0];
  }
  if (row.items.every(({ item }) => item.status === "passed")) return open[0];
  return open.length > 0 || isUntouched(row) ? passed[0] : undefined;
}

/** The first item that does not pass, or the first of all where they all do. */
function relatedItem(row: GateRow, text: string): { at: Range; message: string }[] {
  const first = (row.items.find(({ item }) => item.status !== "passed") ?? row.items[0])?.item;
  const counted = countItems(row);
  if (first === undefined || counted === undefined) return [];
  return [{ at: nameRange(first, text), message: sentence(counted) }];
}

function countItems({ items }: GateRow): string | undefined {
  const all = items.length;
  const short = items.filter(({ item }) => item.status !== "passed").length;
  if (all === 0) return undefined;
  if (short === 0) return all === 1 ? "its only item passes" : `all ${all} items pass`;
  if (all === 1) return "its only item does not pass";
  if (short === all) return `none of its ${all} items passes`;
  return `${short} of its ${all} items ${short === 1 ? "does" : "do"} not pass`;
}
