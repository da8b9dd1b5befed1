/** The sentence that *Fix All in Workspace* ends with. */
import type { Translate } from "../translate";

export interface FixOutcome {
  /** Documents that the edit changes. */
  readonly changed: number;
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

export function renderOutcome({ changed, skipped }: FixOutcome, t: Translate): string {
  const done =
    changed === 0
      ? t("There was nothing that Docket can fix by itself.")
      : changed === 1
        ? t("1 document was fixed.")
        : t("{0} documents were fixed.", changed);
  if (skipped.length === 0) return done;
  const left =
    skipped.length === 1
      ? t("1 document was left alone: {0}", endSentence(skipped[0]?.reason ?? ""))
      : t("{0} documents were left alone.", skipped.length);
  return `${done} ${left}`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
