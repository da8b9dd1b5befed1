/** Shows the views for which a policy of the workspace has something. */
import { commands, Disposable, type Memento } from "vscode";
import { methods, type ViewsInUse } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { createRefresher } from "./refresher";

const KEY = "docket.viewsInUse";

/** `memory` is the workspace's: the next window has its views at once. */
export function showUsedViews(session: ServerSession, memory: Memento): Disposable {
  let known: string | undefined;
  const show = async (used: ViewsInUse) => {
    const text = JSON.stringify(used);
    if (text === known) return;
    known = text;
    await commands.executeCommand("setContext", "docket.hasActions", used.openActions);
    await commands.executeCommand("setContext", "docket.hasGates", used.pendingGates);
    await commands.executeCommand("setContext", "docket.hasRecords", used.records);
    await memory.update(KEY, used);
  };
  const remembered = memory.get<ViewsInUse>(KEY);
  if (remembered !== undefined) show(remembered);
  const refresher = createRefresher(async () => {
    const used = await session.ask<ViewsInUse | null>(methods.viewsInUse);
    if (used) await show(used);
  });
  return Disposable.from(
    refresher,
    session.onDidChange(({ settled }) => refresher.request(settled)),
  );
}
