/** Draws what waits for what in a work item, from left to right, as SVG. */
import { Graph, layout } from "@dagrejs/dagre";
import type { ChartEdge, ChartNode, DependencyChart } from "../../process/board-model";
import { drawNode, nodeSize } from "./chart-node";
import { escapeMarkup } from "./escape";
import type { LinkTo } from "./link";
import { cardTitle } from "./words";

/** More would be no picture. */
const MOST_NODES = 24;
/** The width of a line on the critical path is a matter of style; the head of its arrow is drawn here. */
const HEAD = { length: 9, half: 4.5 };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnChart {
  readonly svg: string;
  /** How many actions and gates there was no room for. */
  readonly left: number;
}

/** `prefix` keeps the ids of several folders apart. */
export function drawChart(chart: DependencyChart, today: string, linkTo: LinkTo, prefix: string): DrawnChart {
  const nodes = mostImportant(chart.nodes);
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = chart.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 34, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...nodeSize(node) });
  for (const { from, to, isCritical } of edges) graph.setEdge(from, to, { weight: isCritical ? 4 : 1 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const parts = [
    ...edges
      .toSorted((a, b) => Number(a.isCritical) - Number(b.isCritical))
      .map((edge) => drawEdge(edge, graph.edge(edge.from, edge.to).points ?? [])),
    ...nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return drawNode(node, { x: x ?? 0, y: y ?? 0 }, today, linkTo, prefix, chart.card.key);
    }),
  ];
  const label = escapeMarkup(`What waits for what in ${cardTitle(chart.card)}`);
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"`;
  return {
    svg: `<svg class="chart" role="group" aria-label="${label}" ${size}>${parts.join("")}</svg>`,
    left: chart.nodes.length - nodes.length,
  };
}

/** The critical path whole, then what comes first; in the order given. */
function mostImportant(nodes: readonly ChartNode[]): readonly ChartNode[] {
  if (nodes.length <= MOST_NODES) return nodes;
  const byWeight = nodes.toSorted((a, b) => Number(b.isCritical) - Number(a.isCritical));
  const kept = new Set(byWeight.slice(0, MOST_NODES));
  return nodes.filter((node) => kept.has(node));
}

function drawEdge({ isCritical }: ChartEdge, points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return "";
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  // the line ends where the head begins, so that its width does not blunt the tip
  const neck = { x: end.x - dx * HEAD.length, y: end.y - dy * HEAD.length };
  const head = [
    end,
    { x: neck.x - dy * HEAD.half, y: neck.y + dx * HEAD.half },
    { x: neck.x + dy * HEAD.half, y: neck.y - dx * HEAD.half },
  ];
  const name = isCritical ? "edge critical" : "edge";
  return `<g class="${name}"><path d="${curve([...points.slice(0, -1), neck])}"/><polygon points="${head.map(at).join(" ")}"/></g>`;
}

/** Through the middles of the lines between the points, bent towards the points. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const parts = [`M${at(first)}`];
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined) parts.push(`L${at(point)}`);
    else parts.push(`Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`);
  }
  return parts.join("");
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
