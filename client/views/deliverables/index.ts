/** The view *Deliverables*, which is there where a policy has tasks. */
import { commands, type Disposable } from "vscode";
import type { DeliverableGroup, TaskDetails } from "../../../server/protocol/deliverables";
import { methods } from "../../../server/protocol/messages";
import { nameFolder } from "../../name-folder";
import type { ServerSession } from "../../server-session";
import { renderNumber, translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createDeliverables } from "./model";

export function registerDeliverables(own: Disposable[], session: ServerSession): Tree {
  /** Keys of tasks that somebody has looked into: they are kept up to date. */
  const opened = new Set<string>();
  const load = async (key: string): Promise<TaskDetails | undefined> => {
    opened.add(key);
    return await session.ask<TaskDetails>(methods.detailsOfTask, { key });
  };
  return registerTree(own, session, "docket.deliverables", {
    read: async () => {
      const groups = await session.ask<readonly DeliverableGroup[]>(methods.deliverables, {
        opened: [...opened],
      });
      if (groups !== undefined)
        await commands.executeCommand("setContext", "docket.hasTasks", groups.length > 0);
      return groups;
    },
    render: (groups) => createDeliverables(groups, { t: translate, renderNumber, nameFolder, load }),
  });
}
