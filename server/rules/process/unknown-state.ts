/** The status block or the transition log names a state that the work item's lifecycle does not have. */
import { findClosest } from "../../base/closest";
import { foldKey } from "../../base/fold";
import { headOfValue, plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { Policy, WorkItemLifecycle } from "../../policy/types";
import type { DocumentProcess } from "../../process/read-process";
import { leadingWord } from "../../process/words";
import { matchState } from "../../process/work-item-state";
import { listWords, quoteValue } from "../fields";
import { replace } from "../fixes";
import { processInForce } from "../gates";
import { lifecycleOf } from "../lifecycles";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "process/unknown-state",
  summary: "A work item is said to be in a state that its lifecycle does not have.",
  why: "Only the lifecycle's states say which gate comes next and who acts.",
  guide: "Delivery process (§3): the states of a work item",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const process = processInForce(document);
    // a status block alone may be about anything
    if (process === undefined || (process.gates.length === 0 && process.transitions.length === 0)) return [];
    const lifecycle = lifecycleOf(process, policy);
    if (lifecycle === undefined) return [];
    return findNamed(process, policy).flatMap(
      (named) => judge(named, lifecycle, policy, document.text) ?? [],
    );
  },
};

interface Named {
  /** As written. */
  readonly value: string;
  readonly range: Range;
}

/**
 * States of the status block and of the log. What a row leaves is what the row above entered, and the first row leaves
 * what comes before the lifecycle.
 */
function findNamed({ status, transitions }: DocumentProcess, { process }: Policy): Named[] {
  const entries = status.filter(({ key }) => process.statusKeys.state.includes(key));
  const named: Named[] = entries.map(({ firstLine, range }) => ({ value: firstLine, range }));
  transitions.forEach(({ cells: { from, to } }, index) => {
    const above = transitions[index - 1]?.cells.to?.text ?? "";
    if (from !== undefined && index > 0 && foldKey(plainValue(from.text)) !== foldKey(plainValue(above)))
      named.push({ value: from.text, range: from.range });
    if (to !== undefined) named.push({ value: to.text, range: to.range });
  });
  return named;
}

/** What is longer, or names two things, is a sentence and no state. */
const MOST_WORDS = 4;
const SEVERAL = /→|->|[/,;:?]/;

function judge(
  { value, range }: Named,
  lifecycle: WorkItemLifecycle,
  policy: Policy,
  text: string,
): Report | undefined {
  const head = headOfValue(value);
  const folded = foldKey(head);
  if (folded === "" || policy.isPlaceholder(head) || matchState(value, policy.process) !== undefined)
    return undefined;
  const keys = policy.process.lifecycles.flatMap(({ states }) => states.flatMap((state) => state.keys));
  // a remark may follow without a dash: `TRIAGED since Monday`
  if (leadingWord(folded, keys) !== undefined) return undefined;
  if (SEVERAL.test(plainValue(value)) || folded.split(" ").length > MOST_WORDS) return undefined;
  const at = headRange(range, head, text);
  const closest = findClosest(
    folded,
    lifecycle.states.flatMap((state) => state.keys),
  );
  const meant = lifecycle.states.find(({ keys }) => closest !== undefined && keys.includes(closest))?.name;
  const names = lifecycle.states.map(({ name }) => `\`${name}\``);
  return {
    at,
    message: `${quoteValue(head)} is no state of a ${lifecycle.name}. ${
      meant === undefined ? `Its states are ${listWords(names, "and")}.` : `Did you mean \`${meant}\`?`
    }`,
    fixes: () => (meant === undefined ? [] : [replace(`Change to \`${meant}\``, at, meant, false)]),
    needsDecision: true,
  };
}

/** Where the words stand within the value, without decoration and remark. */
function headRange(range: Range, head: string, text: string): Range {
  const at = text.slice(range.start, range.end).indexOf(head);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + head.length };
}
