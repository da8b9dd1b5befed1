/** The front matter of templates: what is read, and where mistakes are found. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { loadPolicies, type PolicySet } from "../../../server/engine/policies";
import { checkTemplate } from "../../../server/policy/check-template";
import { readTemplate } from "../../../server/policy/read-template";
import type { Policy } from "../../../server/policy/types";

const POLICY = "version: 1\nextends: delivery\n";

/** Paths to texts; the folders of the policies are listed from them. */
function load(files: Readonly<Record<string, string>>): PolicySet {
  const all = { "docket.yaml": POLICY, ...files };
  const paths = Object.keys(all);
  return loadPolicies(
    paths,
    (path) => all[path as keyof typeof all],
    undefined,
    (folder) => paths.filter((path) => path.slice(0, path.lastIndexOf("/")) === folder),
  );
}

/** What each problem marks and says. */
function mistakesIn(text: string): readonly (readonly [string, string])[] {
  const path = ".docket/templates/spike.md";
  const { problems } = load({ [path]: text });
  return problems.map((each) => {
    expect(each.path).toBe(path);
    return [text.slice(each.range.start, each.range.end), each.message] as const;
  });
}

const SPIKE = `---
title: Spike report
description: What a spike has shown.
class: planning-document
variables:
  owner: { kind: role, prompt: Who answers for it }
  stage:
    choices: [Early, Late]
    optional: true
---

# {title}
`;

test("a template says what it makes and what it asks for; the rest is the document", () => {
  expect(readTemplate(".docket/templates/spike.md", SPIKE)).toMatchObject({
    problems: [],
    file: {
      template: {
        id: "spike",
        title: "Spike report",
        description: "What a spike has shown.",
        class: "planning-document",
        kind: undefined,
        variables: [
          { name: "owner", kind: "role", prompt: "Who answers for it", choices: [], optional: false },
          { name: "stage", kind: "text", prompt: undefined, choices: ["Early", "Late"], optional: true },
        ],
        body: "# {title}\n",
      },
    },
  });
});

test("front matter of the document follows that of the template", () => {
  const { file } = readTemplate(
    "a.md",
    "---\r\nclass: canonical\r\n---\r\n---\r\nowner: {owner}\r\n---\r\n# A\r\n",
  );
  expect(file?.template.body).toBe("---\r\nowner: {owner}\r\n---\r\n# A\r\n");
  expect(file?.template.title).toBe("a");
});

describe("a mistake is found where it is made", () => {
  const cases: readonly (readonly [text: string, at: string, message: RegExp])[] = [
    ["# Plain\n", "# Plain", /opens with front matter/],
    ["---\nclass: canonical\n# Unclosed\n", "---", /opens with front matter/],
    ["---\ntitle: X\n---\n", "---", /`class` is missing/],
    ["---\n- a\n---\n", "---", /is a map of keys/],
    ["---\nclass: canonicall\n---\n", "canonicall", /is no class of this policy.*Did you mean `canonical`/],
    [
      "---\nclass: canonical\nkind: specifcation\n---\n",
      "specifcation",
      /is no kind of the class `Canonical document`\. Did you mean `specification`/,
    ],
    ["---\nclass: canonical\ntitel: X\n---\n", "titel", /is no key of a template\. Did you mean `title`/],
    ["---\nclass: [a]\n---\n", "[a]", /stands where a text belongs/],
    [
      "---\nclass: canonical\nvariables:\n  x: { kind: roll }\n---\n",
      "roll",
      /cannot stand here.*Did you mean `role`/,
    ],
    ["---\nclass: canonical\nvariables:\n  x: { promt: Y }\n---\n", "promt", /is no key of a variable/],
    ["---\nclass: canonical\nvariables:\n  a b: { prompt: Y }\n---\n", "a b", /cannot be asked for/],
    [
      '---\nclass: canonical\nvariables:\n  x: { default: "{tittle}" }\n---\n',
      '"{tittle}"',
      /stands for no earlier answer.*Did you mean `title`/,
    ],
    ["---\nclass: canonical\nvariables:\n  x: { class: canon }\n---\n", "canon", /is no class/],
    ["---\nclass: canonical\nkind:\n---\n", "kind", /has no value/],
    ["---\nclass: {canonical\n---\n", "l", /./],
  ];
  for (const [text, at, message] of cases)
    it(JSON.stringify(text), () => {
      const mistakes = mistakesIn(text);
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]?.[0]).toContain(at);
      expect(mistakes[0]?.[1]).toMatch(message);
    });

  it("behind characters that take two units, and lone carriage returns", () => {
    const text = "---\r# 😀\rtitle: 🚀 go\rclass: canonicall\r---\r# X\r";
    expect(mistakesIn(text).map(([at]) => at)).toEqual(["canonicall"]);
  });
});

test("a template with a mistake leaves the others, and what is right in it, as they are", () => {
  const { policies } = load({
    ".docket/templates/broken.md": "# No front matter\n",
    ".docket/templates/half.md":
      "---\nclass: canonical\nvariables:\n  a: { kind: roll, prompt: A }\n---\n# {a}\n",
    ".docket/templates/spike.md": SPIKE,
    ".docket/templates/notes.txt": "no template",
  });
  const ids = policies[0]?.templates.map(({ id }) => id) ?? [];
  expect(ids).toEqual(expect.arrayContaining(["phase-gate", "half", "spike"]));
  expect(ids).not.toContain("broken");
  expect(policies[0]?.templates.find(({ id }) => id === "half")?.variables).toMatchObject([
    { name: "a", kind: "text", prompt: "A" },
  ]);
});

test("one of the same name takes the place of the profile's; the nearest policy's counts", () => {
  const { policyFor } = load({
    ".docket/templates/phase-gate.md": "---\nclass: delivery-record\nkind: phase-gate\n---\n# Of the root\n",
    "team/docket.yaml": POLICY,
    "sub/docket.yaml": "version: 1\nextends: ../docket.yaml\n",
    "sub/.docket/templates/spike.md": SPIKE,
  });
  const find = (path: string, id: string) =>
    policyFor(path)
      ?.templates.filter((each) => each.id === id)
      .map(({ body }) => body);
  expect(find("docs/a.md", "phase-gate")).toEqual(["# Of the root\n"]);
  expect(find("team/docs/a.md", "phase-gate")?.[0]).toContain("READINESS_AUDIT");
  // what a policy builds on brings its templates
  expect(find("sub/docs/a.md", "phase-gate")).toEqual(["# Of the root\n"]);
  expect(find("sub/docs/a.md", "spike")).toHaveLength(1);
  expect(find("docs/a.md", "spike")).toEqual([]);
});

test("a template is no document, and may start a work item", () => {
  const { policies, problems } = load({
    "docket.yaml":
      "version: 1\nextends: delivery\nignore: null\nprocess:\n  lifecycles:\n    - name: spike\n      states: { OPEN: [] }\n      documents: [spike, specification, spice]\n",
    ".docket/templates/spike.md": SPIKE,
  });
  expect(policies[0]?.covers(".docket/templates/spike.md")).toBe(false);
  expect(policies[0]?.covers("docs/spike.md")).toBe(true);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/`spice` is no template: .* Did you mean `spike`\?/),
  ]);
});

const delivery = load({}).policies[0] as Policy;

test("whatever stands in a template, reading it does not throw, and marks what is in it", () => {
  const parts = [
    "---",
    "\n",
    "\r\n",
    "class: ",
    "canonical",
    "variables:",
    "  a:",
    "{",
    "}",
    "[",
    "&a",
    "*a",
    "!x",
    "😀",
    "\u0000",
    ": ",
    "- ",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: "binary" }))),
      fc.boolean(),
      (pieces, opens) => {
        const text = `${opens ? "---\n" : ""}${pieces.join("")}`;
        const { file, problems: read } = readTemplate("a.md", text);
        const problems = [...read, ...(file === undefined ? [] : checkTemplate(file, delivery))];
        for (const { range } of problems) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});
