/** The YAML front matter cannot be read. */
import { parseFieldLine } from "../../document/field-line";
import type { HeaderField } from "../../document/types";
import { classify } from "../../workspace/classify";
import { pathWithin } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import { behindLine } from "../fixes";
import { frontMatterFixes } from "../front-matter-fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "header/invalid-front-matter",
  summary: "The front matter is not valid YAML.",
  why: "What cannot be read cannot be checked: every field in it counts as missing.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "error",
  fixable: true,
  reads: "document",
  check({ document }) {
    const { fields, problems } = document.parsed.header;
    if (problems.length === 0 || !isGoverned(document)) return;
    const harm = fields.length === 0 ? "so none of its fields counts" : "so other tools may not read it";
    const reports: Report[] = [];
    for (const problem of problems) {
      reports.push({
        at: problem.range,
        message: `The front matter is not valid YAML, ${harm}. ${problem.message}`,
        needsDecision: true,
        fixes: () => frontMatterFixes(document, problem),
      });
    }
    return reports;
  },
};

/** True when a class claims the document, if need be by what can be made out of its front matter line by line. */
function isGoverned(document: GovernedDocument): boolean {
  if (document.classification !== undefined) return true;
  const { parsed, policy, text } = document;
  const { frontMatter } = parsed.header;
  if (frontMatter === undefined) return false;
  const fields: HeaderField[] = [];
  for (let start = frontMatter.start; start < frontMatter.end; start = behindLine(text, start)) {
    const line = { start, end: start + text.slice(start, frontMatter.end).search(/[\r\n]|$/) };
    fields.push(...(parseFieldLine(text, line, line, "front-matter") ?? []));
  }
  return (
    classify(
      pathWithin(policy, document.path),
      { ...parsed, header: { ...parsed.header, fields } },
      policy,
    ) !== undefined
  );
}
