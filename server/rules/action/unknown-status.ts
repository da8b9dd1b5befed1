/** The status of an action is none of the policy's words. */
import { findClosest } from "../../base/closest";
import type { TableCell } from "../../document/table";
import type { ActionStatus, Policy } from "../../policy/types";
import { headWords, inCaseOf, nameAction, wordsRange } from "../action-cells";
import { actionsOf } from "../action-rows";
import { listWords, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

const IN_ORDER: readonly ActionStatus[] = ["not-started", "in-progress", "blocked", "done", "dropped"];
/** A mark, a date or a share of the whole says how far an action is, if in a way of its own. */
const OPENS_WITH_WORD = /^\p{L}/u;

export const rule: Rule = {
  id: "action/unknown-status",
  summary: "The status of an action is no word that the policy knows.",
  why: "Only a known status says whether an action is open, and so whether a gate still waits for it.",
  guide: "Delivery process (§3)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const reports: Report[] = [];
    for (const row of actionsOf(document).unread) {
      const cell = row.cells.status;
      if (cell === undefined || !OPENS_WITH_WORD.test(headWords(cell))) continue;
      reports.push(say(document.text, cell, nameAction(row.action), policy));
    }
    return reports;
  },
};

function say(text: string, cell: TableCell, name: string, policy: Policy): Report {
  const { written, meant } = findMeant(cell, policy);
  const at = wordsRange(text, cell, written);
  const words = meant === undefined ? mainWords(policy) : [meant];
  const shown = words.map((word) => inCaseOf(written, word));
  const quoted = shown.map((word) => `\`${word}\``);
  return {
    at,
    message: `${quoteRange(text, at)} is no status of an action, so nobody can tell whether ${name} is open. ${
      meant === undefined ? `Write ${listWords(quoted, "or")}.` : `Did you mean ${quoted[0]}?`
    }`,
    fixes: () => shown.map((word) => replace(`Change to \`${word}\``, at, word, false)),
    needsDecision: true,
  };
}

/** The word of each status that the policy lists first. */
function mainWords({ process }: Policy): string[] {
  return IN_ORDER.flatMap((status) => process.actionStatuses[status].slice(0, 1));
}

/** As many words as the longest status has. */
const MOST_WORDS = 3;
const SHORT = 8;

/** The misspelled words with which the cell opens; all of its words where none of them is near a status. */
function findMeant(cell: TableCell, { process }: Policy): { written: string; meant: string | undefined } {
  const head = headWords(cell);
  const known = IN_ORDER.flatMap((status) => process.actionStatuses[status]);
  for (let count = MOST_WORDS; count > 0; count--) {
    const written = head
      .split(" ")
      .slice(0, count)
      .join(" ")
      .replace(/[.,:!]+$/, "");
    // one slip: with two, `Stalled` would be meant as `Started`
    const meant =
      written.length < 4 ? undefined : findClosest(written, known, written.length < SHORT ? 1 : 2);
    if (meant !== undefined) return { written, meant };
  }
  return { written: head, meant: undefined };
}
