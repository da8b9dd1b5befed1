/** What *Start Work Item* needs: which kinds there are, and the documents of a new one. */
import { findGatesOf, startWorkItem, type WorkItemAnswers, workItemKinds } from "../features/start-work-item";
import type { WorkItemDraft, WorkItemKind } from "../protocol/messages";
import { policyOf } from "./workspace-commands";
import type { WorkspaceSession } from "./workspace-session";

export function kindsIn(session: WorkspaceSession, folder: string): readonly WorkItemKind[] {
  const policy = policyOf(session, folder);
  return policy === undefined ? [] : workItemKinds(policy);
}

/** Nothing is written. */
export function workItemIn(
  session: WorkspaceSession,
  folder: string,
  answers: WorkItemAnswers,
  today: string,
): WorkItemDraft {
  const policy = policyOf(session, folder);
  const taken = findGatesOf(answers.id, session.documents.values());
  if (taken !== undefined)
    return refuse(
      `\`${answers.id}\` has its gates in ${session.pathFromFolder(taken)}, and a work item has them in one document only. Go on there, or take another id.`,
    );
  const documents = policy === undefined ? [] : startWorkItem(policy, answers, today);
  if (documents.length === 0) return refuse(`The policy of this folder starts no \`${answers.kind}\`.`);
  return {
    documents: documents.map(({ path, text }) => ({ uri: session.uriOf(path), text })),
    refusal: null,
  };
}

function refuse(refusal: string): WorkItemDraft {
  return { documents: [], refusal };
}
