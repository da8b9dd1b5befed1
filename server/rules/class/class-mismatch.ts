/** The header names another class than the document's place. */
import { isClassField } from "../../workspace/classify";
import { pathWithin } from "../../workspace/govern";
import { quoteValue } from "../fields";
import { replace } from "../fixes";
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
  *check({ document, policy }) {
    const classification = document.classification;
    if (classification?.contradicted === undefined) return;
    const written = document.parsed.header.fields.find((field) => isClassField(field.folded, policy));
    if (written === undefined) return;
    const path = pathWithin(policy, document.path);
    const folder = path.includes("/") ? `\`${path.slice(0, path.lastIndexOf("/"))}\`` : "this folder";
    const name = classification.class.name;
    yield {
      at: written.valueRange,
      message: `${quoteValue(written.value)} contradicts the document's place: in ${folder} it is \`${name}\`, and is checked as such.`,
      field: written.key,
      fixes: () => [replace(`Change to \`${name}\``, written.valueRange, name, false)],
    };
  },
};
