/** What a template makes has no findings but its placeholders: through *New Document* and as a snippet. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../../server/engine/analyse";
import { loadPolicies } from "../../../../server/engine/policies";
import { marksIn } from "../../../../server/features/templates/answers";
import { patternOf } from "../../../../server/features/templates/file-name";
import { newDocument } from "../../../../server/features/templates/new-document";
import { offeredTemplates } from "../../../../server/features/templates/offered";
import { checkTemplate } from "../../../../server/policy/check-template";
import { readTemplate } from "../../../../server/policy/read-template";
import type { Policy } from "../../../../server/policy/types";

const TODAY = "2026-03-01";
const ANSWERS = {
  id: "3.2",
  title: "Night trains",
  version: "1.4",
  role: "Tariff Owner",
  slug: "tariff-owner",
};

function deliveryPolicy(): Policy {
  const policy = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n").policyFor("any.md");
  if (policy === undefined) throw new Error("the profile has a policy");
  return policy;
}

function rulesBroken(policy: Policy, path: string, text: string): string[] {
  const analysis = analyse({ path, text, policy, today: TODAY, workspace: () => ({ entries: new Map() }) });
  expect(analysis.entry.classId, `${path} is governed`).toBeDefined();
  const others = analysis.findings.filter((finding) => !finding.message.includes(" is a placeholder."));
  return others.map((finding) => `${finding.rule}: ${finding.message}`);
}

/** A snippet as VS Code inserts it when the author only presses Tab. */
function expandSnippet(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  return body
    .join("\n")
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, TODAY)
    .replace(/\$\{(\d+):((?:[^\\}]|\\.)*)\}/g, (_, stop: string, text: string) => {
      const value = text.replace(/\\(.)/g, "$1");
      defaults.set(stop, value);
      return value;
    })
    .replace(/\$(\d+)/g, (_, stop: string) => defaults.get(stop) ?? "")
    .replace(/\\([\\$}])/g, "$1");
}

describe("templates of the delivery profile", () => {
  const policy = deliveryPolicy();
  const snippets = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../../snippets/docket.json"), "utf8"),
  ) as Record<string, { prefix: string[]; body: string[] }>;

  it("cover every class and every kind of document", () => {
    expect(policy.classes.length).toBe(7);
    for (const { id, kinds } of policy.classes) {
      expect(policy.templates.map((each) => each.class)).toContain(id);
      for (const { kind } of kinds)
        expect(policy.templates.map((each) => [each.class, each.kind])).toContainEqual([id, kind]);
    }
    // none had to be made up
    expect(offeredTemplates(policy, TODAY)).toEqual(policy.templates);
  });

  it("say in one sentence what they are for", () => {
    for (const { id, description } of policy.templates) expect(description, id).toMatch(/^[A-Z].*\.$/);
  });

  it("refer to nothing that the policy does not have, and ask for nothing that they do not use", () => {
    const folder = join(import.meta.dirname, "../../../../server/policy/profiles/delivery/templates");
    for (const template of policy.templates) {
      const path = `${template.id}.md`;
      const { file, problems } = readTemplate(path, readFileSync(join(folder, path), "utf8"));
      expect(problems, path).toEqual([]);
      expect(file && checkTemplate(file, policy), path).toEqual([]);
      const used = marksIn(`${template.body} ${patternOf(policy, template)}`);
      expect(
        template.variables.filter(({ name }) => !used.has(name)).map(({ name }) => name),
        path,
      ).toEqual([]);
    }
  });

  for (const template of policy.templates) {
    it(`${template.id} makes a document with no findings but its placeholders`, () => {
      const made = newDocument(policy, template, ANSWERS, TODAY);
      const broken = rulesBroken(policy, made.path, made.text);
      expect(broken).toEqual([]);
    });

    it(`${template.id} is a snippet with the same result`, () => {
      const snippet = Object.values(snippets).find((each) => each.prefix.includes(`docket-${template.id}`));
      if (snippet === undefined) throw new Error("the template has a snippet");
      const { path } = newDocument(policy, template, ANSWERS, TODAY);
      const broken = rulesBroken(policy, path, `${expandSnippet(snippet.body)}\n`);
      expect(broken).toEqual([]);
    });
  }
});
