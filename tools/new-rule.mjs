/** `npm run new-rule group/name`: writes a rule, its spec and its entry in the registry. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inProject } from "./project.mjs";

const id = process.argv[2] ?? "";
if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error("Usage: npm run new-rule group/name, such as header/missing-field");
  process.exit(2);
}

const rule = `/** One sentence on the defect. */
import { classOf } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "${id}",
  summary: "One sentence on the defect.",
  why: "One sentence on why a team cares.",
  guide: "The section of the guide",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    const documentClass = classOf(document);
    if (documentClass === undefined) return;
  },
};
`;

const spec = `# ${id}

What is a defect here, what is not, and why.

## The typical finding

\`\`\`\`md docs/specs/name.md
# Name

**Owner:** Role
           ^^^^ warning: What is wrong, why, and what to do.
\`\`\`\`

## A near miss is silent

\`\`\`\`md docs/specs/name.md
# Name

**Owner:** Role
**Status:** Draft
**Version:** 1.0
**Last Updated:** 2026-02-10
\`\`\`\`
`;

for (const [path, text] of [
  [inProject("server/rules", `${id}.ts`), rule],
  [inProject("test/rules", `${id}.md`), spec],
]) {
  if (existsSync(path)) {
    console.error(`${path} is there already; nothing was written over it.`);
    process.exit(2);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
console.log("Now write the spec, then the rule, then run `npm run generate`.");
