/** The data of the view Pending Gates: the gates of work items in flight that are still to pass. */
import { byPath } from "../base/by-path";
import { isToPass } from "../process/stated-gates";
import type { Gate } from "../process/types";
import { type DocumentFacts, inFlight, titleOf } from "./open-actions";

export interface DocumentGates {
  readonly path: string;
  readonly title: string;
  readonly workItem: string | undefined;
  readonly gates: readonly Gate[];
}

/** Documents in the order of their paths, gates in the order of the document. */
export function pendingGates(documents: Iterable<DocumentFacts>): readonly DocumentGates[] {
  const groups: DocumentGates[] = [];
  for (const { entry, process } of inFlight(documents)) {
    const gates = process.gates.filter(isToPass);
    if (gates.length > 0)
      groups.push({ path: entry.path, title: titleOf(entry, process), workItem: process.workItem, gates });
  }
  return groups.sort(byPath);
}
