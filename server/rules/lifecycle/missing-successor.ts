/** A document that no longer holds does not say what replaces it. */
import { findDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import { findState, isUnset } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { classOf, fieldOfType, sentence, withArticle } from "../fields";
import { insertLine } from "../header-fixes";
import type { Rule } from "../rule";

/** A note near the top that names what follows. */
const NOTE = /\b(?:superseded|replaced|succeeded)\s+by\b[^\n]*|\bsuccessor\b\**:?[^\n]*/i;

export const rule: Rule = {
  id: "lifecycle/missing-successor",
  summary: "A superseded or deprecated document does not name its successor.",
  why: "Whoever finds a document that no longer holds must learn where to go, and from when.",
  guide: "Lifecycle States (§3): deprecation requires what supersedes it, and from what date",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, policy }) {
    const documentClass = classOf(document);
    const field = documentClass && fieldOfType(documentClass, "state");
    const written = field && document.fieldOf(field);
    if (documentClass === undefined || written === undefined) return;
    const state = findState(written.value, documentClass);
    const successor = state?.successor;
    if (state === undefined || successor === undefined) return;
    const fields = document.parsed.header.fields.filter((each) => !isUnset(each.value, policy));
    const named = fields.find((each) => successor.keys.includes(each.folded));
    const note = noteOf(document, written);
    const label = sentence(withArticle(`\`${state.name}\` document`));
    if (named === undefined && note === undefined) {
      yield {
        at: written.valueRange,
        message: `${label} names its successor${successor.date ? ", and from when" : ""}. Add \`${successor.field}\`.`,
        field: successor.field,
        fixes: () => [insertLine(document, successor.field, `{what replaces this document${successor.date ? ", and from when" : ""}}`, written)],
      };
      return;
    }
    if (!successor.date) return;
    const dated =
      fields.some((each) => successor.dateKeys.includes(each.folded)) ||
      [named?.value, note, written.value].some((text) => text !== undefined && findDate(text) !== undefined);
    if (dated) return;
    yield {
      at: named?.valueRange ?? written.valueRange,
      message: `${label} says from when its successor holds. Add the date, such as \`${plainValue(named?.value ?? successor.field).slice(0, 40)}, from YYYY-MM-DD\`.`,
      field: successor.field,
    };
  },
};

/** The words `superseded by …` in the state's value or between the header and the first section. */
function noteOf(document: GovernedDocument, state: HeaderField): string | undefined {
  const inValue = NOTE.exec(state.value);
  if (inValue !== null) return inValue[0];
  const { text, sections, title } = document.parsed;
  const first = sections.find((section) => section !== title);
  const end = Math.min(first?.range.start ?? text.length, (document.parsed.header.range?.end ?? 0) + 4000);
  return NOTE.exec(text.slice(title?.range.start ?? 0, end))?.[0];
}
