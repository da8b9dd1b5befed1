/** The changes that records lead to: filing a document, and starting what follows a filed one. Nothing is written. */
import { checkFiling } from "../features/filing";
import { draftSuccessor } from "../features/successor";
import type { FilingCheck, SuccessorDraft } from "../protocol/messages";
import { govern } from "../workspace/govern";
import { editOf } from "./document-edits";
import type { SessionContext, WorkspaceSession } from "./workspace-session";

/** Null where no class claims the record, or where no name is free for what follows it. */
export function successor(
  session: WorkspaceSession,
  path: string,
  context: SessionContext,
): SuccessorDraft | null {
  const text = session.textAt(path);
  const policy = session.policies.loaded.policyFor(path);
  if (text === undefined || policy === undefined) return null;
  const exists = (each: string) => session.files.kindOf(each) !== "absent";
  const draft = draftSuccessor(govern(path, text, policy), context.host.clock.today(), exists);
  if (draft === undefined) return null;
  const edit = draft.edits.length === 0 ? null : editOf(session, path, text, draft.edits, context);
  return { uri: session.uriOf(draft.path), text: draft.text, edit };
}

/** Null for a document of a class that is never filed by its header. */
export function filingCheck(
  session: WorkspaceSession,
  path: string,
  context: SessionContext,
): FilingCheck | null {
  const text = session.textAt(path);
  const input = text === undefined ? undefined : session.analysisInput(path, text);
  if (text === undefined || input === undefined) return null;
  const { isFileable, refusals, edits } = checkFiling(input);
  if (!isFileable) return null;
  return {
    refusals: refusals.map(({ message, line }) => ({ message, line: line ?? null })),
    edit: edits.length === 0 ? null : editOf(session, path, text, edits, context),
  };
}
