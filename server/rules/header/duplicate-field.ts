/** The same field stands twice in one header. */
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import type { FieldPolicy } from "../../policy/types";
import { isUnset } from "../../workspace/field-values";
import { classOf, headerFields, quoteValue } from "../fields";
import { removeField } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/duplicate-field",
  summary: "A header has the same field twice.",
  why: "Two values for one field leave it to chance which one a reader or a tool believes.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const fields = headerFields(document);
    const reported = new Set<FieldPolicy>();
    const reports: Report[] = [];
    for (const written of fields) {
      const field = documentClass.fieldByKey.get(written.folded);
      // one cause, one finding: a third line comes up when the second is settled
      if (field === undefined || reported.has(field)) continue;
      const name = field.name;
      if (!fields.some((each) => each !== written && isSameField(field, each, written))) {
        reported.add(field);
        continue;
      }
      const alike = fields.filter((each) => isSameField(field, each, written));
      const kept = alike.find((each) => !isUnset(each.value, policy)) ?? (alike[0] as HeaderField);
      if (kept === written || isSaidTwice(kept, written)) continue;
      if (kept.folded !== written.folded && areSame(kept, written)) continue;
      reported.add(field);
      const times = alike.length === 2 ? "twice" : `${alike.length} times`;
      const common = { at: written.keyRange, field: name };
      const twice =
        kept.folded === written.folded
          ? `\`${written.key}\` stands ${times} in this header`
          : `\`${written.key}\` is another name of \`${kept.key}\`, which so stands twice in this header`;
      if (isUnset(written.value, policy)) {
        const here = plainValue(written.value) === "" ? "without a value" : `as ${quoteValue(written.value)}`;
        const rest =
          fields.indexOf(kept) < fields.indexOf(written) || isUnset(kept.value, policy)
            ? "One line is enough."
            : "The other line has the value.";
        reports.push({
          ...common,
          message: `${twice}, here ${here}. ${rest}`,
          fixes: () => removeField(document, written, `Remove this \`${written.key}\``, true),
        });
      } else if (areSame(kept, written)) {
        reports.push({
          ...common,
          message: `${twice}. One line is enough; ${alike.length === 2 ? "two" : "more"} drift apart.`,
          fixes: () => removeField(document, written, `Remove the second \`${written.key}\``, true),
        });
      } else {
        reports.push({
          ...common,
          message: `${twice}, as ${quoteValue(kept.value)} and as ${quoteValue(written.value)}. Readers cannot tell which one holds; keep one.`,
          fixes: () => [
            ...removeField(document, written, `Keep ${quoteValue(kept.value)}`, false),
            ...removeField(document, kept, `Keep ${quoteValue(written.value)}`, false),
          ],
        });
      }
    }
    return reports;
  },
};

/** Under one name; values that can only be true or false, such as dates, also under its aliases. */
function isSameField(field: FieldPolicy, one: HeaderField, other: HeaderField): boolean {
  if (one.folded === other.folded) return true;
  return field.type !== "role" && field.type !== "text" && field.keys.includes(one.folded);
}

function areSame(one: HeaderField, other: HeaderField): boolean {
  // two links may read alike and lead to different places
  if (one.value.includes("](") || other.value.includes("](")) return one.value === other.value;
  return foldKey(plainValue(one.value)) === foldKey(plainValue(other.value));
}

/** Front matter for a site generator and a header for readers may both say the same. */
function isSaidTwice(one: HeaderField, other: HeaderField): boolean {
  return areSame(one, other) && (one.form === "front-matter") !== (other.form === "front-matter");
}
