/** New documents from templates. */
import { expect, test } from "vitest";
import { loadPolicies } from "../../../server/engine/policies";
import { newDocument, slugOf, templateOptions } from "../../../server/features/new-document";
import type { Policy } from "../../../server/policy/types";
import { POLICY } from "../../support/delivery-documents";

function policyAt(path: string): Policy {
  const [policy] = loadPolicies([path], () => POLICY).policies;
  if (policy === undefined) throw new Error("no policy");
  return policy;
}

test("every template of the profile names its class, and makes a document that its own class claims", () => {
  const policy = policyAt("docket.yaml");
  const options = templateOptions(policy);
  expect(options.map(({ id }) => id)).toEqual(policy.templates.map(({ id }) => id));
  for (const template of policy.templates) {
    const { path, text } = newDocument(
      policy,
      template,
      { id: "3.2", title: "Retries of Calls" },
      "2026-02-18",
    );
    expect(policy.classes.map(({ name }) => name)).toContain(
      options.find(({ id }) => id === template.id)?.class,
    );
    expect(path, template.id).not.toMatch(/[{}]/);
    expect(policy.covers(path), path).toBe(true);
    expect(text).not.toMatch(/\{(?:id|title|today)\}/);
  }
});

test("what is not answered stays as a mark, what is not a question stays as it is", () => {
  const policy = policyAt("docket.yaml");
  const template = {
    id: "t",
    title: "T",
    class: "canonical",
    kind: undefined,
    body: "{id} {title} {today} {constructor} {Owner} {{id}}",
  };
  expect(newDocument(policy, template, { id: "3.2" }, "2026-02-18").text).toBe(
    "3.2 {title} 2026-02-18 {constructor} {Owner} {3.2}",
  );
});

test("the folder is the policy's, wherever that lies", () => {
  const policy = policyAt("team/docket.yaml");
  const template = policy.templates.find(({ id }) => id === "phase-gate");
  if (template === undefined) throw new Error("no template");
  expect(newDocument(policy, template, { id: "BLG-7", slug: "x" }, "2026-02-18").path).toBe(
    "team/docs/product/phase_gates/BLG-7-x-phase-gate.md",
  );
});

test("slugs are lower-case words joined by hyphens", () => {
  expect(["Retries of Calls", "  Ärger: mit—Ü! ", "已", ""].map(slugOf)).toEqual([
    "retries-of-calls",
    "arger-mit-u",
    "document",
    "document",
  ]);
});
