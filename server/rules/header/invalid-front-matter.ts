/** The YAML front matter cannot be read. */
import type { Rule } from "../rule";

/** Keys that show that the front matter was meant as a governed header. */
const GOVERNED = /^[ \t]*(?:class|owner|status)[ \t]*:/im;

export const rule: Rule = {
  id: "header/invalid-front-matter",
  summary: "The front matter is not valid YAML.",
  why: "What cannot be read cannot be checked: every field in it counts as missing.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "error",
  fixable: false,
  reads: "document",
  *check({ document }) {
    const { frontMatter, problems } = document.parsed.header;
    if (problems.length === 0) return;
    const governed =
      document.classification !== undefined ||
      (frontMatter !== undefined && GOVERNED.test(document.text.slice(frontMatter.start, frontMatter.end)));
    if (!governed) return;
    for (const problem of problems) {
      yield {
        at: problem.range,
        message: `The front matter is no valid YAML: ${problem.message}. Until that is put right, its fields do not count everywhere.`,
      };
    }
  },
};
