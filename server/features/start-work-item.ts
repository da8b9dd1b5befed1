/** A new work item: the documents that it starts with, in their places. */
import type { Policy, Template, WorkItemLifecycle } from "../policy/types";
import { type NewDocument, newDocument } from "./new-document";
import type { DocumentFacts } from "./open-actions";

export interface WorkItemKind {
  /** The lifecycle's name: `feature`. */
  readonly name: string;
  /** Titles of the documents, such as `Phase gate document`. */
  readonly documents: readonly string[];
}

/** What the author says of the work item. */
export interface WorkItemAnswers {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

/** The kinds of work items for which the policy names documents that it has templates for. */
export function workItemKinds(policy: Policy): readonly WorkItemKind[] {
  return policy.process.lifecycles.flatMap((lifecycle) => {
    const documents = templatesOf(lifecycle, policy).map(({ title }) => title);
    return documents.length === 0 ? [] : [{ name: lifecycle.name, documents }];
  });
}

/** The documents in the policy's order, the one with the gates first; none for an unknown kind. Nothing is written. */
export function startWorkItem(policy: Policy, answers: WorkItemAnswers, today: string): NewDocument[] {
  const { kind, id, title } = answers;
  const lifecycle = policy.process.lifecycles.find(({ name }) => name === kind);
  if (lifecycle === undefined) return [];
  return templatesOf(lifecycle, policy).map((template) =>
    newDocument(policy, template, { id, title }, today),
  );
}

/** The document in which a work item of this id has its gates already: each has one only. */
export function findGatesOf(id: string, documents: Iterable<DocumentFacts>): string | undefined {
  const wanted = id.toLowerCase();
  for (const { entry, process } of documents)
    if (process.gates.length > 0 && process.workItem?.toLowerCase() === wanted) return entry.path;
  return undefined;
}

function templatesOf({ documents }: WorkItemLifecycle, policy: Policy): Template[] {
  return documents.flatMap((name) => policy.templates.find(({ id }) => id === name) ?? []);
}
