/** Lenses: above the title what a document is, or that a record was amended; above gates and registers how far they are. */
import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  workspace,
} from "vscode";
import type { ProcessLine, RecordAnswer } from "../server/protocol/messages";
import { methods } from "../server/protocol/messages";
import { listLenses } from "./records/lens-lines";
import type { ServerSession } from "./server-session";
import { translate } from "./setting";

const setting = "docket.codeLens";
const selector = ["markdown", "mdx", "plaintext"].map((language) => ({ scheme: "file", language }));

function createLens(line: number, command: Command): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), command);
}

/** Shows the task for which the document is delivered; else who cites it, where anybody does. */
function createHeaderLens({ line, title, citedBy, taskKey }: ProcessLine, uri: string): CodeLens {
  if (taskKey !== null)
    return createLens(line, { title, command: "docket.showDeliverable", arguments: [taskKey] });
  const command = citedBy === 0 ? "" : "docket.showCitations";
  return createLens(line, { title, command, arguments: [{ uri, line }] });
}

export function registerCodeLenses(session: ServerSession): Disposable {
  const changed = new EventEmitter<void>();
  const copyTooltip = l10n.t("Copy Next-Steps Update");
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      if (workspace.getConfiguration().get<boolean>(setting) === false) return [];
      const uri = document.uri.toString();
      const [answer, lines = []] = await Promise.all([
        session.ask<RecordAnswer>(methods.record, { uri }),
        session.ask<readonly ProcessLine[]>(methods.processLines, { uri }),
      ]);
      const record = answer?.record ?? undefined;
      const lenses = record === undefined ? [] : listLenses(record, translate);
      const header = lines.find(({ citedBy, taskKey }) => citedBy !== null || taskKey !== null);
      // one line above a title: that a record was amended says more than what it is
      const top = lenses.map(({ title, command = "" }) =>
        createLens(header?.line ?? 0, { title, command, arguments: [{ uri }] }),
      );
      return [
        ...(top.length === 0 && header !== undefined ? [createHeaderLens(header, uri)] : top),
        ...lines
          .filter((each) => each !== header)
          .map(({ line, title }) =>
            createLens(line, {
              title,
              tooltip: copyTooltip,
              command: "docket.copyNextSteps",
              arguments: [{ uri }],
            }),
          ),
      ];
    },
  };
  return Disposable.from(
    changed,
    languages.registerCodeLensProvider(selector, provider),
    session.onDidChange(() => changed.fire()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && changed.fire()),
  );
}
