/** A version is not of the form `x.y`. */
import { headOfValue } from "../../base/plain-value";
import { parseVersion } from "../../base/version";
import { isUnset } from "../../workspace/field-values";
import { classOf, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

const VERSION = /^v?\d+\.\d+(?:\.\d+)?$/i;

export const rule: Rule = {
  id: "header/version-format",
  summary: "A version is not of the form `x.y`.",
  why: "Major and minor tell a reader whether a change may break what they built on the document.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    for (const field of documentClass.fields) {
      if (field.type !== "version") continue;
      const written = document.fieldOf(field);
      if (written === undefined || isUnset(written.value, policy) || VERSION.test(headOfValue(written.value))) continue;
      const corrected = correct(headOfValue(written.value));
      yield {
        at: written.valueRange,
        message: `${quoteValue(written.value)} is no version of the form \`x.y\`. Major counts breaking changes, minor the others.`,
        field: field.name,
        fixes: () => (corrected === undefined ? [] : [replace(`Change to \`${corrected}\``, written.valueRange, corrected, true)]),
      };
    }
  },
};

/** `2` is 2.0, `Version 1.2` and `1,2` are 1.2; nothing else is guessed. */
function correct(value: string): string | undefined {
  if (/^v?\d+$/i.test(value)) return `${value}.0`;
  const cleaned = value.replace(/^(?:version|ver|rev|revision)\.?\s*/i, "").replace(/^(v?\d+),(\d+)$/i, "$1.$2").replace(/^v\.\s*/i, "v").replace(/^(v)\s+/i, "$1");
  return VERSION.test(cleaned) && parseVersion(cleaned) !== undefined ? cleaned : undefined;
}
