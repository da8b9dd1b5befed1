/** The board for programs. Keys may be added, never changed. */
import type { Board, BoardCard, ChartNode } from "../../process/board-model";
import { workItemJson } from "../next-steps";

/** All of it: what the page leaves out for want of room is here. */
export function renderBoardJson({ today, lanes, charts, deadlines, compliance }: Board): string {
  const value = {
    version: 1,
    today,
    lanes: lanes.map(({ lifecycle, closed, columns }) => ({
      lifecycle: lifecycle ?? null,
      closed,
      columns: columns.map(({ kind, state, isFinal, cards }) => ({
        kind,
        state: kind === "state" ? state : null,
        final: isFinal,
        workItems: cards.map(({ key, due, status }) => ({ key, due: due ?? null, ...workItemJson(status) })),
      })),
    })),
    charts: charts.map(({ card, nodes, edges, loose }) => ({
      workItem: card.key,
      nodes: nodes.map(nodeJson),
      edges: edges.map(({ from, to, isCritical }) => ({ from, to, critical: isCritical })),
      loose,
    })),
    deadlines: deadlines.map(({ card, steps }) => ({
      workItem: card.key,
      actions: steps.map(({ path, action }) => ({
        id: action.id ?? null,
        due: action.due ?? null,
        path,
        line: action.line + 1,
      })),
    })),
    compliance: compliance.map(({ className, documents, clean, worst }) => ({
      class: className,
      documents,
      clean,
      worst: worst ?? null,
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function nodeJson(node: ChartNode) {
  const { id, kind, isCritical: critical } = node;
  if (kind === "work-item") return { id, kind, critical, workItem: (node.card as BoardCard).key };
  if (kind === "gate") {
    const { path, gate } = node.gate;
    return { id, kind, critical, gate: gate.gate, title: gate.title, path, line: gate.line + 1 };
  }
  const { path, action, slack } = node.step;
  return { id, kind, critical, action: action.id ?? null, slack: slack ?? null, path, line: action.line + 1 };
}
