/** The board as HTML: parts with ids of their own, which a view patches one by one, and the page that holds them. */
import type { Board, BoardLane } from "../../process/board-model";
import type { WorkItemStatus } from "../../process/work-item-status";
import { count, groupThousands } from "../terminal-text";
import { drawChart } from "./chart";
import { renderCompliance } from "./compliance";
import { elementId, escapeMarkup } from "./escape";
import { renderLane } from "./lanes";
import type { LinkTo } from "./link";
import { BOARD_STYLE } from "./style";
import { drawTimeLine } from "./time-line";
import { cardTitle, laneName, shortDate } from "./words";

/** More pictures are more than a wall holds; the longest chains are the ones to talk about. */
const MOST_CHARTS = 8;
const MOST_ROWS = 20;

export interface BoardPart {
  /** The id of the element that `html` is. */
  readonly id: string;
  readonly html: string;
}

export interface BoardFolder {
  /** Of the workspace folder; undefined where there is one only. */
  readonly name: string | undefined;
  readonly board: Board;
  readonly linkTo: LinkTo;
  /** True while there may be documents that have not been read. */
  readonly isReading?: boolean;
}

/** Everything in it comes escaped. */
export function renderBoardParts(folders: readonly BoardFolder[]): readonly BoardPart[] {
  return folders.flatMap((folder, index) => folderParts(folder, index === 0 ? "" : `${index}-`));
}

function folderParts(
  { name, board, linkTo, isReading = false }: BoardFolder,
  prefix: string,
): readonly BoardPart[] {
  const { today, lanes, charts, deadlines, compliance } = board;
  const part = (id: string, html: string): BoardPart => {
    const whole = elementId("part", `${prefix}${id}`);
    return { id: whole, html: `<section id="${whole}" class="part">${html}</section>` };
  };
  return [
    part("head", renderHead(board, name, isReading)),
    ...lanes.map((lane) => part(`lane-${laneKey(lane, lanes)}`, renderLane(lane, today, linkTo, prefix))),
    ...(charts.length === 0 ? [] : [part("charts", renderCharts(board, linkTo, prefix))]),
    ...(deadlines.length === 0 ? [] : [part("due", renderDeadlines(board, linkTo, prefix))]),
    ...(compliance.length === 0 ? [] : [part("classes", renderCompliance(compliance, linkTo, prefix))]),
  ];
}

/** Two policies may name their lifecycles alike. */
function laneKey(lane: BoardLane, lanes: readonly BoardLane[]): string {
  const name = laneName(lane);
  const before = lanes.slice(0, lanes.indexOf(lane)).filter((each) => laneName(each) === name).length;
  return before === 0 ? name : `${name} ${before + 1}`;
}

function renderHead(
  { today, lanes, deadlines }: Board,
  name: string | undefined,
  isReading: boolean,
): string {
  const cards = lanes.flatMap(({ columns }) => columns.flatMap((column) => column.cards));
  const closed = lanes.reduce((sum, lane) => sum + lane.closed, 0);
  const items = cards.filter(({ status }) => status.workItem !== undefined || status.nextGate !== undefined);
  const overdue = cards.reduce((sum, { status }) => sum + status.overdue.length, 0);
  const open = cards.reduce((sum, { status }) => sum + status.next.length + status.waiting.length, 0);
  const undated = cards.reduce((sum, { status }) => sum + countUndated(status), 0);
  const coming = deadlines
    .flatMap(({ steps }) => steps.flatMap(({ action }) => action.due ?? []))
    .filter((due) => due >= today)
    .sort()[0];
  const facts = [
    `${count(items.length, "work item")} in flight`,
    count(open, "open action"),
    overdue === 0 ? "nothing overdue" : `<strong class="late">${groupThousands(overdue)} overdue</strong>`,
    coming === undefined ? "" : `next deadline ${shortDate(coming, today)}`,
    undated === 0 ? "" : `${groupThousands(undated)} without a deadline`,
    closed === 0 ? "" : `${count(closed, "work item")} closed`,
  ].filter((fact) => fact !== "");
  const title = name === undefined ? "Board" : `Board · ${escapeMarkup(name)}`;
  const empty =
    cards.length > 0 ? "" : "<p>Nothing is open: no work item is in flight, and every action is done.</p>";
  const note = isReading ? "<p>Docket is still reading the documents.</p>" : empty;
  return `<h1>${title} <time datetime="${today}">${shortDate(today, today)}</time></h1><p class="facts">${facts.join(" · ")}</p>${note}`;
}

function countUndated({ next, waiting }: WorkItemStatus): number {
  return [...next, ...waiting].filter(({ action }) => action.due === undefined).length;
}

function renderCharts({ charts, today }: Board, linkTo: LinkTo, prefix: string): string {
  const drawn = charts.slice(0, MOST_CHARTS).map((chart) => {
    const { svg, left } = drawChart(chart, today, linkTo, prefix);
    const path = chart.card.status.criticalPath;
    const notes = [
      path.length === 0 ? "" : `${path.length} actions on the critical path`,
      chart.loose === 0 ? "" : `${count(chart.loose, "more action")} on which nothing waits`,
      left === 0 ? "" : `${left} more not drawn`,
    ].filter((note) => note !== "");
    const key = elementId(`${prefix}chart`, chart.card.key);
    const title = escapeMarkup(cardTitle(chart.card));
    return `<section id="${key}"><h3>${title} <small>${notes.join(" · ")}</small></h3><div class="scroll" id="${key}-scroll" role="group" aria-label="${title}" tabindex="0">${svg}</div></section>`;
  });
  return `<h2>What waits for what</h2>${drawn.join("\n")}${more(charts.length - drawn.length, "with shorter chains")}`;
}

function renderDeadlines({ deadlines, today }: Board, linkTo: LinkTo, prefix: string): string {
  const rows = deadlines.slice(0, MOST_ROWS);
  const svg = drawTimeLine(rows, today, linkTo, prefix);
  const scroll = elementId(`${prefix}due`, "scroll");
  return `<h2>Due dates</h2><div class="scroll" id="${scroll}" role="group" aria-label="Due dates" tabindex="0">${svg}</div>${more(deadlines.length - rows.length, "with later deadlines")}`;
}

function more(number: number, which: string): string {
  return number === 0 ? "" : `<p class="more">and ${count(number, "more work item")} ${which}</p>`;
}

/** One file that needs nothing else. `styleHash` is the SHA-256 of `BOARD_STYLE`, Base64. */
export function renderBoardPage(folder: BoardFolder, styleHash: string): string {
  const parts = renderBoardParts([folder]).map(({ html }) => html);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Board</title>
<style>${BOARD_STYLE}</style>
</head>
<body>
<main id="board">
${parts.join("\n")}
</main>
</body>
</html>
`;
}
