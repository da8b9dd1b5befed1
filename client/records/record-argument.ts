/** Which record a command is about, and which of its questions are answered beforehand. */
import { Uri, window } from "vscode";
import { toRecordUri } from "./filed-uri";

/** Rows of the tree and code lenses name the record; a key binding may answer the command's question. */
interface RecordArgument {
  readonly uri?: string;
  readonly confirmed?: boolean;
}

/** The record given, or the document in front; undefined when there is neither. */
export function findGivenRecord(given: unknown): Uri | undefined {
  // Menus of an editor give its address, and code actions the text of one.
  if (given instanceof Uri) return given;
  if (typeof given === "string") return Uri.parse(given);
  const { uri } = toArgument(given);
  if (typeof uri === "string") return Uri.parse(uri);
  const shown = window.activeTextEditor?.document.uri;
  return shown && toRecordUri(shown);
}

export function isConfirmed(given: unknown): boolean {
  return toArgument(given).confirmed === true;
}

function toArgument(given: unknown): RecordArgument {
  return typeof given === "object" && given !== null ? given : {};
}
