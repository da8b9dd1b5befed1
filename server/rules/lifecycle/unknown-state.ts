/** The state field names no state of the document's class. */
import { findClosest } from "../../base/closest";
import { foldKey } from "../../base/fold";
import { headOfValue, plainValue } from "../../base/plain-value";
import { findState, isUnset } from "../../workspace/field-values";
import { classOf, fieldOfType, listWords, quoteValue, sentence, withArticle } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/unknown-state",
  summary: "A document is in a state that its class does not have.",
  why: "Only the states of its class say whether a document holds, and what may happen to it next.",
  guide: "Lifecycle States (§3)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, policy }) {
    const documentClass = classOf(document);
    const field = documentClass && fieldOfType(documentClass, "state");
    const written = field && document.fieldOf(field);
    if (documentClass === undefined || written === undefined || documentClass.states.length === 0) return;
    if (isUnset(written.value, policy) || findState(written.value, documentClass) !== undefined) return;
    const contradicted = document.classification?.contradicted;
    // the state of the class that the header names: the contradicted class is the one finding
    if (contradicted !== undefined && findState(written.value, contradicted) !== undefined) return;
    const names = documentClass.states.map((state) => state.name);
    const keys = documentClass.states.flatMap((state) => state.keys);
    const closest = findClosest(foldKey(headOfValue(written.value)), keys) ?? findClosest(foldKey(plainValue(written.value)), keys);
    const meant = documentClass.states.find((state) => closest !== undefined && state.keys.includes(closest));
    const known = names.length === 1 ? `always \`${names[0]}\`` : listWords(names.map((name) => `\`${name}\``), "or");
    yield {
      at: written.valueRange,
      message: `${quoteValue(written.value)} is no state of ${withArticle(documentClass.title.toLowerCase())}. ${
        meant === undefined ? `${sentence("it is")} ${known}.` : `Did you mean \`${meant.name}\`?`
      }`,
      field: field?.name ?? "",
      fixes: () =>
        meant === undefined
          ? names.map((name) => replace(`Change to \`${name}\``, written.valueRange, name, false))
          : [replace(`Change to \`${meant.name}\``, written.valueRange, meant.name, true)],
    };
  },
};
