/** The words in which *Initialize Policy* says what it found. */
import type { InitializationProposal } from "../../server/protocol/messages";
import type { Translate } from "../translate";

/** A question, and below it one line for each class that has documents. */
export function renderProposal(
  { documents, classes, findings }: InitializationProposal,
  t: Translate,
): { readonly message: string; readonly detail: string } {
  const found = classes.filter((entry) => entry.documents > 0);
  const counts = found.map((entry) => `${entry.documents} · ${entry.name}`);
  const rest = documents - found.reduce((sum, entry) => sum + entry.documents, 0);
  const others = rest > 0 ? [`${rest} · ${t("of no class, and left alone")}`] : [];
  const outcome =
    findings === 0
      ? t("All of them comply with the policy.")
      : findings === 1
        ? t("1 finding will be in the Problems panel. No document is changed.")
        : t("{0} findings will be in the Problems panel. No document is changed.", findings);
  const governed = documents - Math.max(rest, 0);
  return {
    message:
      documents === 0
        ? t("No governed documents yet. Write a policy for them?")
        : governed === 1
          ? t("1 document was recognised. Govern it?")
          : t("{0} documents were recognised. Govern them?", governed),
    detail: documents === 0 ? "" : [...counts, ...others, "", outcome].join("\n"),
  };
}
