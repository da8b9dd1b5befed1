/** A report that breaks every rule of layout that a fix can mend: *Fix All* leaves nothing, and no word is lost. */
import { describe, expect, it } from "vitest";
import { type AnalysisInput, analyse } from "../../../server/engine/analyse";
import { fixDocument } from "../../../server/engine/apply-fixes";
import { loadPolicies } from "../../../server/engine/policies";
import { renderedText, UNTIDY_REPORT, wordsOf } from "../../support/styled-reports";

const policies = loadPolicies(
  ["docket.yaml"],
  () => 'version: 1\nextends: reports\nrules: { "report/*": off }\n',
);

function inputOf(text: string): AnalysisInput {
  const policy = policies.policyFor("report_A01.md");
  if (policy === undefined) throw new Error("no policy");
  return {
    path: "report_A01.md",
    text,
    policy,
    today: "2026-03-01",
    workspace: () => ({ entries: new Map() }),
  };
}

describe("a report that breaks all rules of layout", () => {
  const found = analyse(inputOf(UNTIDY_REPORT)).findings;
  const fixed = fixDocument(inputOf(UNTIDY_REPORT));

  it("has more than twenty findings", () => {
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(
      [
        "style/bare-symbol",
        "style/broken-fence",
        "style/content-outside-details",
        "style/details-without-separators",
        "style/fence-without-language",
        "style/heading-outside-details",
        "style/missing-separator",
        "style/missing-summary",
        "style/numbered-heading",
        "style/numbered-list",
        "style/paragraph-in-details",
        "style/plain-first-column",
        "style/separator-between-subsections",
        "style/several-details",
        "style/stray-separator",
        "style/unbalanced-details",
        "style/unindented-block",
        "style/wrong-title",
      ].sort(),
    );
    expect(found.length).toBeGreaterThan(20);
  });

  it("has none after all fixes", () => {
    expect(fixed.left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it("says and shows what it did before", () => {
    expect(wordsOf(fixed.text).content).toBe(wordsOf(UNTIDY_REPORT).content);
    expect(renderedText(fixed.text)).toBe(renderedText(UNTIDY_REPORT));
  });

  it("reads as the house writes", () => {
    expect(fixed.text).toMatchInlineSnapshot(`
      "---
      title: the_quay
      ---

      # The quay

      ---

      ## Design

      <details>
      <summary>Design</summary>

      ---

      - Two lamps stand on each post.

      ---

      </details>

      ### Lamps
      <details>
      <summary>Lamps</summary>

      ---

      - They light up at \`<20\` lux:
        \`\`\`text
        lamp on
        \`\`\`
      - They cost \`$1,000\` each

      ---

      #### How they are mounted

      - Each lamp hangs from an arm.

      ---

      #### Arms
      - Steel

      ---

      #### Screws
      - Brass

      | Part | Count |
      |---|---|
      | **Screw** | 4 |

      ---

      </details>

      ### Cables

      <details>
      <summary>Cables</summary>

      ---

      #### Under the planks
      - Two of them

      - One spare

      ---

      </details>

      ---

      ## Costs

      ### Purse

      <details>
      <summary>Purse</summary>

      ---

      - Little

      ---

      </details>

      ### Budget

      <details>
      <summary>What it costs</summary>

      ---

      - Weeks
        \`\`\`mermaid
        gantt
        Posts :a, 2026-01-01, 5d
        \`\`\`

      ---

      </details>
      "
    `);
  });
});

describe("a document without a house style", () => {
  it("has no finding of layout", () => {
    const delivery = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n").policyFor(
      "docs/specs/a.md",
    );
    if (delivery === undefined) throw new Error("no policy");
    const { findings } = analyse({ ...inputOf(UNTIDY_REPORT), path: "docs/specs/a.md", policy: delivery });
    expect(findings.filter(({ rule }) => rule.startsWith("style/"))).toEqual([]);
  });
});
