/** The command *New Document from Template…*: asks what the name of the file needs, then writes and opens the file. */
import type { Disposable, WorkspaceFolder } from "vscode";
import { l10n, Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { TemplateChoice } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { createDocument } from "./create-document";
import type { Answers, Question } from "./new-document-questions";
import { chooseQuestions } from "./new-document-questions";
import { pickFolder } from "./pick-folder";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

/** What a key binding may answer beforehand: `{ "template": "phase-gate" }` asks for the rest. */
interface Given extends Answers {
  readonly template?: string;
}

interface NewDocument {
  readonly uri: string;
  readonly text: string;
}

export function registerNewDocument(session: ServerSession): Disposable {
  return registerCommand("docket.newDocument", async (argument) => {
    const given: Given = typeof argument === "object" && argument !== null ? argument : {};
    const workspaceFolder = await pickFolder(l10n.t("Where is the new document to be?"));
    if (workspaceFolder === undefined) return;
    const folder = workspaceFolder.uri.toString();
    const document = await session.use(async (client) => {
      const template = await pickTemplate(client, folder, given);
      if (template === undefined) return undefined;
      const answers = await askAll(template, given, findFolderInUse(workspaceFolder));
      if (answers === undefined) return undefined;
      const { folder: chosen, ...named } = answers;
      const params = { folder, template: template.id, ...named };
      const made = await client.sendRequest<NewDocument | null>(methods.newDocument, params);
      if (made === null) throw new Error(l10n.t("The policy has no such template any more."));
      const uri = Uri.parse(made.uri);
      const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
      return {
        text: made.text,
        uri: chosen === undefined ? uri : Uri.joinPath(workspaceFolder.uri, chosen, name),
      };
    });
    if (document !== undefined) await createDocument(document.uri, document.text);
  });
}

/** The folder of the document in the editor, relative to the workspace's; empty when it lies elsewhere. */
function findFolderInUse({ uri: { path: top } }: WorkspaceFolder): string {
  const path = window.activeTextEditor?.document.uri.path ?? "";
  return path.startsWith(`${top}/`)
    ? path.slice(top.length + 1, Math.max(path.lastIndexOf("/"), top.length + 1))
    : "";
}

async function pickTemplate(
  client: LanguageClient,
  folder: string,
  given: Given,
): Promise<TemplateChoice | undefined> {
  const templates = await client.sendRequest<readonly TemplateChoice[]>(methods.templates, { folder });
  const known = templates.find(({ id }) => id === given.template);
  if (known !== undefined) return known;
  if (templates.length === 0) tell("information", l10n.t("The policy of this folder has no templates."));
  if (templates.length === 0) return undefined;
  const rows = templates.map((template) => ({
    label: template.title,
    description: template.class,
    detail:
      [template.folder, template.fileName].filter(Boolean).join("/") || l10n.t("in a folder of your choice"),
    template,
  }));
  const title = l10n.t("New Document from Template");
  const chosen = await window.showQuickPick(rows, { title, matchOnDescription: true, matchOnDetail: true });
  return chosen?.template;
}

/** Undefined when the author gave up on one of the questions. */
async function askAll(template: TemplateChoice, given: Given, here: string): Promise<Answers | undefined> {
  const questions = chooseQuestions(template, here, translate);
  let answers: Answers = {};
  for (const [index, question] of questions.entries()) {
    const title = l10n.t("{0} ({1}/{2})", template.title, index + 1, questions.length);
    const answer = findGiven(question, given) ?? (await ask(question, answers, title));
    if (answer === undefined) return undefined;
    answers = { ...answers, [question.key]: answer.trim() };
  }
  return answers;
}

function findGiven({ key, findMistake }: Question, given: Given): string | undefined {
  const answer = given[key];
  return typeof answer === "string" && findMistake(answer) === null ? answer : undefined;
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
