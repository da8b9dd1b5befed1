/** Virtual documents with the text of records as they were filed, for comparisons. */
import type { TextDocumentContentProvider } from "vscode";
import { Disposable, EventEmitter, l10n, type Uri, workspace } from "vscode";
import type { ServerSession } from "../server-session";
import { filedScheme, toRecordUri } from "./filed-uri";
import { findFiledText } from "./record-requests";

export function registerFiledDocuments(session: ServerSession): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = () => workspace.textDocuments.filter(({ uri }) => uri.scheme === filedScheme);
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const record = toRecordUri(uri);
      if (record === undefined) return "";
      const filed = await findFiledText(session, record);
      if (filed === undefined) throw new Error(l10n.t("What was filed is not known."));
      // VS Code drops this mark from the text of a file, so that both sides are without it.
      return filed.text.replace(/^\uFEFF/, "");
    },
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(filedScheme, provider),
    // Another commit may count as the filing after HEAD has moved.
    session.onDidChange(() => {
      if (session.isServing()) for (const { uri } of shown()) changed.fire(uri);
    }),
  );
}
