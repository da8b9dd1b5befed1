/** The decisions that go by an id. */
import { foldKey } from "../../base/fold";
import type { PlacedAction } from "../../process/critical-path";
import { processOf } from "../../process/read-process";
import type { Entry } from "../../process/types";
import type { AuthoringContext } from "./context";

export interface PlacedDecision {
  readonly path: string;
  readonly decision: Entry;
}

/** Those of the document itself; where it has none, those of its work item's documents. */
function findDecisions(id: string, { document, workspace }: AuthoringContext): readonly PlacedDecision[] {
  const words = document.policy.process.decisionHeadings;
  const key = decisionKey(id, words);
  if (key === undefined) return [];
  const isMeant = (decision: Entry): boolean =>
    decision.id !== undefined && decisionKey(decision.id, words) === key;
  const { decisions, workItem } = processOf(document);
  const own = decisions.filter(isMeant);
  if (own.length > 0) return own.map((decision) => ({ path: document.path, decision }));
  const paths = workItem === undefined ? [] : workspace.ofWorkItem(workItem);
  return paths.flatMap((path) =>
    (workspace.find(path)?.process.decisions ?? []).filter(isMeant).map((decision) => ({ path, decision })),
  );
}

/** Those that are meant rather than an action: of the document or its work item, where no action of these has the id. */
export function decisionsMeant(
  id: string,
  actions: readonly PlacedAction[],
  context: AuthoringContext,
): readonly PlacedDecision[] {
  const { document } = context;
  const { workItem } = processOf(document);
  const isOwn = actions.some(
    ({ path, action }) => path === document.path || (workItem !== undefined && action.workItem === workItem),
  );
  return isOwn ? [] : findDecisions(id, context);
}

/** `D2` and `Decision 2` are one: what stands behind any of the policy's words for a decision. */
function decisionKey(id: string, words: readonly string[]): string | undefined {
  const folded = foldKey(id);
  const word = words.find((each) => folded.startsWith(each) && NUMBER.test(folded.slice(each.length)));
  return word === undefined ? undefined : folded.slice(word.length).replace(/^[\s#]+/, "");
}

const NUMBER = /^[\s#]*(?:[a-z]{1,3} ?)?\d+[a-z]?$/;
