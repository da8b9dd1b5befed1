/** The state field names no state of the document's class. */
import { findMeantState, findState, isUnset } from "../../workspace/field-values";
import { wouldFile } from "../../workspace/govern";
import { classNoun, classOf, headRange, listWords, quoteRange, withArticle } from "../fields";
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
  check({ document, policy }) {
    const documentClass = classOf(document);
    const { field, written, state } = document.state() ?? {};
    if (documentClass === undefined || written === undefined || documentClass.states.length === 0) return;
    if (state !== undefined || isUnset(written.value, policy)) return;
    const contradicted = document.classification?.contradicted;
    // the state of the class that the header names: the contradicted class is the one finding
    if (contradicted !== undefined && findState(written.value, contradicted) !== undefined) return;
    const at = headRange(document.text, written);
    const names = documentClass.states.map((state) => state.name);
    const meant = findMeantState(document.text.slice(at.start, at.end), documentClass);
    const known = listWords(
      names.map((name) => `\`${name}\``),
      "and",
    );
    return {
      at,
      message: `${quoteRange(document.text, at)} is no state of ${withArticle(classNoun(documentClass))}. ${
        meant !== undefined
          ? `Did you mean \`${meant.name}\`?`
          : names.length === 1
            ? `Its only state is ${known}.`
            : `Its states are ${known}.`
      }`,
      field: field?.name ?? "",
      fixes: () =>
        meant === undefined
          ? names.map((name) => replace(`Change to \`${name}\``, at, name, false))
          : [
              replace(
                `Change to \`${meant.name}\``,
                at,
                meant.name,
                !wouldFile(document, written, { ...written, value: meant.name }),
              ),
            ],
    };
  },
};
