/** The same field stands twice in one header. */
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import { classOf, quoteValue } from "../fields";
import { removeField } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "header/duplicate-field",
  summary: "A header has the same field twice.",
  why: "Two values for one field leave it to chance which one a reader or a tool believes.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    for (const field of documentClass.fields) {
      const first = new Map<string, HeaderField>();
      for (const written of document.fieldsOf(field)) {
        if (written.form === "quote") continue;
        const earlier = first.get(written.folded);
        if (earlier === undefined) {
          first.set(written.folded, written);
          continue;
        }
        const same = foldKey(plainValue(earlier.value)) === foldKey(plainValue(written.value));
        // front matter for a site generator and a header for readers may both say the same
        if (same && (earlier.form === "front-matter") !== (written.form === "front-matter")) continue;
        yield {
          at: written.keyRange,
          message: same
            ? `\`${written.key}\` stands twice in this header. One line is enough; two drift apart.`
            : `\`${written.key}\` stands twice in this header, as ${quoteValue(earlier.value)} and as ${quoteValue(written.value)}. Readers cannot tell which one holds; keep one.`,
          field: field.name,
          fixes: () => (same ? [removeField(document, written)] : []),
        };
      }
    }
  },
};
