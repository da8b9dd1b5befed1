/** The command *Start Work Item…*: the documents of a new feature or defect, each in its place. */
import type { Disposable } from "vscode";
import { l10n, window } from "vscode";
import { methods } from "../../server/protocol/messages";
import type { WorkItemKind } from "../../server/protocol/new-document";
import type { ServerSession } from "../server-session";
import { askDocuments, askPlace, listChoices } from "./ask-documents";
import { createDocuments } from "./create-document";
import { registerCommand } from "./register-command";

export function registerStartWorkItem(session: ServerSession): Disposable {
  return registerCommand("docket.startWorkItem", async (argument) => {
    const place = await askPlace(argument, l10n.t("Where is the work item to be?"));
    if (place === undefined) return;
    const { params, given } = place;
    const documents = await session.use(async (client) => {
      const kinds = await listChoices<WorkItemKind>(client, methods.workItemKinds, params);
      const kind = kinds && (await pickKind(kinds, given.kind));
      if (kind === undefined) return undefined;
      const draft = { ...params, policy: kind.policy, workItem: kind.name };
      return askDocuments(client, draft, l10n.t("Start Work Item: {0}", toSentence(kind.name)), given);
    });
    if (documents !== undefined) await createDocuments(documents);
  });
}

async function pickKind(kinds: readonly WorkItemKind[], given: unknown): Promise<WorkItemKind | undefined> {
  const known = kinds.find(({ name }) => name === given);
  if (known !== undefined) return known;
  const rows = kinds.map((each) => ({
    label: toSentence(each.name),
    detail: each.documents.join(", "),
    each,
  }));
  const chosen = await window.showQuickPick(rows, {
    title: l10n.t("Start Work Item"),
    placeHolder: l10n.t("Which kind of work item?"),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.each;
}

/** As the board writes it. */
function toSentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
