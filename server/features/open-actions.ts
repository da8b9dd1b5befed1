/** The data of the view Open Actions: what is still to be done, document by document. */

import { byPath } from "../base/by-path";
import { nameOf } from "../base/path-parts";
import type { DeliverableFacts } from "../deliverables/requirements";
import { isOpen } from "../process/critical-path";
import type { Action, ProcessFacts } from "../process/types";
import type { DocumentEntry } from "../workspace/types";

/** What is known of a document once it has been analysed. */
export interface DocumentFacts {
  readonly entry: DocumentEntry;
  readonly process: ProcessFacts;
  /** What it delivers for a task, if anything. */
  readonly deliverable?: DeliverableFacts | undefined;
}

export interface DocumentActions {
  readonly path: string;
  readonly title: string;
  readonly workItem: string | undefined;
  readonly actions: readonly Action[];
}

/** Documents in the order of their paths, actions in the order of the document; nothing of a closed work item. */
export function openActions(documents: Iterable<DocumentFacts>): readonly DocumentActions[] {
  const groups: DocumentActions[] = [];
  for (const { entry, process } of inFlight(documents)) {
    const actions = process.actions.filter(isOpen);
    if (actions.length > 0)
      groups.push({ path: entry.path, title: titleOf(entry, process), workItem: process.workItem, actions });
  }
  return groups.sort(byPath);
}

/** Documents in which something may still be open: one of them may close the work item of all. */
export function inFlight(documents: Iterable<DocumentFacts>): readonly DocumentFacts[] {
  const closed = new Set<string>();
  const candidates: DocumentFacts[] = [];
  for (const document of documents) {
    const { workItem, workItemClosed, actions, gates, state, stated } = document.process;
    if (workItemClosed && workItem !== undefined) closed.add(workItem);
    const isInFlight = actions.length + gates.length > 0 || (state ?? stated) !== undefined;
    if (!document.process.closed && isInFlight) candidates.push(document);
  }
  return candidates.filter(({ process }) => process.workItem === undefined || !closed.has(process.workItem));
}

/** What a person would call the document: the work item's title, the document's own, or its file name. */
export function titleOf(entry: DocumentEntry, process: ProcessFacts): string {
  return process.workItemTitle ?? entry.title ?? nameOf(entry.path);
}
