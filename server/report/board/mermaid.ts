/** The board's due dates as a Gantt chart and its dependencies as a flow chart, in Mermaid, to paste into Markdown. */
import type { Board, ChartNode, DeadlineRow, DependencyChart } from "../../process/board-model";
import { count } from "../terminal-text";
import { flowText, ganttText } from "./mermaid-text";
import {
  actionTitle,
  cardTitle,
  dueWords,
  gateWords,
  ownersOf,
  passedItems,
  shorten,
  slackWords,
} from "./words";

/** Mermaid draws nothing that is longer, nor a chart with more edges: both are its defaults, with room to spare. */
const MOST_CHARACTERS = 45_000;
const MOST_EDGES = 450;
const LONGEST_NAME = 70;

/** Markdown with two fences; a sentence in place of a chart that would be empty. */
export function renderMermaid({ deadlines, charts, today }: Board): string {
  const gantt = takeWhile(deadlines.map(ganttSection));
  const flow = takeWhile(charts.map((chart, index) => flowGroup(chart, index, today)));
  return [
    gantt.length === 0
      ? "No open action has a deadline.\n"
      : fence(["gantt", "  title Due dates", "  dateFormat YYYY-MM-DD", "  axisFormat %b %e", ...gantt]),
    left(deadlines.length - gantt.length, "with later deadlines"),
    flow.length === 0 ? "No open action waits for another one.\n" : fence(["flowchart LR", ...flow]),
    left(charts.length - flow.length, "with shorter chains"),
    `As of ${today}.\n`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Deadlines are all that is known of when something is done, so each is a milestone. */
function ganttSection({ card, steps }: DeadlineRow, index: number): string {
  const critical = new Set(card.status.criticalPath);
  const tasks = steps.map((step, at) => {
    const name = ganttText(shorten(`${actionTitle(step)} (${ownersOf(step)})`, LONGEST_NAME));
    const mark = critical.has(step) ? "crit, milestone" : "milestone";
    return `    ${name} :${mark}, t${index}_${at}, ${step.action.due}, 0d`;
  });
  return [`  section ${ganttText(shorten(cardTitle(card), LONGEST_NAME))}`, ...tasks].join("\n");
}

function flowGroup({ card, nodes, edges }: DependencyChart, index: number, today: string): string {
  const names = new Map(nodes.map(({ id }, at) => [id, `n${index}_${at}`]));
  return [
    `  subgraph g${index}["${flowText(shorten(cardTitle(card), LONGEST_NAME))}"]`,
    ...nodes.map((node) => `    ${names.get(node.id)}${flowShape(node, today)}`),
    ...edges.map(
      ({ from, to, isCritical }) => `    ${names.get(from)} ${isCritical ? "==>" : "-->"} ${names.get(to)}`,
    ),
    "  end",
  ].join("\n");
}

/** An action is a box, a gate a hexagon, another work item a stadium. */
function flowShape(node: ChartNode, today: string): string {
  if (node.kind === "work-item") return `(["${flowText(shorten(cardTitle(node.card), LONGEST_NAME))}"])`;
  if (node.kind === "gate") {
    const { items } = node.gate.gate;
    const progress = items.length === 0 ? "" : ` · ${passedItems(items)} of ${items.length}`;
    return `{{"${flowText(shorten(`${gateWords({ ...node.gate.gate, title: "" })}${progress}`, LONGEST_NAME))}"}}`;
  }
  const { step } = node;
  const details = [ownersOf(step), dueWords(step, today), slackWords(step)].filter((part) => part !== "");
  return `["${flowText(shorten(actionTitle(step), LONGEST_NAME))}<br/>${flowText(shorten(details.join(" · "), LONGEST_NAME))}"]`;
}

/** As many as Mermaid draws. */
function takeWhile(parts: readonly string[]): readonly string[] {
  let characters = 0;
  let edges = 0;
  const end = parts.findIndex((part) => {
    characters += part.length + 1;
    edges += part.split(/ (?:==|--)> /).length - 1;
    return characters > MOST_CHARACTERS || edges > MOST_EDGES;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

function fence(lines: readonly string[]): string {
  return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n`;
}

function left(number: number, which: string): string {
  return number === 0 ? "" : `And ${count(number, "more work item")} ${which}.\n`;
}
