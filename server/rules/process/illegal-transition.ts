/** A row of the transition log goes from one state to another between which the lifecycle has no gate. */
import { foldKey } from "../../base/fold";
import { headOfValue } from "../../base/plain-value";
import type { TableCell } from "../../document/table";
import type { WorkItemLifecycle } from "../../policy/types";
import { listWords } from "../fields";
import { processInForce } from "../gates";
import { lifecycleOf } from "../lifecycles";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "process/illegal-transition",
  summary: "A work item went from one state to another without a gate between them.",
  why: "A state that is left out is a gate that nobody has passed.",
  guide: "Delivery process (§3): the states of a work item and the gates between them",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const process = processInForce(document);
    if (process === undefined || process.transitions.length === 0) return [];
    const lifecycle = lifecycleOf(process, policy);
    if (lifecycle === undefined) return [];
    const has = (state: string): boolean => lifecycle.states.some(({ name }) => name === state);
    return process.transitions.flatMap(({ from, to, cells, range }) => {
      // an unknown state has its own finding
      if (from === undefined || to === undefined || from === to || !has(from) || !has(to)) return [];
      // phases are coarser than states: `Phase 0` is followed by `Phase 1`
      if (!isNamed(cells.from, from) || !isNamed(cells.to, to)) return [];
      if (lifecycle.gates.some((gate) => gate.from === from && gate.to === to)) return [];
      return {
        at: cells.to?.range ?? range,
        message: `No gate leads from \`${from}\` to \`${to}\`${describeWays(from, lifecycle)}. Enter the transitions in between, or correct the row.`,
      };
    });
  },
};

/** True where the cell gives the state its own name rather than another one. */
function isNamed(cell: TableCell | undefined, state: string): boolean {
  return cell !== undefined && foldKey(headOfValue(cell.text)) === foldKey(state);
}

function describeWays(from: string, { gates }: WorkItemLifecycle): string {
  const ways = gates.filter((gate) => gate.from === from).map(({ name, to }) => `\`${to}\` (gate ${name})`);
  return ways.length === 0 ? ": it is final" : `, only to ${listWords(ways, "or")}`;
}
