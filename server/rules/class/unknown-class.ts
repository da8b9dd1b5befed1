/** The class field names no class of the policy. */
import { findClosest } from "../../base/closest";
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import { resolveClassName } from "../../policy/resolve-class-name";
import type { DocumentClass } from "../../policy/types";
import { findClassField } from "../../workspace/classify";
import type { GovernedDocument } from "../../workspace/types";
import { namedClass } from "../class-field";
import { listWords, quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

/** A value that was meant as one of a policy's classes even where it resembles none of them. */
const NUMBERED = /\bclass\s*(\d+)\b/i;

export const rule: Rule = {
  id: "class/unknown-class",
  summary: "The class field names no class of the policy.",
  why: "A document whose class nobody knows is checked against nothing.",
  guide: "Document Classes (§2)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const { classification } = document;
    // then the field has named a class
    if (classification?.by === "field" || classification?.contradicted !== undefined) return;
    const written = findClassField(document.parsed, policy);
    if (written === undefined) return;
    const resolved = resolveClassName(written.value, policy);
    if (resolved.kind === "class") return;
    if (resolved.kind === "contradictory") {
      const { valueRange } = written;
      const names = resolved.classes.map((each) => `\`${each.name}\``);
      return {
        at: valueRange,
        message: `${quoteRange(document.text, valueRange)} names ${listWords(names, "and")} at once. A document belongs to exactly one class.`,
        field: written.key,
        fixes: () =>
          resolved.classes.map((each) => replace(`Change to \`${each.name}\``, valueRange, each.name, false)),
      };
    }
    const { nearest } = resolved;
    if (!isMeantAsClass(document, plainValue(written.value), nearest)) return;
    const at = namedClass(document.text, written, policy);
    const known = policy.classes.map((each) => `\`${each.name}\``);
    return {
      at,
      message: `${quoteRange(document.text, at)} is no class of this policy. ${
        nearest === undefined
          ? `Its classes are ${listWords(known, "and")}.`
          : `Did you mean \`${nearest.name}\`?`
      }`,
      field: written.key,
      fixes: () =>
        nearest === undefined
          ? []
          : [
              replace(
                `Change to \`${nearest.name}\``,
                at,
                nearest.name,
                isSlip(plainValue(written.value), nearest),
              ),
            ],
      needsDecision: nearest === undefined || !isSlip(plainValue(written.value), nearest),
    };
  },
};

/** True where one slip of the finger tells it all: of `Delivery Report`, only its author knows what was meant. */
function isSlip(value: string, { keys }: DocumentClass): boolean {
  const number = NUMBERED.exec(value)?.[1];
  if (number !== undefined && !keys.includes(`class ${number}`)) return false;
  const head = value.replace(/\s*[([—–:,;/|].*$/s, "");
  return [value, head].some((each) => findClosest(foldKey(each), keys, 1) !== undefined);
}

/** Outside the places of the policy, `class` may be anything: a slide's layout, a yacht's size. */
function isMeantAsClass(
  document: GovernedDocument,
  value: string,
  nearest: DocumentClass | undefined,
): boolean {
  if (document.classification !== undefined || NUMBERED.test(value)) return true;
  return (
    nearest?.fields.some(
      (field) => field.required && field.type !== "class" && document.fieldOf(field) !== undefined,
    ) === true
  );
}
