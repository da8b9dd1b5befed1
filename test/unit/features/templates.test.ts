/** What a template makes has no findings but its placeholders: through *New Document* and as a snippet. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/engine/analyse";
import { loadPolicies } from "../../../server/engine/policies";
import { newDocument } from "../../../server/features/new-document";
import type { Policy } from "../../../server/policy/types";

const TODAY = "2026-03-01";
const KINDS = ["decisions-record", "scope-document", "phase-gate", "lessons-learnt", "verification-report"];

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
    readFileSync(join(import.meta.dirname, "../../../snippets/docket.json"), "utf8"),
  ) as Record<string, { prefix: string[]; body: string[] }>;

  it("cover all classes and the kinds of document that authors ask for", () => {
    expect(new Set(policy.templates.map((each) => each.class)).size).toBe(7);
    expect(policy.templates.map((each) => each.kind)).toEqual(expect.arrayContaining(KINDS));
  });

  for (const template of policy.templates) {
    it(`${template.id} makes a document with no findings but its placeholders`, () => {
      const made = newDocument(policy, template, { id: "3.2", title: "Night trains" }, TODAY);
      const broken = rulesBroken(policy, made.path, made.text);
      expect(broken).toEqual([]);
    });

    it(`${template.id} is a snippet with the same result`, () => {
      const snippet = Object.values(snippets).find((each) => each.prefix.includes(`docket-${template.id}`));
      if (snippet === undefined) throw new Error("the template has a snippet");
      const { path } = newDocument(policy, template, { id: "3.2", title: "Night trains" }, TODAY);
      const broken = rulesBroken(policy, path, `${expandSnippet(snippet.body)}\n`);
      expect(broken).toEqual([]);
    });
  }
});
