/** The view *Open Actions*. */
import type { Disposable } from "vscode";
import type { ActionGroup } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import type { ServerSession } from "../../server-session";
import { getSetting, translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createOpenActions } from "./model";

export function registerOpenActions(own: Disposable[], session: ServerSession): Tree {
  return registerTree(own, session, "docket.openActions", async () => {
    const groups = await session.ask<readonly ActionGroup[]>(methods.openActions);
    return groups === undefined ? undefined : createOpenActions(groups, getSetting(), translate);
  });
}
