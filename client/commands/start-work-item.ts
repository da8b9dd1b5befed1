/** The command *Start Work Item…*: the documents of a new feature or defect, each in its place. */
import type { Disposable } from "vscode";
import { l10n, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { WorkItemDraft, WorkItemKind } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { exists } from "../exists";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { openAtPlaceholder } from "./create-document";
import { askId, askTitle, type Question } from "./new-document-questions";
import { pickFolder } from "./pick-folder";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

/** What a key binding may answer beforehand. */
interface Given {
  readonly kind?: string;
  readonly id?: string;
  readonly title?: string;
}

export function registerStartWorkItem(session: ServerSession): Disposable {
  return registerCommand("docket.startWorkItem", async (argument) => {
    const given: Given = typeof argument === "object" && argument !== null ? argument : {};
    const workspaceFolder = await pickFolder(l10n.t("Where is the work item to be?"));
    if (workspaceFolder === undefined) return;
    const folder = workspaceFolder.uri.toString();
    const kinds = (await session.ask<readonly WorkItemKind[]>(methods.workItemKinds, { folder })) ?? [];
    const kind = await pickKind(kinds, given.kind);
    if (kind === undefined) return;
    const id = await answer(askId(translate), given.id, kind.name);
    if (id === undefined) return;
    const title = await answer(askTitle(translate), given.title, kind.name);
    if (title === undefined) return;
    const parameters = { folder, kind: kind.name, id, title };
    const draft = await session.ask<WorkItemDraft>(methods.startWorkItem, parameters);
    if (draft !== null && draft !== undefined) await write(draft);
  });
}

async function pickKind(
  kinds: readonly WorkItemKind[],
  given: string | undefined,
): Promise<WorkItemKind | undefined> {
  if (kinds.length === 0) {
    tell("information", l10n.t("The policy of this folder does not say what a work item starts with."));
    return undefined;
  }
  const known = kinds.find(({ name }) => name === given);
  if (known !== undefined) return known;
  const rows = kinds.map((each) => ({ label: each.name, detail: each.documents.join(", "), each }));
  const chosen = await window.showQuickPick(rows, { title: l10n.t("Start Work Item") });
  return chosen?.each;
}

/** Undefined when the author gives up. */
async function answer(
  { prompt, example, findMistake }: Question,
  given: string | undefined,
  kind: string,
): Promise<string | undefined> {
  if (given !== undefined && findMistake(given) === null) return given;
  const written = await window.showInputBox({
    title: l10n.t("Start Work Item: {0}", kind),
    prompt,
    placeHolder: example,
    validateInput: (text) => findMistake(text.trim()),
    ignoreFocusOut: true,
  });
  return written?.trim();
}

/** All documents or none: nothing is written when one of them exists. */
async function write({ documents, refusal }: WorkItemDraft): Promise<void> {
  if (refusal !== null) {
    tell("warning", refusal);
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { uri, text } of documents) {
    const target = Uri.parse(uri);
    if (await exists(target)) {
      tell("warning", l10n.t("{0} exists already; nothing was written.", workspace.asRelativePath(target)), {
        [l10n.t("Open It")]: () => window.showTextDocument(target),
      });
      return;
    }
    edit.createFile(target, { contents: new TextEncoder().encode(text) });
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("the documents could not be written."));
  const [first] = documents;
  if (first !== undefined) await openAtPlaceholder(Uri.parse(first.uri), first.text);
}
