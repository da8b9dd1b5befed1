/** The language and the day of this window, for the words and numbers of views. */
import { env, l10n } from "vscode";
import type { Translate } from "./translate";
import type { Dates } from "./words";
import { createDates } from "./words";

/** Made at every refresh: a window may stay open for days. */
export function getDates(): Dates {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return createDates(env.language, day.map((part) => `${part}`.padStart(2, "0")).join("-"));
}

/** `1,402`, as the language of this window writes it. */
export function renderNumber(value: number): string {
  return value.toLocaleString(env.language);
}

export const translate: Translate = (message, ...values) => l10n.t(message, ...values);
