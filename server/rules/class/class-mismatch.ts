/** The header names another class than the document's place. */
import { findClassField } from "../../workspace/classify";
import { pathWithin } from "../../workspace/govern";
import { namedClass } from "../class-field";
import { quoteRange } from "../fields";
import { replace } from "../fixes";
import { moveDocument } from "../path-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "class/class-mismatch",
  summary: "The class field contradicts the document's place.",
  why: "Readers go by the place, tools by the field; the rules of both classes cannot hold at once.",
  guide: "Document Classes (§2), locations",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace }) {
    const { classification, text } = document;
    const contradicted = classification?.contradicted;
    if (classification === undefined || contradicted === undefined) return;
    const written = findClassField(document.parsed, policy);
    if (written === undefined) return;
    const at = namedClass(text, written, policy);
    const path = pathWithin(policy, document.path);
    const place = path.includes("/") ? `in \`${path.slice(0, path.lastIndexOf("/"))}\`` : "in this place";
    const { name } = classification.class;
    return {
      at,
      message: `${quoteRange(text, at)} contradicts the document's place. A document ${place} is \`${name}\`, and this one is checked as such.`,
      field: written.key,
      needsDecision: true,
      fixes: () => [
        replace(`Change to \`${name}\``, at, name, false),
        ...moveDocument(document, contradicted, workspace()),
      ],
    };
  },
};
