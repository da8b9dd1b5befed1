/** Draws an action, a gate or another work item as a box of its own shape, with words that stay inside. */
import type { ChartNode } from "../../process/board-model";
import { elementId, escapeMarkup } from "./escape";
import { BOLD, fitText, textWidth } from "./fit-text";
import type { LinkTo, Place } from "./link";
import {
  actionTitle,
  cardTitle,
  dueWords,
  gateWords,
  lacks,
  lateness,
  ownersOf,
  passedItems,
  slackWords,
} from "./words";

interface Box {
  readonly width: number;
  readonly height: number;
}

const SIZES: Readonly<Record<ChartNode["kind"], Box>> = {
  action: { width: 244, height: 62 },
  gate: { width: 236, height: 62 },
  "work-item": { width: 220, height: 46 },
};

/** Between the box's border and its words, on each side. */
const PADDING: Readonly<Record<ChartNode["kind"], number>> = { action: 10, gate: 26, "work-item": 20 };
const FONT_SIZE = 12;
const LINE_HEIGHT = 17;

interface Words {
  /** The first line is the bold one. */
  readonly lines: readonly Line[];
  readonly whole: string;
  readonly place: Place;
}

interface Line {
  readonly text: string;
  /** How much of its beginning tells that something is late, in UTF-16 units. */
  readonly late?: number;
}

export function nodeSize({ kind }: ChartNode): Box {
  return SIZES[kind];
}

/** `x` and `y` are those of its middle; a work item may stand in several charts, which their keys keep apart. */
export function drawNode(
  node: ChartNode,
  { x, y }: { readonly x: number; readonly y: number },
  today: string,
  linkTo: LinkTo,
  prefix: string,
  chartKey: string,
): string {
  const { width, height } = SIZES[node.kind];
  const [left, top] = [Math.round(x - width / 2), Math.round(y - height / 2)];
  const { lines, whole, place } = wordsOf(node, today);
  const names = ["node", node.kind, node.isCritical ? "critical" : "", isWaiting(node) ? "waiting" : ""];
  const padding = PADDING[node.kind];
  const first = (height - lines.length * LINE_HEIGHT) / 2 + 13;
  const text = lines.map((line, index) => {
    const room = width - 2 * padding;
    const place = `x="${padding}" y="${first + index * LINE_HEIGHT}"`;
    return `<text ${place}${index === 0 ? ' class="strong"' : ""}>${lineText(line, room, index === 0 ? BOLD : 1)}</text>`;
  });
  return [
    `<a id="${elementId(`${prefix}node`, `${chartKey} ${node.id}`)}" class="${names.filter(Boolean).join(" ")}" ${linkTo(place)}>`,
    `<title>${escapeMarkup(whole)}</title>`,
    shape(node.kind, left, top),
    // a picture in a picture cuts off what a wide font might draw beyond the box
    `<svg x="${left}" y="${top}" width="${width}" height="${height}" aria-hidden="true">${text.join("")}</svg></a>`,
  ].join("");
}

function lineText({ text, late = 0 }: Line, room: number, weight: number): string {
  // what is late is bold, too
  const bold = textWidth(text.slice(0, late), FONT_SIZE) * (BOLD - 1);
  const fitted = fitText(text, room - bold, FONT_SIZE, weight);
  const rest = escapeMarkup(fitted.slice(late));
  return late === 0 ? rest : `<tspan class="late">${escapeMarkup(fitted.slice(0, late))}</tspan>${rest}`;
}

function isWaiting(node: ChartNode): boolean {
  return node.kind === "action" && node.waits;
}

function shape(kind: ChartNode["kind"], left: number, top: number): string {
  const { width, height } = SIZES[kind];
  if (kind !== "gate") {
    const radius = kind === "action" ? 5 : height / 2;
    return `<rect class="box" x="${left}" y="${top}" width="${width}" height="${height}" rx="${radius}"/>`;
  }
  const [right, bottom, middle] = [left + width, top + height, top + height / 2];
  const points = [
    [left, middle],
    [left + 18, top],
    [right - 18, top],
    [right, middle],
    [right - 18, bottom],
    [left + 18, bottom],
  ];
  return `<polygon class="box" points="${points.map((point) => point.join(",")).join(" ")}"/>`;
}

function wordsOf(node: ChartNode, today: string): Words {
  if (node.kind === "work-item") {
    const { status } = node.card;
    const title = cardTitle(node.card);
    return {
      lines: [{ text: title }, { text: status.state ?? "" }].filter(({ text }) => text !== ""),
      whole: `Work item ${title}${status.state === undefined ? "" : `, ${status.state}`}`,
      place: { path: status.path, line: status.nextGate?.gate.line ?? 0 },
    };
  }
  if (node.kind === "gate") {
    const { path, gate } = node.gate;
    const { items, line } = gate;
    const progress = items.length === 0 ? "no items yet" : `${passedItems(items)} of ${items.length} passed`;
    const missing = lacks(items);
    return {
      lines: [
        { text: `${gateWords({ ...gate, title: "" })} · ${progress}` },
        { text: gate.title },
        { text: missing === "" ? "" : `lacks ${missing}` },
      ].filter(({ text }) => text !== ""),
      whole: `${gateWords(gate)}: ${progress}${missing === "" ? "" : `, lacks ${missing}`}`,
      place: { path, line },
    };
  }
  const { step } = node;
  const late = lateness(step.action.due, today);
  const due = dueWords(step, today);
  const slack = slackWords(step);
  const when = late === "" ? due : `${due}, late`;
  return {
    lines: [
      { text: [step.action.id, ownersOf(step)].filter(Boolean).join(" · ") },
      { text: step.action.text },
      { text: [when, slack].filter(Boolean).join(" · "), late: late === "" ? 0 : when.length },
    ],
    whole: [
      actionTitle(step),
      ownersOf(step),
      late === "" ? `due ${due}` : `due ${due}, ${late}`,
      slack,
      node.isCritical ? "on the critical path" : "",
    ]
      .filter(Boolean)
      .join(" · "),
    place: { path: step.path, line: step.action.line },
  };
}
