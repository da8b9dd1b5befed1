/** The view *Open Actions*. */
import type { Disposable } from "vscode";
import type { ActionGroup } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import type { ServerSession } from "../../server-session";
import { getDates, translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createOpenActions } from "./model";

export function registerOpenActions(own: Disposable[], session: ServerSession): Tree {
  return registerTree(own, session, "docket.openActions", {
    read: () => session.ask<readonly ActionGroup[]>(methods.openActions),
    // The day is read at every change: a window may stay open for days.
    render: (groups) => createOpenActions(groups, getDates(), translate),
  });
}
