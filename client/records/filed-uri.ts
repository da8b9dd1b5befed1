/** The addresses of records as they were filed, for comparisons. */
import { Uri } from "vscode";

export const filedScheme = "docket-filed";
/** Stands for a record that is not there any more. */
const nothing = "nothing";

/** The record as it was filed. Its path tells the language, and its query which file it is. */
export function toFiledUri(uri: Uri): Uri {
  return Uri.from({ scheme: filedScheme, path: uri.path, query: uri.toString() });
}

/** An empty document for a record that was deleted. */
export function toEmptyUri(uri: Uri): Uri {
  return Uri.from({ scheme: filedScheme, path: uri.path, query: nothing });
}

/** The file of what was filed, and of a file the file itself; undefined for the empty document. */
export function toRecordUri(uri: Uri): Uri | undefined {
  if (uri.scheme !== filedScheme) return uri;
  return uri.query === nothing ? undefined : Uri.parse(uri.query);
}
