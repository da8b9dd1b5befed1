/** The deadline of an open action is said in words, or as an event, and is no date. */
import { possibleDays } from "../../base/date";
import type { TableCell } from "../../document/table";
import { wordsRange } from "../action-cells";
import { actionsOf } from "../action-rows";
import { findVagueness } from "../deadlines";
import { listWords, quoteRange, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/vague-deadline",
  summary: "The deadline of an open action is no date.",
  why: "Only a date can pass: what is wanted soon, or before something else, is never late.",
  guide: "Delivery process (§3), GI-2",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const reports: Report[] = [];
    for (const row of actionsOf(document).open) {
      const cell = row.cells.due;
      const vagueness = findVagueness(row, policy);
      if (cell === undefined || vagueness === undefined) continue;
      if (vagueness === "event") reports.push({ ...sayEvent(cell), severity: "information" });
      else
        reports.push(possibleDays(cell.text).length > 0 ? sayTwoDays(document.text, cell) : sayWords(cell));
    }
    return reports;
  },
};

function sayWords(cell: TableCell): Report {
  return {
    at: cell.range,
    message: `${quoteValue(cell.text)} is no date. Every action has a deadline that can be kept or missed (GI-2); write the day as \`YYYY-MM-DD\`.`,
  };
}

function sayEvent(cell: TableCell): Report {
  return {
    at: cell.range,
    message: `${quoteValue(cell.text)} names an event. When the event moves, so does the deadline (GI-2); say which day it is, as \`YYYY-MM-DD\`.`,
  };
}

const DAY = /^[\d/]+/;

/** `02/03/2026` is a date, but readers in two countries read two. */
function sayTwoDays(text: string, cell: TableCell): Report {
  const days = possibleDays(cell.text);
  const named = listWords(
    days.map((day) => `\`${day}\``),
    "or",
  );
  // a note behind the date stays
  const at = wordsRange(text, cell, DAY.exec(cell.text)?.[0] ?? "");
  return {
    at,
    message: `${quoteRange(text, at)} may be ${named}. Write the one that is meant.`,
    fixes: () => days.map((day) => replace(`Change to \`${day}\``, at, day, false)),
    needsDecision: true,
  };
}
