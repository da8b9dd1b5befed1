/** What of a report meets a requirement. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { findEvidence } from "../../../server/deliverables/evidence";
import { diagramType } from "../../../server/deliverables/mermaid";
import { loadPolicies } from "../../../server/engine/policies";
import { compileDeliverables } from "../../../server/policy/compile-deliverables";
import type { Requirement } from "../../../server/policy/deliverables-policy";
import type { Policy } from "../../../server/policy/types";
import { govern } from "../../../server/workspace/govern";

const { policies } = loadPolicies(["docket.yaml"], () => "version: 1\nextends: reports\n");
const policy = policies[0] as Policy;

function requirement(raw: { terms?: string[]; diagrams?: string[]; languages?: string[] }): Requirement {
  const compiled = compileDeliverables({
    class: "report",
    tasks: { A01: { title: "Harbour", requirements: [{ name: "it", ...raw }] } },
  } as Parameters<typeof compileDeliverables>[0]);
  return compiled?.tasks[0]?.requirements[0] as Requirement;
}

/** What of the text meets it. */
function find(text: string, raw: Parameters<typeof requirement>[0]): string | undefined {
  const found = findEvidence(govern("report_A01.md", text, policy), requirement(raw));
  return found && text.slice(found.start, found.end);
}

test.each([
  ["# Buoys\n", undefined],
  ["# X\n\n## The buoys at sea\n", "The buoys at sea"],
  ["# X\n\n## Buoyancy\n", undefined],
  ["# X\n\n### **Buoys** ###\n", "**Buoys**"],
  ["# X\n\nBuoys at Sea\n------------\n", "Buoys at Sea"],
  ["# X\n\n<details>\n<summary>Sea and buoys</summary>\n\nx\n\n</details>\n", "Sea and buoys"],
  ["# X\n\n<details><summary>Buoys</summary>x</details>\n", "Buoys"],
  ["# X\n\n**Buoys:**\n", "**Buoys:**"],
  ["# X\n\n- **Buoys**\n  - one\n", "**Buoys**"],
  ["# X\n\n**Buoys:** they float\n", undefined],
  ["# X\n\nBuoys float\n", undefined],
  ["# X\n\n```md\n## Buoys\n```\n", undefined],
  ["# X\n\n<!--\n## Buoys\n-->\n", undefined],
  ["# X\n\n## BUOYS_AND_MASTS\n", "BUOYS_AND_MASTS"],
])("a title with the word: %j", (text, met) => {
  expect(find(text, { terms: ["buoys"] })).toBe(met);
});

test("all words of a term, in any order; a star stands for any ending", () => {
  expect(find("# X\n\n## Design of access control\n", { terms: ["access control design"] })).toBeDefined();
  expect(find("# X\n\n## Access design\n", { terms: ["access control design"] })).toBeUndefined();
  expect(find("# X\n\n## Monitoring\n", { terms: ["monitor*"] })).toBe("Monitoring");
  expect(find("# X\n\n## Monitoring\n", { terms: ["monitor"] })).toBeUndefined();
  expect(find("# X\n\n## Größenklassen\n", { terms: ["größen*"] })).toBe("Größenklassen");
});

test("a diagram under such a heading or summary, or with the words itself", () => {
  const wants = { diagrams: ["flowchart"], terms: ["wiring"] };
  const fence = "```mermaid\nflowchart LR\n  a --> b\n```";
  expect(find(`# X\n\n## Wiring\n\n### Quay\n\n${fence}\n`, wants)).toBe("mermaid");
  expect(find(`# X\n\n## Wiring\n\n## Costs\n\n${fence}\n`, wants)).toBeUndefined();
  expect(find(`# X\n\n<details>\n<summary>Wiring</summary>\n\n${fence}\n\n</details>\n`, wants)).toBe(
    "mermaid",
  );
  expect(find(`# X\n\n${fence.replace("a -->", "wiring -->")}\n`, wants)).toBeDefined();
  expect(find(`# X\n\n## Wiring\n`, wants)).toBeUndefined();
  expect(find(`# X\n\n## Wiring\n\n${fence.replace("mermaid", "text")}\n`, wants)).toBeUndefined();
});

test.each([
  ["graph TD\n a-->b", "graph"],
  ["", undefined],
  ["  \n\n", undefined],
  ["%% a comment\n%%{init: {}}%%\n\n  gantt\n", "gantt"],
  ["---\ntitle: x\n---\nflowchart LR", "flowchart"],
  ["stateDiagram-v2\n a --> b", "statediagram"],
  ["xychart-beta\n", "xychart"],
  ["flowchart-elk TD", "flowchart"],
  ["graphs are fine", undefined],
  ["a --> b", undefined],
  ["> sequenceDiagram\n> A->>B: hi", "sequencediagram"],
  ["pie title Pets", "pie"],
])("the type of the diagram %j", (content, type) => {
  expect(diagramType(content)).toBe(type);
});

test("whatever stands there, what is found lies within the text", () => {
  const piece = fc.constantFrom(
    "# ",
    "## Buoys\n",
    "\n",
    "```mermaid\n",
    "graph LR\n",
    "```\n",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>\n",
    "**Buoys**",
    "- ",
    "> ",
    "---\n",
    "x",
    "🙂",
    "\r\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const document = govern("report_A01.md", text, policy);
      for (const raw of [{ terms: ["buoys"] }, { diagrams: ["graph"] }]) {
        const found = findEvidence(document, requirement(raw));
        if (found === undefined) continue;
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
