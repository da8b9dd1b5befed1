/** Draws when what is due, one row a work item, with a line for today, as SVG. */
import { addDays } from "../../base/date";
import type { DeadlineRow } from "../../process/board-model";
import type { OpenStep } from "../../process/critical-path";
import { count } from "../terminal-text";
import { elementId, escapeMarkup } from "./escape";
import { BOLD, fitText, textWidth } from "./fit-text";
import type { LinkTo } from "./link";
import { createScale, type Scale } from "./time-scale";
import { actionTitle, cardTitle, lateness, ownersOf, shortDate } from "./words";

const TIME_LINE = { label: 200, days: 700, margin: 110, head: 42, row: 24, gap: 10 };
const FONT_SIZE = 12;
/** Of what is due on one day. */
const MOST_NAMED = 6;
/** What is due further away than this stands at the edge. */
const HORIZON = 366;

interface Mark {
  readonly due: string;
  readonly steps: readonly OpenStep[];
  readonly x: number;
  readonly text: string;
  readonly width: number;
  /** Marks that would lie on each other go below one another. */
  readonly level: number;
}

/** `rows` are all drawn; `today` is an ISO date. */
export function drawTimeLine(
  rows: readonly DeadlineRow[],
  today: string,
  linkTo: LinkTo,
  prefix: string,
): string {
  const range = { first: addDays(today, -HORIZON), last: addDays(today, HORIZON) };
  const dates = rows.flatMap(({ steps }) => steps.map((step) => clamp(dueOf(step), range)));
  const scale = createScale([...dates, today], TIME_LINE.label, TIME_LINE.days);
  const parts: string[] = [];
  let top = TIME_LINE.head;
  for (const row of rows) {
    const marks = placeMarks(row, scale, range);
    const levels = Math.max(...marks.map(({ level }) => level)) + 1;
    const height = levels * TIME_LINE.row + TIME_LINE.gap;
    parts.push(drawRow(row, marks, top, height, today, linkTo, prefix));
    top += height;
  }
  const width = TIME_LINE.label + TIME_LINE.days + TIME_LINE.margin;
  const size = `width="${width}" height="${top + 4}" viewBox="0 0 ${width} ${top + 4}"`;
  return `<svg class="time-line" role="group" aria-label="Due dates" ${size}>${drawAxis(scale, today, top)}${parts.join("")}</svg>`;
}

function dueOf({ action }: OpenStep): string {
  return action.due ?? "";
}

function clamp(due: string, { first, last }: { readonly first: string; readonly last: string }): string {
  return due < first ? first : due > last ? last : due;
}

/** What is due on one day is one mark: the action's id, or how many they are. */
function placeMarks(
  { steps }: DeadlineRow,
  scale: Scale,
  range: { readonly first: string; readonly last: string },
): readonly Mark[] {
  const days = new Map<string, OpenStep[]>();
  for (const step of steps) {
    const others = days.get(clamp(dueOf(step), range));
    if (others === undefined) days.set(clamp(dueOf(step), range), [step]);
    else others.push(step);
  }
  const ends: number[] = [];
  return [...days].map(([due, own]) => {
    const text = markText(own);
    const width = Math.ceil(textWidth(text, FONT_SIZE, BOLD)) + 14;
    const x = scale.at(due);
    const found = ends.findIndex((end) => end + 3 <= x);
    const level = found < 0 ? ends.length : found;
    ends[level] = x + width;
    return { due, steps: own, x, text, width, level };
  });
}

function markText(steps: readonly OpenStep[]): string {
  const ids = steps.flatMap(({ action }) => action.id ?? []);
  const text = ids.join(" ");
  return ids.length === steps.length && ids.length <= 2 && textWidth(text, FONT_SIZE) <= 90
    ? text
    : count(steps.length, "action");
}

function drawRow(
  { card }: DeadlineRow,
  marks: readonly Mark[],
  top: number,
  height: number,
  today: string,
  linkTo: LinkTo,
  prefix: string,
): string {
  const { status, key } = card;
  const place = { path: status.path, line: status.nextGate?.gate.line ?? 0 };
  const title = cardTitle(card);
  const shown = fitText(title, TIME_LINE.label - 18, FONT_SIZE, BOLD);
  const y = top + 17;
  return [
    `<line class="rule" x1="0" y1="${top}" x2="${TIME_LINE.label + TIME_LINE.days + TIME_LINE.margin}" y2="${top}"/>`,
    `<a id="${elementId(`${prefix}row`, key)}" class="row" ${linkTo(place)}><title>${escapeMarkup(title)}</title>`,
    `<rect class="hit" x="0" y="${top + 1}" width="${TIME_LINE.label - 8}" height="${height - 2}"/>`,
    `<text class="strong" x="4" y="${y}">${escapeMarkup(shown)}</text></a>`,
    ...marks.map((mark) => drawMark(mark, key, top, today, linkTo, prefix)),
  ].join("");
}

function drawMark(
  { due, steps, x, text, width, level }: Mark,
  key: string,
  top: number,
  today: string,
  linkTo: LinkTo,
  prefix: string,
): string {
  const [first] = steps;
  if (first === undefined) return "";
  const late = dueOf(first) < today;
  const whole = steps.slice(0, MOST_NAMED).map((step) => {
    const delay = lateness(step.action.due, today);
    return `${actionTitle(step)} · ${ownersOf(step)} · ${shortDate(dueOf(step), today)}${delay === "" ? "" : `, ${delay}`}`;
  });
  const rest = steps.length > MOST_NAMED ? [`and ${steps.length - MOST_NAMED} more`] : [];
  const y = top + TIME_LINE.gap / 2 + level * TIME_LINE.row;
  const place = { path: first.path, line: first.action.line };
  return [
    `<a id="${elementId(`${prefix}due`, `${key} ${due}`)}" class="mark${late ? " late" : ""}" ${linkTo(place)}>`,
    `<title>${escapeMarkup([...whole, ...rest].join("; "))}</title>`,
    `<rect class="box" x="${x}" y="${y}" width="${width}" height="20" rx="4"/>`,
    `<svg x="${x}" y="${y}" width="${width}" height="20" aria-hidden="true"><text x="7" y="14">${escapeMarkup(text)}</text></svg></a>`,
  ].join("");
}

function drawAxis(scale: Scale, today: string, bottom: number): string {
  const x = scale.at(today);
  const taken: { readonly from: number; readonly to: number }[] = [{ from: x - 36, to: x + 42 }];
  const ticks = scale.ticks.flatMap(({ date, x: at }) => {
    const text = shortDate(date, today);
    const width = textWidth(text, FONT_SIZE);
    if (date === today || taken.some(({ from, to }) => at < to && at + width + 8 > from)) return [];
    taken.push({ from: at, to: at + width + 8 });
    return [
      `<line class="tick" x1="${at}" y1="${TIME_LINE.head - 8}" x2="${at}" y2="${bottom}"/><text class="muted" x="${at}" y="${TIME_LINE.head - 14}">${text}</text>`,
    ];
  });
  const breaks = scale.breaks.map(({ x: at, days }) => {
    const text = count(days, "day");
    const [from, to] = [at - textWidth(text, FONT_SIZE) / 2, at + textWidth(text, FONT_SIZE) / 2];
    const hasRoom = !taken.some((other) => from < other.to && to > other.from);
    if (hasRoom) taken.push({ from, to });
    const words = hasRoom
      ? `<text class="muted" x="${at}" y="${TIME_LINE.head - 18}" text-anchor="middle">${text}</text>`
      : "";
    const y = TIME_LINE.head - 2;
    return `<path class="break" d="M${at - 4},${y}l3,-12M${at + 1},${y}l3,-12"><title>${count(days, "day")} without a deadline</title></path>${words}`;
  });
  const label = `Today, ${shortDate(today, today)}`;
  return [
    ...ticks,
    ...breaks,
    `<g class="today"><line x1="${x}" y1="18" x2="${x}" y2="${bottom}"/><text class="strong" x="${x}" y="13" text-anchor="middle">${label}</text></g>`,
  ].join("");
}
