/** Says above a record that it was amended since it was filed, and offers what can be done. */
import {
  CodeLens,
  type CodeLensProvider,
  Disposable,
  EventEmitter,
  languages,
  Range,
  workspace,
} from "vscode";
import type { RecordAnswer } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { listLenses } from "./lens-lines";

const setting = "docket.codeLens";
const selector = ["markdown", "mdx", "plaintext"].map((language) => ({ scheme: "file", language }));

export function registerCodeLenses(session: ServerSession): Disposable {
  const changed = new EventEmitter<void>();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      if (workspace.getConfiguration().get<boolean>(setting) === false) return [];
      const uri = document.uri.toString();
      const record = (await session.ask<RecordAnswer>(methods.record, { uri }))?.record ?? undefined;
      const lenses = record === undefined ? [] : listLenses(record, translate);
      return lenses.map(
        ({ title, command = "" }) =>
          new CodeLens(new Range(0, 0, 0, 0), { title, command, arguments: [{ uri }] }),
      );
    },
  };
  return Disposable.from(
    changed,
    languages.registerCodeLensProvider(selector, provider),
    session.onDidChange(() => changed.fire()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && changed.fire()),
  );
}
