/** Quick fixes, accepted findings, and Fix All for one document. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  Command,
} from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { touches } from "../base/range";
import { analyse } from "../engine/analyse";
import { fixDocument } from "../engine/apply-fixes";
import { suppressionFixes } from "../engine/suppression-fixes";
import { findFilingTarget } from "../features/filing-target";
import type { DocumentClass } from "../policy/types";
import { APPLY_EDIT_COMMAND, FILE_COMMAND, SUCCESSOR_COMMAND } from "../protocol/messages";
import { minimalEdits } from "../report/minimal-edits";
import type { Fix } from "../rules/rule";
import { govern } from "../workspace/govern";
import type { ClientFeatures } from "./client-features";
import { findingToDiagnostic, toRange } from "./convert";
import { policyFixes } from "./policy-fixes";
import type { OpenText } from "./publisher";
import { toWorkspaceEdit } from "./workspace-edits";
import type { WorkspaceSession } from "./workspace-session";

const EDITED = "record/filed-record-edited";
export const RECORD = `${CodeActionKind.Source}.record.docket`;
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.docket`;

/**
 * Everything is computed from the text as it stands now; a filed document has no action that writes into it, but for
 * those that bring back what was filed.
 */
export function codeActions(
  parameters: CodeActionParams,
  session: WorkspaceSession,
  path: string,
  open: OpenText,
  features: ClientFeatures,
): CodeAction[] {
  if (session.policies.concerns(path)) {
    const range = toRange(parameters.range, new LineIndex(open.text));
    return wants(parameters.context, CodeActionKind.QuickFix)
      ? policyFixes(range, session, path, open, features)
      : [];
  }
  const input = session.analysisInput(path, open.text);
  if (input === undefined) return [];
  const { entry, findings } = analyse(input);
  const actions: CodeAction[] = [];
  if (wants(parameters.context, CodeActionKind.QuickFix)) {
    const lines = new LineIndex(open.text);
    const range = toRange(parameters.range, lines);
    const document = govern(path, open.text, input.policy);
    const touched = findings.filter((each) => touches(each.range, range));
    for (const finding of touched.filter((each) => !entry.filed || each.restores)) {
      const fixes = [...finding.fixes(), ...(entry.filed ? [] : suppressionFixes(document, finding))];
      const own = finding.fixes().length;
      const diagnostic = findingToDiagnostic(finding, lines, open.uri, features);
      for (const [index, fix] of fixes.entries()) {
        const edit = fixToEdit(fix, session, open, features);
        if (edit === undefined) continue;
        // several unsure fixes are a choice that the author makes
        const preferred = index === 0 && (fix.safe || own === 1) && own > 0 ? { isPreferred: true } : {};
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...preferred,
          edit,
        });
      }
      if (finding.rule === EDITED && features.commands !== "nobody")
        actions.push({
          ...successorAction(open.uri),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
        });
    }
  }
  if (!entry.filed && wantsExplicitly(parameters.context, FIX_ALL)) {
    const edits = minimalEdits(open.text, fixDocument(input).text);
    const edit = edits.length === 0 ? undefined : toWorkspaceEdit([{ ...open, edits }], features);
    if (edit !== undefined) actions.push({ title: "Fix all safe Docket findings", kind: FIX_ALL, edit });
  }
  // clients with commands of their own have a place for these
  if (features.commands === "server" && wants(parameters.context, RECORD)) {
    const { classification } = govern(path, open.text, input.policy);
    const step = nextOfRecord(classification?.class, entry.filed, open.uri);
    if (step !== undefined && !actions.some(({ command }) => command?.command === step.command?.command))
      actions.push({ ...step, kind: RECORD });
  }
  return actions;
}

/** A document that may become a record is filed; one that is filed is followed by another one. */
function nextOfRecord(
  documentClass: DocumentClass | undefined,
  filed: boolean,
  uri: string,
): CodeAction | undefined {
  if (filed) return successorAction(uri);
  return documentClass === undefined || findFilingTarget(documentClass) === undefined
    ? undefined
    : commandAction("File this record", FILE_COMMAND, uri);
}

/** What clients can do that know no code actions but commands. */
export function toCommands(actions: readonly CodeAction[], features: ClientFeatures): readonly Command[] {
  return actions.flatMap(({ title, command, edit }) => {
    if (command !== undefined) return command;
    return edit === undefined || features.commands !== "server"
      ? []
      : Command.create(title, APPLY_EDIT_COMMAND, edit);
  });
}

/** A permanent record is not changed but followed by another one. */
function successorAction(uri: string): CodeAction {
  return commandAction("Start a successor record…", SUCCESSOR_COMMAND, uri);
}

function commandAction(title: string, command: string, uri: string): CodeAction {
  return { title, command: { title, command, arguments: [uri] } };
}

function fixToEdit(
  fix: Fix,
  session: WorkspaceSession,
  open: OpenText,
  features: ClientFeatures,
): CodeAction["edit"] {
  const moveTo = fix.moveTo === undefined ? undefined : session.uriOf(fix.moveTo);
  const creates = fix.creates && { uri: session.uriOf(fix.creates.path), text: fix.creates.text };
  return toWorkspaceEdit([{ ...open, edits: fix.edits, moveTo, creates }], features);
}

/** A request that names no kinds is for the lightbulb. */
function wants(context: CodeActionContext, kind: string): boolean {
  return context.only === undefined || wantsExplicitly(context, kind);
}

function wantsExplicitly(context: CodeActionContext, kind: string): boolean {
  return context.only?.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`)) === true;
}
