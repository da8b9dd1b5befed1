/** The view *Open Actions*. */
import { type Disposable, workspace } from "vscode";
import type { ActionItem, OpenActions } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import { nameFolder } from "../../name-folder";
import type { ServerSession } from "../../server-session";
import { getDates, translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import type { ActionChoices } from "./choice";
import { createOpenActions } from "./model";

export function registerOpenActions(own: Disposable[], session: ServerSession, choices: ActionChoices): Tree {
  /** Keys of groups that somebody has looked into: they are kept up to date. */
  const opened = new Set<string>();
  const load = async (key: string): Promise<readonly ActionItem[]> => {
    opened.add(key);
    const asked = { query: choices.getQuery(), key };
    return (await session.ask<readonly ActionItem[]>(methods.actionsOfGroup, asked)) ?? [];
  };
  const tree = registerTree(own, session, "docket.openActions", {
    read: () =>
      session.ask<OpenActions>(methods.openActions, { query: choices.getQuery(), opened: [...opened] }),
    // The day is read at every change: a window may stay open for days.
    render: (answer) => createOpenActions(answer, choices.get(), getDates(), translate, nameFolder, load),
  });
  own.push(
    choices.onDidChange(tree.refresh),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("docket.myRoles") && tree.refresh(),
    ),
  );
  return tree;
}
