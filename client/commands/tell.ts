/** Tells the outcome of a command without holding it up: it is done, whether somebody reads this or not. */
import { window } from "vscode";
import { renderQuotes } from "../words";

export type Tone = "information" | "warning" | "error";

/** The buttons of a message, and what they do. */
export type Actions = Readonly<Record<string, () => unknown>>;

export function tell(tone: Tone, message: string, actions: Actions = {}): void {
  const show = {
    information: window.showInformationMessage,
    warning: window.showWarningMessage,
    error: window.showErrorMessage,
  }[tone];
  show(renderQuotes(message), ...Object.keys(actions)).then((chosen) => {
    if (chosen !== undefined) actions[chosen]?.();
  });
}
