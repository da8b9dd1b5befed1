/** What *New Document from Template…* and *Start Work Item…* have in common: from where they are called, and the questions. */
import { commands, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { methods } from "../../server/protocol/messages";
import type {
  DraftParams,
  NewDocuments,
  TemplateQuestion,
  TemplatesParams,
} from "../../server/protocol/new-document";
import { renderQuotes } from "../words";
import { askAnswers } from "./ask-answers";
import { pickFolder } from "./pick-folder";
import { tell } from "./tell";

/** Milliseconds after which it is said that the policies are still being read. */
const PATIENCE = 400;

/** What a key binding may answer beforehand: `{ "template": "phase-gate" }` asks for the rest. */
type Given = Readonly<Record<string, unknown>>;

export interface CalledPlace {
  readonly params: TemplatesParams;
  readonly given: Given;
}

/** From a folder of the explorer, a row of a tree, or the document in the editor; undefined without a folder. */
export async function askPlace(argument: unknown, title: string): Promise<CalledPlace | undefined> {
  const isFolder = argument instanceof Uri;
  const given: Given = typeof argument === "object" && argument !== null && !isFolder ? { ...argument } : {};
  const row = typeof given.uri === "string" ? Uri.parse(given.uri) : undefined;
  const at = isFolder ? argument : (row ?? window.activeTextEditor?.document.uri);
  const own = at === undefined ? undefined : workspace.getWorkspaceFolder(at);
  const folder = own ?? (await pickFolder(title));
  if (folder === undefined) return undefined;
  const params = { folder: folder.uri.toString(), placed: isFolder };
  return { params: own === undefined || at === undefined ? params : { ...params, at: at.toString() }, given };
}

/** Waits until it is known which policies there are; undefined where none offers anything, which is told. */
export async function listChoices<T>(
  client: LanguageClient,
  method: string,
  params: TemplatesParams,
): Promise<readonly T[] | undefined> {
  const asking = client.sendRequest<readonly T[]>(method, params);
  const choices = await showWhileLong(asking);
  if (choices.length > 0) return choices;
  const isTemplate = method === methods.templates;
  tell(
    "information",
    isTemplate
      ? l10n.t(
          "No policy governs this folder, or its policy cannot be read, so there is no template to begin with.",
        )
      : method === methods.reportChoices
        ? l10n.t("The policy of this folder has no tasks for which reports are written.")
        : l10n.t("The policy of this folder does not say what a work item starts with."),
    isTemplate
      ? { [l10n.t("Initialize Policy")]: () => commands.executeCommand("docket.initializePolicy") }
      : {},
  );
  return undefined;
}

async function showWhileLong<T>(asking: Promise<T>): Promise<T> {
  const early = await Promise.race([
    asking.then(() => true),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  if (early === true) return asking;
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Docket reads the policies…") },
    () => asking,
  );
}

/** Undefined when the author gave up, or nothing can be made, which is told. */
export async function askDocuments(
  client: LanguageClient,
  draft: Omit<DraftParams, "answers">,
  title: string,
  given: Given,
): Promise<NewDocuments["documents"] | undefined> {
  const answers = await askAnswers(
    {
      title,
      next: async (answers) =>
        (await client.sendRequest<TemplateQuestion | null>(methods.templateQuestion, {
          ...draft,
          answers,
        })) ?? undefined,
      check: async (answers, name, value) => {
        const asked = { ...draft, answers, name, value };
        const mistake = await client.sendRequest<string | null>(methods.checkAnswer, asked);
        return mistake === null ? undefined : renderQuotes(mistake);
      },
    },
    given,
  );
  if (answers === undefined) return undefined;
  const made = await showWhileLong(
    client.sendRequest<NewDocuments | null>(methods.newDocument, { ...draft, answers }),
  );
  if (made === null) throw new Error(l10n.t("The document could not be made."));
  if (made.refusal === null) return made.documents;
  tell("warning", made.refusal);
  return undefined;
}
