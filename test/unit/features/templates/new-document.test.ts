/** New documents from templates: what they hold, where they go, and that they go nowhere else. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseDocument } from "../../../../server/document/parse-document";
import { loadPolicies } from "../../../../server/engine/policies";
import { cleanFolder, slugOf } from "../../../../server/features/templates/file-name";
import { newDocument } from "../../../../server/features/templates/new-document";
import { offeredTemplates } from "../../../../server/features/templates/offered";
import { FOLDER } from "../../../../server/features/templates/variables";
import type { Policy, Template } from "../../../../server/policy/types";
import { POLICY } from "../../../support/delivery-documents";

const TODAY = "2026-02-18";

function policyAt(path: string, text = POLICY): Policy {
  const [policy] = loadPolicies([path], () => text).policies;
  if (policy === undefined) throw new Error("no policy");
  return policy;
}

const policy = policyAt("docket.yaml");

function templateOf(body: string, documentClass = "canonical"): Template {
  return {
    id: "t",
    title: "T",
    description: undefined,
    class: documentClass,
    kind: undefined,
    variables: [],
    body,
  };
}

const textOf = (body: string, answers: Record<string, string>) =>
  newDocument(policy, templateOf(body), answers, TODAY).text;

test("every template of the profile makes a document that the policy covers", () => {
  for (const template of policy.templates) {
    const { path, text } = newDocument(policy, template, { id: "3.2", title: "Retries of Calls" }, TODAY);
    expect(path, template.id).not.toMatch(/[{}]/);
    expect(policy.covers(path), path).toBe(true);
    expect(text).not.toMatch(/\{(?:id|title|today)\}/);
  }
});

test("what is not answered stays as a mark, what is not a question stays as it is", () => {
  expect(textOf("{id} {title} {today} {constructor} {Owner} {{id}}", { id: "3.2" })).toBe(
    "3.2 {title} 2026-02-18 {constructor} {Owner} {3.2}",
  );
});

test("an answer is one line, whatever was pasted, and is taken as it is", () => {
  expect(textOf("# {title}\n", { title: "  a\r\n# b\t\u0000c $1 $& {id} " })).toBe("# a # b c $1 $& {id}\n");
});

test("an answer in a table opens no cell", () => {
  expect(textOf("| {title} |\n{title}\n", { title: "a | b" })).toBe("| a \\| b |\na | b\n");
});

describe("a document whose header is front matter", () => {
  const body = [
    "---",
    "owner: {owner}",
    'title: "{title}"',
    "label: '{title}'",
    "about: {id} — {title}",
    "tags: [{id}, x]",
    "open: {scope}",
    "---",
    "# {title}",
    "",
  ].join("\n");

  it("has the answers as its values", () => {
    const text = textOf(body, { owner: "QA: Testing #1", title: 'It\'s "new": {x}', id: "3.2" });
    const { fields, problems } = parseDocument(text).header;
    expect(problems).toEqual([]);
    expect(fields.map(({ key, value }) => [key, value])).toEqual([
      ["owner", "QA: Testing #1"],
      ["title", 'It\'s "new": {x}'],
      ["label", 'It\'s "new": {x}'],
      ["about", '3.2 — It\'s "new": {x}'],
      ["tags", "3.2, x"],
      ["open", "{scope}"],
    ]);
    expect(text).toContain('\n# It\'s "new": {x}\n');
  });

  it("stays one, whatever is answered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (owner, title) => {
        const { fields, problems } = parseDocument(textOf(body, { owner, title, id: "3.2" })).header;
        expect(problems).toEqual([]);
        expect(fields.map(({ key }) => key)).toEqual(["owner", "title", "label", "about", "tags", "open"]);
      }),
    );
  });
});

describe("the place", () => {
  it("is the policy's, wherever that lies", () => {
    const team = policyAt("team/docket.yaml");
    const template = team.templates.find(({ id }) => id === "phase-gate");
    if (template === undefined) throw new Error("no template");
    expect(newDocument(team, template, { id: "BLG-7", slug: "x" }, TODAY).path).toBe(
      "team/docs/product/phase_gates/BLG-7-x-phase-gate.md",
    );
  });

  it("is the folder that was called on, where such documents may be there", () => {
    const find = (id: string) => policy.templates.find((each) => each.id === id) as Template;
    const pathIn = (id: string, folder: string) =>
      newDocument(policy, find(id), { id: "3.2", title: "a" }, TODAY, {
        folder,
        near: folder,
        workItem: undefined,
      }).path;
    expect(pathIn("specification", "docs/specs/api")).toBe("docs/specs/api/a.md");
    expect(pathIn("specification", "docs/product")).toBe("docs/specs/a.md");
    expect(pathIn("phase-gate", "docs/product/phase_gates/2026")).toBe(
      "docs/product/phase_gates/2026/3.2-a-phase-gate.md",
    );
    expect(pathIn("phase-gate", "docs/product/verification")).toBe(
      "docs/product/phase_gates/3.2-a-phase-gate.md",
    );
    expect(pathIn("role-charter", "docs/team_skills/pilots")).toBe("docs/team_skills/pilots/a.md");
  });

  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", minLength: 100, maxLength: 400 }),
    fc
      .array(
        fc.constantFrom("..", "/", "\\", "C:", "con", "NUL", ".", "😀", "~", "a", "%2e%2e", "\u0000", " "),
      )
      .map((parts) => parts.join("")),
  );

  it("lies in the policy's folder and has a name that every machine takes, whatever is answered", () => {
    const team = policyAt("team/docket.yaml");
    const templates = offeredTemplates(team, TODAY);
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.record(
          {
            id: hostile,
            slug: hostile,
            title: hostile,
            version: hostile,
            date: hostile,
            any: hostile,
            [FOLDER]: hostile,
          },
          { requiredKeys: [] },
        ),
        (template, answers) => {
          const { path } = newDocument(team, template, answers as Record<string, string>, TODAY);
          const [top, ...parts] = path.split("/");
          expect(top).toBe("team");
          expect(parts.length).toBeGreaterThan(0);
          for (const part of parts) {
            expect(part).not.toBe("");
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
            expect(part).not.toMatch(/[\u0000-\u001f<>:"\\|?*{}]|^\s|[.\s]$|^\.\.?$/);
            expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
            expect(part).not.toMatch(/\p{Cs}/u);
            expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(255);
          }
          expect(path.endsWith(".md")).toBe(true);
        },
      ),
    );
  });

  it("is no folder that leads out of the workspace", () => {
    for (const inside of ["", "docs", "docs/a..b", "docs/new folder", "./docs//x/"])
      expect(cleanFolder(inside), inside).toBeDefined();
    for (const outside of ["/etc", "..", "docs/../..", "C:\\docs", "\\docs", "~/x", "a/con", "a/b.", "a:b"])
      expect(cleanFolder(outside), outside).toBeUndefined();
  });
});

test("slugs are lower-case words joined by hyphens, and never longer than a name may be", () => {
  expect(["Retries of Calls", "  Ärger: mit—Ü! ", "已", ""].map(slugOf)).toEqual([
    "retries-of-calls",
    "arger-mit-u",
    "",
    "",
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
      expect(slugOf(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slugOf(title).length).toBeLessThanOrEqual(60);
    }),
  );
});

test("a class for which nobody wrote a template has one made from the policy, with what it asks for", () => {
  const own = policyAt(
    "docket.yaml",
    `version: 1
classes:
  adr:
    name: Decision
    summary: What was decided.
    folder: docs/adr
    paths: [docs/adr/*.md]
    fields:
      State: { type: state, required: true }
      Decider: { type: role, required: true }
    states: { Open: {}, Done: {} }
    notice: { name: standing notice, matches: [indicative], text: "> Indicative only." }
    sections:
      - title: Context
      - title: Consequences
        body: "- {consequence}"
`,
  );
  const [template, ...others] = offeredTemplates(own, TODAY);
  expect(others).toEqual([]);
  expect(template).toMatchObject({ id: "adr", class: "adr", description: "What was decided." });
  expect(newDocument(own, template as Template, { title: "Use boats" }, TODAY)).toEqual({
    path: "docs/adr/use-boats.md",
    text: "# Use boats\n\n**State:** Open\n**Decider:** {decider}\n\n> Indicative only.\n\n## Context\n\n{context}\n\n## Consequences\n\n- {consequence}\n",
  });
});
