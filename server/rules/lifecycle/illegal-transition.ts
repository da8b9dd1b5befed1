/** A document went back to a state that cannot follow the one it had. */
import { classNoun, classOf, headRange, listWords, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";
import { findReturn } from "../state-changes";

export const rule: Rule = {
  id: "lifecycle/illegal-transition",
  summary: "A document went into a state that cannot follow the one it was in.",
  why: "States tell how far a document may be relied on; one that goes back takes that from all who did.",
  guide: "Lifecycle States (§3): no way back from Filed, Deprecated or Archived",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "history",
  check({ document, history }) {
    const documentClass = classOf(document);
    const back = findReturn(document, history);
    if (documentClass === undefined || back === undefined) return undefined;
    const at = headRange(document.text, back.written);
    const next = back.before.next.map((name) => `\`${name}\``);
    const rest =
      next.length === 0
        ? `\`${back.before.name}\` is a final state: create a new document instead.`
        : `From \`${back.before.name}\` it may only become ${listWords(next, "or")}.`;
    return {
      at,
      message: `This ${classNoun(documentClass)} was \`${back.before.name}\` and cannot become ${quoteRange(document.text, at)}. ${rest}`,
      field: back.written.key,
      ...(back.filed ? { severity: "error" as const } : {}),
      restores: back.filed,
      needsDecision: true,
      fixes: () => [replace(`Change back to \`${back.value}\``, back.written.valueRange, back.value, false)],
    };
  },
};
