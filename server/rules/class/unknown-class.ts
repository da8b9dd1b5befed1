/** The class field names no class of the policy. */
import { plainValue } from "../../base/plain-value";
import { resolveClassName } from "../../policy/resolve-class-name";
import { isClassField } from "../../workspace/classify";
import { isUnset } from "../../workspace/field-values";
import { listWords, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

/** A value that was meant as one of a policy's classes even where it resembles none of them. */
const NUMBERED = /\bclass\s*\d+\b/i;

export const rule: Rule = {
  id: "class/unknown-class",
  summary: "The class field names no class of the policy.",
  why: "A document whose class nobody knows is checked against nothing.",
  guide: "Document Classes (§2)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, policy }) {
    const written = document.parsed.header.fields.find((field) => isClassField(field.folded, policy));
    if (written === undefined || isUnset(written.value, policy)) return;
    const resolved = resolveClassName(written.value, policy);
    if (resolved.kind === "class") return;
    if (resolved.kind === "contradictory") {
      const names = resolved.classes.map((each) => `\`${each.name}\``);
      yield {
        at: written.valueRange,
        message: `${quoteValue(written.value)} names ${listWords(names, "and")} at once. A document belongs to exactly one class.`,
        field: written.key,
        fixes: () => resolved.classes.map((each) => replace(`Change to \`${each.name}\``, written.valueRange, each.name, false)),
      };
      return;
    }
    const nearest = resolved.nearest;
    // elsewhere `class` may mean anything: a slide's layout, a yacht's size
    const claimed = document.classification !== undefined || nearest !== undefined || NUMBERED.test(plainValue(written.value));
    if (!claimed) return;
    yield {
      at: written.valueRange,
      message: `${quoteValue(written.value)} is no class of this policy. ${
        nearest === undefined
          ? `Its classes are ${listWords(policy.classes.map((each) => each.name), "and")}.`
          : `Did you mean \`${nearest.name}\`?`
      }`,
      field: written.key,
      fixes: () => (nearest === undefined ? [] : [replace(`Change to \`${nearest.name}\``, written.valueRange, nearest.name, true)]),
    };
  },
};
