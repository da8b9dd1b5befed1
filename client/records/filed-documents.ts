/** Virtual documents with the text of records as they were filed, for comparisons. */
import type { TextDocumentContentProvider } from "vscode";
import { Disposable, EventEmitter, l10n, Uri, workspace } from "vscode";
import type { ServerSession } from "../server-session";
import { findFiledText } from "./record-requests";

const scheme = "docket-filed";
/** Stands for a record that is not there any more. */
const nothing = "nothing";

/** The record as it was filed. Its path tells the language, and its query which file it is. */
export function toFiledUri(uri: Uri): Uri {
  return Uri.from({ scheme, path: uri.path, query: uri.toString() });
}

/** An empty document for a record that was deleted. */
export function toEmptyUri(uri: Uri): Uri {
  return Uri.from({ scheme, path: uri.path, query: nothing });
}

export function registerFiledDocuments(session: ServerSession): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = () => workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      if (query === nothing) return "";
      const filed = await findFiledText(session, Uri.parse(query));
      if (filed === undefined) throw new Error(l10n.t("What was filed is not known."));
      // VS Code drops this mark from the text of a file, so that both sides are without it.
      return filed.text.replace(/^\uFEFF/, "");
    },
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    // Another commit may count as the filing after HEAD has moved.
    session.onDidChange(({ views }) => {
      if (views && session.isServing()) for (const { uri } of shown()) changed.fire(uri);
    }),
  );
}
