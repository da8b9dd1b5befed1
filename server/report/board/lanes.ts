/** The columns of the board with a card for each work item, as HTML. */
import type { BoardCard, BoardColumn, BoardLane } from "../../process/board-model";
import type { OpenStep } from "../../process/critical-path";
import type { Gate, StatedStep } from "../../process/types";
import type { PlacedConcern, WorkItemStatus } from "../../process/work-item-status";
import { nameOf, untoldStep, waitsOn } from "../next-steps";
import { count, groupThousands } from "../terminal-text";
import { elementId, escapeMarkup } from "./escape";
import type { LinkTo } from "./link";
import {
  columnName,
  dueWords,
  gateWords,
  lacks,
  laneName,
  lateness,
  ownersOf,
  passedItems,
  shortDate,
  shorten,
} from "./words";

/** More in one column is more than anybody reads in a stand-up. */
const MOST_CARDS = 16;
/** Of what is held up, a card names so many. */
const MOST_BLOCKED = 3;
/** Of the ring of a gate's progress, in pixels. */
const RADIUS = 9;

export function renderLane(lane: BoardLane, today: string, linkTo: LinkTo, prefix: string): string {
  const name = laneName(lane);
  const cards = lane.columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const columns = lane.columns.map((column) => renderColumn(column, lane.closed, today, linkTo, prefix));
  const heading = `<h2>${escapeMarkup(name)} <small>${groupThousands(cards)} in flight${lane.closed === 0 ? "" : `, ${groupThousands(lane.closed)} closed`}</small></h2>`;
  if (cards === 0) return heading;
  // columns that do not fit are scrolled to, with the keyboard too
  return `${heading}
<div class="columns" id="${elementId(`${prefix}lane`, name)}" role="group" aria-label="${escapeMarkup(name)}" tabindex="0">${columns.join("\n")}</div>`;
}

/** A column without cards is narrow: its name is read from below. */
function renderColumn(
  column: BoardColumn,
  closed: number,
  today: string,
  linkTo: LinkTo,
  prefix: string,
): string {
  const { cards, isFinal } = column;
  const name = breakable(columnName(column));
  if (cards.length === 0) {
    const number = isFinal ? ` <small>${groupThousands(closed)}</small>` : "";
    return `<section class="column empty"><h3><span>${name}</span>${number}</h3></section>`;
  }
  const shown = cards.slice(0, MOST_CARDS).map((card) => renderCard(card, today, linkTo, prefix));
  const more = cards.length - shown.length;
  const rest =
    more === 0 ? "" : `<p class="more">and ${groupThousands(more)} more, due later or without a deadline</p>`;
  return `<section class="column${cards.length > 4 ? " many" : ""}"><h3><span>${name}</span> <small>${groupThousands(cards.length)}</small></h3>
<ul class="cards">${shown.join("\n")}</ul>${rest}</section>`;
}

/** A state's name may be broken where its words are joined. */
function breakable(name: string): string {
  return escapeMarkup(name).replaceAll("_", "_<wbr>");
}

function renderCard(card: BoardCard, today: string, linkTo: LinkTo, prefix: string): string {
  const { status, key } = card;
  const { workItem, title, path, nextGate, overdue } = status;
  const place = { path, line: nextGate?.path === path ? nextGate.gate.line : 0 };
  const id = workItem === undefined ? "" : `<b class="id">${escapeMarkup(workItem)}</b> `;
  const late =
    overdue.length === 0 ? "" : `<span class="badge">${groupThousands(overdue.length)} overdue</span>`;
  return `<li id="${elementId(`${prefix}item`, key)}" class="card${overdue.length === 0 ? "" : " is-late"}">
<h4><a class="cover" id="${elementId(`${prefix}card`, key)}" ${linkTo(place)}>${id}${escapeMarkup(title)}</a></h4>${late}
${nextGate === undefined ? "" : renderGate(nextGate.gate)}
${renderNext(card, today, linkTo, prefix)}
${renderBlocked(status)}</li>`;
}

function renderGate(gate: Gate): string {
  const { items } = gate;
  const passed = passedItems(items);
  const missing = lacks(items);
  const words = items.length === 0 ? "no items yet" : `${passed} of ${count(items.length, "item")} passed`;
  const wanting = missing === "" ? "" : `<span class="detail">lacks ${missing}</span>`;
  const name = gateWords({ ...gate, title: "" });
  return `<p class="gate" title="${escapeMarkup(gateWords(gate))}">${renderRing(passed, items.length)}<span>${escapeMarkup(name)} · ${words}${wanting}</span></p>`;
}

/** How many of a gate's items have passed, at a glance; the words beside it say the same. */
function renderRing(passed: number, all: number): string {
  const round = 2 * Math.PI * RADIUS;
  const done = all === 0 ? 0 : (passed / all) * round;
  const arc =
    done === 0
      ? ""
      : `<circle class="done" cx="12" cy="12" r="${RADIUS}" stroke-dasharray="${done.toFixed(1)} ${round.toFixed(1)}" transform="rotate(-90 12 12)"/>`;
  return `<svg class="ring" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><circle class="all" cx="12" cy="12" r="${RADIUS}"/>${arc}</svg>`;
}

/** Who acts next, what they do, by when. */
function renderNext({ status }: BoardCard, today: string, linkTo: LinkTo, prefix: string): string {
  const [first, ...others] = status.next;
  if (first === undefined) {
    const stated = untoldStep(status.next, status.stated);
    if (stated !== undefined) return renderStated(stated, today);
    const sentence = status.waiting.length === 0 ? "No action is open." : "Everything that is open waits.";
    return `<p class="next">${sentence}</p>`;
  }
  const { path, action } = first;
  const late = lateness(action.due, today);
  const due = escapeMarkup(dueWords(first, today));
  const more =
    others.length === 0
      ? ""
      : `<span class="detail">and ${count(others.length, "action")} that can start</span>`;
  const link = `<a id="${elementId(`${prefix}next`, `${path}:${action.line}`)}" ${linkTo({ path, line: action.line })}>${escapeMarkup(nameOf(first))}</a>`;
  const when =
    late === "" ? `<span class="due">${due}</span>` : `<span class="due late">${due}, ${late}</span>`;
  return `<p class="next"><b>${escapeMarkup(ownersOf(first))}</b> ${link} ${when}${more}</p>`;
}

/** In the words of the status block, where no action says who acts next. */
function renderStated({ actor = "", action, due, dueText }: StatedStep, today: string): string {
  const late = lateness(due, today);
  const day = due === undefined ? dueText : shortDate(due, today);
  const when =
    day === ""
      ? ""
      : `<span class="due${late === "" ? "" : " late"}">${escapeMarkup([day, late].filter(Boolean).join(", "))}</span>`;
  return `<p class="next"><b>${escapeMarkup(actor)}</b> ${escapeMarkup(action)} ${when}</p>`;
}

/** What the documents list as blockers comes before what waits. */
function renderBlocked({ blockers, waiting }: WorkItemStatus): string {
  const all = [...blockers.map(describeBlocker), ...waiting.map(describeWait)];
  if (all.length === 0) return "";
  const shown = all.slice(0, MOST_BLOCKED).map((words) => `<li>${escapeMarkup(words)}</li>`);
  const more = all.length - shown.length;
  const rest = more === 0 ? "" : `<li>and ${groupThousands(more)} more</li>`;
  return `<ul class="blocked" aria-label="Blocked">${shown.join("")}${rest}</ul>`;
}

function describeBlocker({ concern: { id, text } }: PlacedConcern): string {
  return shorten([id, text].filter(Boolean).join(" "), LONGEST_BLOCKER);
}

function describeWait(step: OpenStep): string {
  const on = waitsOn(step);
  return `${nameOf(step)} ${on.length === 0 ? "is blocked" : `waits for ${on.join(", ")}`}`;
}

/** A card is no place for sentences. */
const LONGEST_BLOCKER = 80;
