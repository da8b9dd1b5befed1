/** Where VS Code enters: puts the parts of the extension together. */
import type { ExtensionContext, Uri } from "vscode";
import { window } from "vscode";
import { watchActiveDocument } from "./active-document";
import { type BoardView, registerBoard } from "./board/index";
import { registerCodeLenses } from "./code-lenses";
import { registerAdvanceGate } from "./commands/advance-gate";
import { registerCopyCommit } from "./commands/copy-commit";
import { registerCopyNextSteps } from "./commands/copy-next-steps";
import { registerCreateSuccessor } from "./commands/create-successor";
import { registerEditAction } from "./commands/edit-action";
import { registerEditGateItem } from "./commands/edit-gate-item";
import { registerFileRecord } from "./commands/file-record";
import { registerFilterActions } from "./commands/filter-actions";
import { registerFixAll } from "./commands/fix-all";
import { registerFormat } from "./commands/format";
import { registerGetStarted } from "./commands/get-started";
import { registerGroupActions } from "./commands/group-actions";
import { registerInitializePolicy } from "./commands/initialize-policy";
import { registerInsertHeader } from "./commands/insert-header";
import { registerLockRecord } from "./commands/lock-record";
import { registerMyActions } from "./commands/my-actions";
import { registerNewDocument } from "./commands/new-document";
import { registerNewReport } from "./commands/new-report";
import { registerOpenRecord } from "./commands/open-record";
import { registerRecordMenu } from "./commands/record-menu";
import { registerRestartServer } from "./commands/restart-server";
import { registerRestoreRecord } from "./commands/restore-record";
import { registerShowCitations } from "./commands/show-citations";
import { registerShowDeliverable } from "./commands/show-deliverable";
import { registerShowFilingChanges } from "./commands/show-filing-changes";
import { registerShowLog } from "./commands/show-log";
import { registerStartWorkItem } from "./commands/start-work-item";
import { watchPolicies } from "./policy-presence";
import { setContextKeys } from "./records/context-keys";
import { registerFiledDocuments } from "./records/filed-documents";
import type { LockState } from "./records/lock-decision";
import { openRecordLocks } from "./records/record-locks";
import { openServerSession } from "./server-session";
import { registerStatusBar } from "./status-bar/index";
import { registerDeliverables } from "./views/deliverables/index";
import { openActionChoices } from "./views/open-actions/choice";
import { registerOpenActions } from "./views/open-actions/index";
import { registerPendingGates } from "./views/pending-gates/index";
import { registerRecords } from "./views/records/index";
import { registerRefresh } from "./views/refresh";
import type { Tree } from "./views/tree";
import { showUsedViews } from "./views/views-in-use";

/** What `activate` gives to other extensions, and to the tests. */
export interface DocketApi {
  readonly trees: Readonly<Record<"openActions" | "pendingGates" | "deliverables" | "records", Tree>>;
  readonly board: BoardView;
  /** Whether a document was made read-only, or writeable again, because it is a filed record. */
  readonly getLock: (uri: Uri) => LockState;
  /** Whether the language server is running. */
  readonly isServing: () => boolean;
}

/** Called by VS Code once; the language server starts only when the workspace has a policy. */
export function activate(context: ExtensionContext): DocketApi {
  const own = context.subscriptions;
  const log = window.createOutputChannel("Docket", { log: true });
  own.push(log);
  const session = openServerSession(context.extensionUri, log);
  own.push(session);
  const choices = openActionChoices(context.workspaceState);
  const trees = {
    openActions: registerOpenActions(own, session, choices),
    pendingGates: registerPendingGates(own, session),
    deliverables: registerDeliverables(own, session),
    records: registerRecords(own, session),
  };
  const board = registerBoard(own, session, context.extensionUri);
  const active = watchActiveDocument(session);
  const locks = openRecordLocks(active);
  own.push(
    choices,
    active,
    locks,
    registerStatusBar(active, locks),
    showUsedViews(session, context.workspaceState),
    setContextKeys(active, locks),
    registerFiledDocuments(session),
    registerCodeLenses(session),
    registerShowCitations(),
    registerShowDeliverable(trees.deliverables),
    registerShowFilingChanges(session),
    registerRestoreRecord(session, locks),
    registerCreateSuccessor(session, locks),
    registerLockRecord(session, locks),
    registerRecordMenu(active, locks),
    registerFileRecord(session),
    registerOpenRecord(),
    registerCopyCommit(),
    registerCopyNextSteps(session),
    registerEditAction(session),
    registerEditGateItem(session),
    registerAdvanceGate(session),
    registerGroupActions(choices),
    registerFilterActions(choices),
    registerMyActions(session, choices),
    registerGetStarted(),
    registerInitializePolicy(session, context.globalState),
    registerInsertHeader(session),
    registerFormat(session),
    registerNewDocument(session),
    registerNewReport(session),
    registerStartWorkItem(session),
    registerFixAll(session),
    registerRestartServer(session),
    registerShowLog(log),
    registerRefresh(Object.values(trees)),
    watchPolicies(session.keep),
  );
  return { trees, board, getLock: locks.getState, isServing: session.isServing };
}
