/** The work items in which something may still be open, each with its documents. */
import { byPath } from "../base/by-path";
import { type DocumentFacts, inFlight } from "./open-actions";

export interface WorkItemDocuments {
  /** What stands for the work item: the document with its gates, else the one that says where it stands. */
  readonly main: DocumentFacts;
  /** By path. */
  readonly documents: readonly DocumentFacts[];
}

/** In the order of their first documents' paths; a document of no work item stands for itself. */
export function workItemsInFlight(documents: Iterable<DocumentFacts>): readonly WorkItemDocuments[] {
  const groups = new Map<string, DocumentFacts[]>();
  for (const document of inFlight(documents).toSorted((a, b) => byPath(a.entry, b.entry))) {
    const { entry, process } = document;
    const key = workItemKey(process.workItem, entry.path);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [document]);
    else others.push(document);
  }
  return [...groups.values()].map(toItem);
}

/** The same for all documents of a work item; a document that belongs to none stands for itself. */
export function workItemKey(workItem: string | undefined, path: string): string {
  return workItem === undefined ? `/${path}` : workItem.toLowerCase();
}

/** The same object for as long as the documents are the same: others remember by it what they have found out. */
function toItem(documents: readonly DocumentFacts[]): WorkItemDocuments {
  const main =
    documents.find(({ process }) => process.gates.length > 0) ??
    documents.find(({ process }) => process.state !== undefined) ??
    (documents[0] as DocumentFacts);
  const before = known.get(main);
  if (before !== undefined && isSame(before.documents, documents)) return before;
  const item = { main, documents };
  known.set(main, item);
  return item;
}

const known = new WeakMap<DocumentFacts, WorkItemDocuments>();

function isSame(a: readonly DocumentFacts[], b: readonly DocumentFacts[]): boolean {
  return a.length === b.length && a.every((document, index) => document === b[index]);
}
