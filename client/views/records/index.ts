/** The view *Records*. */
import type { Disposable } from "vscode";
import type { RecordsAnswer } from "../../../server/protocol/messages";
import { methods } from "../../../server/protocol/messages";
import { nameFolder } from "../../name-folder";
import type { ServerSession } from "../../server-session";
import { translate } from "../../setting";
import type { Tree } from "../tree";
import { registerTree } from "../tree";
import { createRecords } from "./model";

export function registerRecords(own: Disposable[], session: ServerSession): Tree {
  return registerTree(own, session, "docket.records", {
    read: () => session.ask<RecordsAnswer>(methods.records),
    render: (answer) => createRecords(answer, translate, nameFolder),
  });
}
