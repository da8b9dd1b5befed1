/** The command *New Document from Template…*: asks what the document needs, then writes and opens it. */
import type { Disposable, QuickPickItem } from "vscode";
import { l10n, QuickPickItemKind, Uri, window } from "vscode";
import { methods } from "../../server/protocol/messages";
import type { TemplateChoice, TemplatesParams } from "../../server/protocol/new-document";
import type { ServerSession } from "../server-session";
import { askDocuments, askPlace, listChoices } from "./ask-documents";
import { createDocument } from "./create-document";
import { registerCommand } from "./register-command";

export function registerNewDocument(session: ServerSession): Disposable {
  return registerCommand("docket.newDocument", async (argument) => {
    const place = await askPlace(argument, l10n.t("Where is the new document to be?"));
    if (place === undefined) return;
    const { params, given } = place;
    const document = await session.use(async (client) => {
      const templates = await listChoices<TemplateChoice>(client, methods.templates, params);
      const template = templates && (await pickTemplate(templates, params, given.template));
      if (template === undefined) return undefined;
      const draft = { ...params, policy: template.policy, template: template.id };
      const [made] = (await askDocuments(client, draft, template.title, given)) ?? [];
      return made;
    });
    if (document !== undefined) await createDocument(Uri.parse(document.uri), document.text);
  });
}

/** Undefined when none was chosen. */
async function pickTemplate(
  templates: readonly TemplateChoice[],
  { placed }: TemplatesParams,
  given: unknown,
): Promise<TemplateChoice | undefined> {
  const known = templates.find(({ id }) => id === given);
  if (known !== undefined) return known;
  const toRow = (template: TemplateChoice) => ({
    label: template.title,
    description: `${template.class} · ${renderPlace(template)}`,
    detail: template.description,
    template,
  });
  const fitting = placed === true ? templates.filter(({ fits }) => fits) : [];
  const others = templates.filter((each) => !fitting.includes(each));
  const heading = (label: string): readonly QuickPickItem[] => [{ label, kind: QuickPickItemKind.Separator }];
  const rows: (QuickPickItem & { readonly template?: TemplateChoice })[] =
    fitting.length === 0
      ? templates.map(toRow)
      : [
          ...heading(l10n.t("belongs in this folder")),
          ...fitting.map(toRow),
          ...heading(l10n.t("belongs elsewhere")),
          ...others.map(toRow),
        ];
  const title = l10n.t("New Document from Template");
  const chosen = await window.showQuickPick(rows, {
    title,
    placeHolder: l10n.t("Which kind of document?"),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.template;
}

/** Of the path no more than the folder: both stand on one line, which is cut at its end. */
function renderPlace({ folder, fileName }: TemplateChoice): string {
  if (folder === null) return l10n.t("in a folder of your choice");
  return folder === "" ? fileName : folder;
}
