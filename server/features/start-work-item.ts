/** A new work item: the documents that it starts with, in their places. */
import type { Policy, Template, WorkItemLifecycle } from "../policy/types";
import type { DocumentFacts } from "./open-actions";
import { offeredTemplates } from "./templates/offered";

export interface WorkItemKind {
  /** The lifecycle's name: `feature`. */
  readonly name: string;
  /** Titles of the documents, such as `Phase gate document`. */
  readonly documents: readonly string[];
}

/** The kinds of work items for which the policy names documents that it has templates for. */
export function workItemKinds(policy: Policy, today: string): readonly WorkItemKind[] {
  const offered = offeredTemplates(policy, today);
  return policy.process.lifecycles.flatMap((lifecycle) => {
    const documents = templatesOf(lifecycle, offered).map(({ title }) => title);
    return documents.length === 0 ? [] : [{ name: lifecycle.name, documents }];
  });
}

/** In the policy's order, the one with the gates first; none for an unknown kind. */
export function workItemTemplates(policy: Policy, kind: string, today: string): readonly Template[] {
  const lifecycle = policy.process.lifecycles.find(({ name }) => name === kind);
  return lifecycle === undefined ? [] : templatesOf(lifecycle, offeredTemplates(policy, today));
}

/** The document in which a work item of this id has its gates already: each has one only. */
export function findGatesOf(id: string, documents: Iterable<DocumentFacts>): string | undefined {
  const wanted = id.toLowerCase();
  for (const { entry, process } of documents)
    if (process.gates.length > 0 && process.workItem?.toLowerCase() === wanted) return entry.path;
  return undefined;
}

function templatesOf({ documents }: WorkItemLifecycle, offered: readonly Template[]): Template[] {
  return documents.flatMap((name) => offered.find(({ id }) => id === name) ?? []);
}
