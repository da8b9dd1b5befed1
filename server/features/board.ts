/** The board of a workspace, from what its documents say. */
import type { WorkItemLifecycle } from "../policy/types";
import type { Board, BoardCard, DeadlineRow } from "../process/board-model";
import type { OpenStep } from "../process/critical-path";
import type { WorkItemStatus } from "../process/work-item-status";
import { dependencyCharts } from "./board-charts";
import { classCompliance } from "./board-compliance";
import { boardLanes } from "./board-lanes";
import { allStatuses } from "./next-steps";
import type { DocumentFacts } from "./open-actions";
import { workItemKey } from "./work-items";

export interface BoardDocument extends DocumentFacts {
  /** Those of the policy that governs it. */
  readonly lifecycles: readonly WorkItemLifecycle[];
  /** How many findings of severity error and warning it has. */
  readonly findings: number;
}

/** `today` is an ISO date. Nothing is limited here: how much is drawn, the drawing decides. */
export function board(documents: readonly BoardDocument[], today: string): Board {
  const cards = allStatuses(documents, today).map(toCard).sort(byUrgency);
  return {
    today,
    lanes: boardLanes(cards, documents),
    charts: dependencyCharts(cards),
    deadlines: cards.flatMap(toDeadlines),
    compliance: classCompliance(documents),
  };
}

function toCard(status: WorkItemStatus): BoardCard {
  const [first] = dueSteps(status);
  return { key: workItemKey(status.workItem, status.path), status, due: first?.action.due };
}

function toDeadlines(card: BoardCard): readonly DeadlineRow[] {
  const steps = dueSteps(card.status);
  return steps.length === 0 ? [] : [{ card, steps }];
}

/** The earliest first. */
function dueSteps({ next, waiting }: WorkItemStatus): readonly OpenStep[] {
  const due = ({ action }: OpenStep) => action.due ?? "";
  return [...next, ...waiting]
    .filter((step) => due(step) !== "")
    .sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

/** What has no deadline comes last; the sort keeps the order of paths. */
function byUrgency(a: BoardCard, b: BoardCard): number {
  const [first, second] = [a.due ?? "9999", b.due ?? "9999"];
  return first < second ? -1 : first > second ? 1 : 0;
}
