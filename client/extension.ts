/** Where VS Code enters: puts the parts of the extension together. */
import type { ExtensionContext } from "vscode";
import { window } from "vscode";
import { registerFixAll } from "./commands/fix-all";
import { registerInitializePolicy } from "./commands/initialize-policy";
import { registerInsertHeader } from "./commands/insert-header";
import { registerNewDocument } from "./commands/new-document";
import { registerRestartServer } from "./commands/restart-server";
import { registerShowLog } from "./commands/show-log";
import { watchPolicies } from "./policy-presence";
import { openServerSession } from "./server-session";
import { registerStatusBar } from "./status-bar/index";
import { registerOpenActions } from "./views/open-actions/index";
import { registerPendingGates } from "./views/pending-gates/index";
import { registerRefresh } from "./views/refresh";
import type { Tree } from "./views/tree";

/** What `activate` gives to other extensions, and to the tests. */
export interface DocketApi {
  readonly trees: { readonly openActions: Tree; readonly pendingGates: Tree };
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
  const trees = {
    openActions: registerOpenActions(own, session),
    pendingGates: registerPendingGates(own, session),
  };
  own.push(
    registerStatusBar(session),
    registerInitializePolicy(session),
    registerInsertHeader(session),
    registerNewDocument(session),
    registerFixAll(session),
    registerRestartServer(session),
    registerShowLog(log),
    registerRefresh(Object.values(trees)),
    watchPolicies(session.keep),
  );
  return { trees, isServing: session.isServing };
}
