/** The work items in which something may still be open, each with its documents. */
import { byPath } from "../base/by-path";
import { type DocumentFacts, inFlight } from "./open-actions";

export interface WorkItemDocuments {
  /** What stands for the work item: the document with its gates. */
  readonly main: DocumentFacts;
  /** By path. */
  readonly documents: readonly DocumentFacts[];
}

/** In the order of their first documents' paths; a document of no work item stands for itself. */
export function workItemsInFlight(documents: Iterable<DocumentFacts>): readonly WorkItemDocuments[] {
  const groups = new Map<string, DocumentFacts[]>();
  for (const document of inFlight(documents).toSorted((a, b) => byPath(a.entry, b.entry))) {
    const { entry, process } = document;
    const key = process.workItem === undefined ? `\n${entry.path}` : process.workItem.toLowerCase();
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [document]);
    else others.push(document);
  }
  return [...groups.values()].map((group) => ({
    main: group.find(({ process }) => process.gates.length > 0) ?? (group[0] as DocumentFacts),
    documents: group,
  }));
}
