/** The view *Pending Gates*. */
import type { Disposable } from "vscode";
import type { GateGroup } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import type { ServerSession } from "../../server-session";
import { translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createPendingGates } from "./model";

export function registerPendingGates(own: Disposable[], session: ServerSession): Tree {
  return registerTree(own, session, "docket.pendingGates", {
    read: () => session.ask<readonly GateGroup[]>(methods.pendingGates),
    render: (groups) => createPendingGates(groups, translate),
  });
}
