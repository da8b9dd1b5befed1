/** Makes quick fixes work again in an editor that was read-only. */
import { languages, type TextDocument } from "vscode";

/**
 * VS Code looks at whether an editor is read-only when it is opened and when somebody registers quick fixes, and not
 * when that changes: without this, an unlocked record would have none until it is opened anew.
 */
export function reviveCodeActions({ uri, languageId }: TextDocument): void {
  const selector = { scheme: uri.scheme, language: languageId };
  languages.registerCodeActionsProvider(selector, { provideCodeActions: () => [] }).dispose();
}
