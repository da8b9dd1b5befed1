/** A version is not of the form `x.y`. */
import { headOfValue } from "../../base/plain-value";
import { isVersion, parseVersion } from "../../base/version";
import { isUnset } from "../../workspace/field-values";
import { classOf, headRange, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

const NUMBERED = /\d/;

export const rule: Rule = {
  id: "header/version-format",
  summary: "A version is not of the form `x.y`.",
  why: "Major and minor tell a reader whether a change may break what they built on the document.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
    const reports: Report[] = [];
    for (const field of documentClass.fields) {
      if (field.type !== "version") continue;
      const written = document.fieldOf(field);
      if (written === undefined) continue;
      const head = headOfValue(written.value);
      // without a change log, versions are counted as the team likes: a report may be version 3
      const counted = documentClass.changeLog !== undefined;
      if ((counted ? isVersion(head) : NUMBERED.test(head)) || isUnset(written.value, policy)) continue;
      const corrected = counted ? correct(head) : undefined;
      const at = headRange(document.text, written, head);
      const why = counted ? " The first number counts breaking changes, the second all others." : "";
      reports.push({
        at,
        message: `${quoteRange(document.text, at)} is not a version${counted ? " of the form `x.y`" : ""}.${why}`,
        field: field.name,
        fixes: () =>
          corrected === undefined ? [] : [replace(`Change to \`${corrected}\``, at, corrected, true)],
      });
    }
    return reports;
  },
};

/** `2` is 2.0, `Version 1.2` and `1,2` are 1.2; nothing else is guessed. */
function correct(value: string): string | undefined {
  if (/^v?\d+$/i.test(value)) return `${value}.0`;
  const cleaned = value
    .replace(/^(?:version|ver|rev|revision)\.?\s*/i, "")
    .replace(/^(v?\d+),(\d+)$/i, "$1.$2")
    .replace(/^v\.\s*/i, "v")
    .replace(/^(v)\s+/i, "$1");
  return isVersion(cleaned) && parseVersion(cleaned) !== undefined ? cleaned : undefined;
}
