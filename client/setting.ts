/** The language and the day of this window, for the words of views. */
import { env, l10n } from "vscode";
import type { Translate } from "./translate";
import type { Setting } from "./words";

/** Read at every refresh: a window may stay open for days. */
export function getSetting(): Setting {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return { locale: env.language, today: day.map((part) => `${part}`.padStart(2, "0")).join("-") };
}

export const translate: Translate = (message, ...values) => l10n.t(message, ...values);
