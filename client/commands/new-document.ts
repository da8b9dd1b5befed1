/** The command *New Document from Template…*: asks what the name of the file needs, then writes and opens the file. */
import type { Disposable } from "vscode";
import { FileType, l10n, SnippetString, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { TemplateChoice } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import type { Answers, Question } from "./new-document-questions";
import { chooseQuestions } from "./new-document-questions";
import { pickFolder } from "./pick-folder";
import { registerCommand } from "./register-command";
import { renderSnippet } from "./render-snippet";

export function registerNewDocument(session: ServerSession): Disposable {
  return registerCommand("docket.newDocument", async () => {
    const workspaceFolder = await pickFolder(l10n.t("Where is the new document to be?"));
    if (workspaceFolder === undefined) return;
    const folder = workspaceFolder.uri.toString();
    const document = await session.use(async (client) => {
      const template = await pickTemplate(client, folder);
      if (template === undefined) return undefined;
      const answers = await askAll(template);
      if (answers === undefined) return undefined;
      const params = { folder, template: template.id, ...answers };
      return await client.sendRequest<{ readonly uri: string; readonly text: string }>(
        methods.newDocument,
        params,
      );
    });
    if (document !== undefined) await create(Uri.parse(document.uri), document.text);
  });
}

async function pickTemplate(client: LanguageClient, folder: string): Promise<TemplateChoice | undefined> {
  const templates = await client.sendRequest<readonly TemplateChoice[]>(methods.templates, { folder });
  if (templates.length === 0) {
    await window.showInformationMessage(l10n.t("The policy of this folder has no templates."));
    return undefined;
  }
  const rows = templates.map((template) => ({
    label: template.title,
    description: template.class,
    detail: [template.folder, template.fileName].filter(Boolean).join("/"),
    template,
  }));
  const title = l10n.t("New Document from Template");
  const chosen = await window.showQuickPick(rows, { title, matchOnDescription: true, matchOnDetail: true });
  return chosen?.template;
}

/** Undefined when the author gave up on one of the questions. */
async function askAll(template: TemplateChoice): Promise<Answers | undefined> {
  const questions = chooseQuestions(template.fileName, translate);
  let answers: Answers = {};
  for (const [index, question] of questions.entries()) {
    const answer = await ask(
      question,
      answers,
      l10n.t("{0} ({1}/{2})", template.title, index + 1, questions.length),
    );
    if (answer === undefined) return undefined;
    answers = { ...answers, [question.key]: answer.trim() };
  }
  return answers;
}

function ask(question: Question, answers: Answers, title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: question.prompt,
    placeHolder: question.example,
    value: question.propose(answers),
    validateInput: (text) => question.findMistake(text.trim()),
    ignoreFocusOut: true,
  });
}

async function create(uri: Uri, text: string): Promise<void> {
  if (await exists(uri)) {
    const label = l10n.t("Open It");
    const message = l10n.t("{0} exists already; nothing was written.", workspace.asRelativePath(uri));
    if ((await window.showWarningMessage(message, label)) === label) await window.showTextDocument(uri);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new Uint8Array() });
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(l10n.t("{0} could not be written.", workspace.asRelativePath(uri)));
  }
  const editor = await window.showTextDocument(uri);
  await editor.insertSnippet(new SnippetString(renderSnippet(text)));
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
