/** What cells of registers, logs and status blocks may say: days, states of work items, actions to wait for. */
import { isOpen } from "../../process/critical-path";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";
import { describeAction } from "./complete-reference";
import { type Completion, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { plain } from "./markdown";

/** Today, then the days on which other actions of the document are due. */
export function dueItems({ document, today }: AuthoringContext): readonly Completion[] {
  const dues = new Map<string, string>();
  for (const { action } of processOf(document).rows)
    if (action.due !== undefined && action.due !== today && !dues.has(action.due))
      dues.set(action.due, action.id ?? action.text);
  return [
    word(today, "date", "today", "Today's date."),
    ...[...dues]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([due, of]) => word(due, "date", `as ${of}`, plain(`Due with ${of}.`))),
  ];
}

/** Those of the work item's own way, in order; of all where it is not known. */
export function stateItems(document: GovernedDocument): readonly Completion[] {
  const { state, gates: stated } = processOf(document);
  const { lifecycles } = document.policy.process;
  const isStated = (name: string): boolean =>
    stated.some(({ gate }) => gate.gate.toLowerCase() === name.toLowerCase());
  const own = lifecycles.filter(({ states, gates }) =>
    state === undefined
      ? gates.some(({ name }) => isStated(name))
      : states.some(({ name }) => name === state),
  );
  return (own.length > 0 ? own : lifecycles).flatMap(({ name, states, gates }) =>
    states.map((each) => {
      const gate = gates.find(({ to }) => to === each.name);
      const way = gate === undefined ? "The first state." : `Entered through gate ${plain(gate.name)}.`;
      return word(each.name, "state", name, way);
    }),
  );
}

/** Open actions of the document, but for the one on `line`. */
export function actionIds({ document }: AuthoringContext, line: number | undefined): readonly Completion[] {
  return processOf(document).rows.flatMap(({ action }) =>
    action.id === undefined || action.line === line || !isOpen(action)
      ? []
      : [word(action.id, "id", action.text, describeAction(action))],
  );
}
