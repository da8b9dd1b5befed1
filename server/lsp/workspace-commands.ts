/** What the client's commands need: a header, all fixes, a policy to begin with. */
import type { WorkspaceEdit } from "vscode-languageserver/node";
import { fixDocument } from "../engine/apply-fixes";
import { policyFilesIn } from "../engine/find-files";
import { completeHeader } from "../features/insert-header";
import { chooseProfile, renderPolicy, surveyFolder } from "../features/propose-policy";
import type { InitializationProposal } from "../protocol/messages";
import { minimalEdits } from "../report/minimal-edits";
import { changeOf, editOf } from "./document-edits";
import type { Sessions } from "./sessions";
import { type DocumentChange, toWorkspaceEdit } from "./workspace-edits";
import type { SessionContext, WorkspaceSession } from "./workspace-session";

export interface FixAllResult {
  readonly edit: WorkspaceEdit;
  readonly changed: number;
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

/** Null when nothing is missing, or no class claims the document. */
export function insertHeader(
  session: WorkspaceSession,
  path: string,
  context: SessionContext,
): WorkspaceEdit | null {
  const text = session.textAt(path);
  const input = text === undefined ? undefined : session.analysisInput(path, text);
  if (input === undefined) return null;
  const edits = minimalEdits(input.text, completeHeader(input));
  if (edits.length === 0) return null;
  return editOf(session, path, input.text, edits, context);
}

/** All safe fixes of all folders' documents. */
export async function fixAllIn(sessions: Sessions, context: SessionContext): Promise<FixAllResult> {
  // what has just happened to files counts, too
  await context.background.idle();
  const parts = [];
  for (const session of sessions.all()) {
    const part = await context.background.run(fixAll(session, context), true).done;
    if (part !== undefined) parts.push(part);
  }
  const changes = parts.flatMap((part) => part.changes);
  const edit = toWorkspaceEdit(changes, context.features) ?? {};
  return { edit, changed: changes.length, skipped: parts.flatMap((part) => part.skipped) };
}

/** Those of one folder's; pauses between any two of them. */
function* fixAll(
  session: WorkspaceSession,
  context: SessionContext,
): Generator<
  undefined,
  { readonly changes: readonly DocumentChange[]; readonly skipped: FixAllResult["skipped"] }
> {
  const changes: DocumentChange[] = [];
  const skipped: { uri: string; reason: string }[] = [];
  const paths = session.documents
    .paths()
    .filter((path) => (session.documents.get(path)?.diagnostics.length ?? 0) > 0);
  for (const path of paths.toSorted()) {
    const text = session.textAt(path);
    const input = text === undefined ? undefined : session.analysisInput(path, text);
    if (input !== undefined) {
      const fixed = fixDocument(input);
      const edits = minimalEdits(input.text, fixed.text);
      const uri = session.uriOf(path);
      if (fixed.skipped === "filed") skipped.push({ uri, reason: "It is filed: nothing may write into it." });
      else if (edits.length > 0 && input.text.includes("\uFFFD"))
        skipped.push({ uri, reason: "It is no UTF-8 text." });
      else if (edits.length > 0) changes.push(changeOf(session, path, input.text, edits, context));
    }
    yield;
  }
  return { changes, skipped };
}

/**
 * Checks the folder as it would be checked with a new policy, on the profile that recognises most documents unless one is
 * given; nothing is written. `folder` is absolute.
 */
export function* proposePolicy(
  folder: string,
  given: string | undefined,
  context: SessionContext,
): Generator<undefined, InitializationProposal> {
  const { base, root } = context.host.findWorkspace(folder);
  const files = context.host.openFiles(base);
  const start = folder === base ? "" : folder.slice(base.length + 1);
  const existing =
    root === undefined ? undefined : policyFilesIn(root).find((path) => files.kindOf(path) === "file");
  const policyPath = existing ?? policyFilesIn(start)[0] ?? "docket.yaml";
  const text = renderPolicy(given ?? (yield* chooseProfile(files, start, policyPath)));
  const readText = (path: string) =>
    path === policyPath && existing === undefined ? text : files.readText(path);
  const survey = yield* surveyFolder(
    { walk: files.walk, kindOf: files.kindOf, readText },
    start,
    policyPath,
    context.host.clock.today(),
  );
  return { existing: existing ?? null, text, ...survey };
}
