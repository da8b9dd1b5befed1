/** The view *Pending Gates*. */
import type { Disposable } from "vscode";
import type { GateGroup, GateNode } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import { nameFolder } from "../../name-folder";
import type { ServerSession } from "../../server-session";
import { getDates, translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createPendingGates } from "./model";

export function registerPendingGates(own: Disposable[], session: ServerSession): Tree {
  /** URIs of work items that somebody has looked into: they are kept up to date. */
  const opened = new Set<string>();
  const load = async (uri: string): Promise<readonly GateNode[]> => {
    opened.add(uri);
    return (await session.ask<readonly GateNode[]>(methods.gatesOfGroup, { uri })) ?? [];
  };
  return registerTree(own, session, "docket.pendingGates", {
    read: () => session.ask<readonly GateGroup[]>(methods.pendingGates, { opened: [...opened] }),
    render: (groups) => createPendingGates(groups, getDates(), translate, nameFolder, load),
  });
}
