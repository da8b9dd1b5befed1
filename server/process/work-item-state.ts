/** The state of a work item, as the status block of its document names it. */
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { Block } from "../document/block";
import type { ProcessPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { readActionStatus } from "./action-status";
import { readKeyLine } from "./key-line";
import { linesOf } from "./section-lines";

interface WorkItemState {
  /** As the policy spells it. */
  readonly name: string;
  /** True when no gate leads out of it. */
  readonly isFinal: boolean;
}

/** The first value in the section that is a state's name; what the document says of the step's progress counts. */
export function findWorkItemState(document: GovernedDocument): WorkItemState | undefined {
  const { process } = document.policy;
  const openings = process.statusHeadings.map((heading) => heading.split(" ")[0] ?? heading);
  const section = document.parsed.sections.find(
    ({ title }) =>
      openings.some((word) => title.toLowerCase().includes(word)) && isStatusTitle(title, process),
  );
  if (section === undefined) return undefined;
  for (let i = section.heading + 1; i < section.endBlock; i++) {
    const block = document.parsed.blocks[i] as Block;
    if (block.parent !== -1 || !["fence", "list", "paragraph"].includes(block.kind)) continue;
    for (const line of linesOf(document.text, block)) {
      const value = readKeyLine(line.text)?.value;
      const state = value === undefined ? undefined : matchState(value, process);
      if (state !== undefined) return state;
    }
  }
  return undefined;
}

/** The state that a value names, also by one of its other names; a note may follow. */
export function matchState(value: string, process: ProcessPolicy): WorkItemState | undefined {
  const keys = [foldKey(plainValue(value)), foldKey(headOfValue(value))];
  for (const lifecycle of process.lifecycles) {
    const state = lifecycle.states.find((each) => each.keys.some((key) => keys.includes(key)));
    if (state === undefined) continue;
    const note = plainValue(value)
      .slice(headOfValue(value).length)
      .replace(/^[\s—–(-]+/, "");
    const progress = readActionStatus(note, process.actionStatuses) ?? "done";
    const isLast = !lifecycle.gates.some((gate) => gate.from === state.name);
    return { name: state.name, isFinal: isLast && progress === "done" };
  }
  return undefined;
}

function isStatusTitle(written: string, process: ProcessPolicy): boolean {
  const title = foldKey(written).replace(/^\d+(?:\.\d+)*[.)]?\s+/, "");
  return process.statusHeadings.includes(title);
}
