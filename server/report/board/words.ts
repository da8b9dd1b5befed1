/** The board's words for dates, gates and people. */
import { daysBetween } from "../../base/date";
import { sentence } from "../../base/sentence";
import type { BoardCard, BoardColumn, BoardLane } from "../../process/board-model";
import type { OpenStep } from "../../process/critical-path";
import type { GateItem } from "../../process/types";
import { gateName } from "../next-steps";
import { count } from "../terminal-text";

const SHORT = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** `Feb 25`, with its year where that is not this one. */
export function shortDate(iso: string, today: string): string {
  return (iso.slice(0, 4) === today.slice(0, 4) ? SHORT : LONG).format(new Date(`${iso}T00:00:00Z`));
}

/** `2 days late`; empty for what is due today or later. */
export function lateness(due: string | undefined, today: string): string {
  const days = due === undefined ? 0 : daysBetween(due, today);
  return days > 0 ? `${count(days, "day")} late` : "";
}

/** What an action may slip without holding up what waits for it: `4 d slack`. */
export function slackWords({ slack }: OpenStep): string {
  if (slack === undefined) return "";
  if (slack === 0) return "no slack";
  return slack > 0 ? `${slack} d slack` : `${-slack} d short`;
}

export function ownersOf({ action }: OpenStep): string {
  return action.owners.length === 0 ? "Nobody named" : action.owners.join(" + ");
}

/** `by Feb 25`, or what stands where the day should. */
export function dueWords({ action: { due, dueText } }: OpenStep, today: string): string {
  if (due !== undefined) return shortDate(due, today);
  return dueText === "" ? "no deadline" : dueText;
}

/** `A2 Add the fields`; an action without an id goes by its text alone. */
export function actionTitle({ action }: OpenStep): string {
  return [action.id, action.text].filter((each) => each !== undefined).join(" ");
}

export function cardTitle({ status }: BoardCard): string {
  const { workItem, title } = status;
  return workItem === undefined ? title : `${workItem} ${title}`;
}

export function gateWords(gate: { readonly gate: string; readonly title: string }): string {
  return sentence(gateName(gate));
}

/** `2 of 5`: how many of a gate's items have passed. */
export function passedItems(items: readonly GateItem[]): number {
  return items.filter(({ status }) => status === "passed").length;
}

/** What the items lack that have not passed, each proof once: `evidence, validation`. */
export function lacks(items: readonly GateItem[]): string {
  return [...new Set(items.flatMap(({ missing }) => missing))].join(", ");
}

export function laneName({ lifecycle }: BoardLane): string {
  return lifecycle === undefined ? "Other work" : sentence(lifecycle);
}

const COLUMN_NAMES: Readonly<Record<BoardColumn["kind"], string>> = {
  state: "",
  "unknown-state": "State not named",
  "no-lifecycle": "Work items without gates",
  "no-work-item": "Documents of no work item",
};

export function columnName({ kind, state }: BoardColumn): string {
  return kind === "state" ? state : COLUMN_NAMES[kind];
}

/** Of `longest` units at most, the sign for what is left out included. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
