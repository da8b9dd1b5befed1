/** A new work item: which documents, and that the one with the gates has all gates of its lifecycle, in order. */
import { describe, expect, it, test } from "vitest";
import { loadPolicies } from "../../../server/engine/policies";
import { workItemKinds, workItemTemplates } from "../../../server/features/start-work-item";
import { newDocument } from "../../../server/features/templates/new-document";
import type { Policy } from "../../../server/policy/types";
import { readProcess } from "../../../server/process/read-process";
import { govern } from "../../../server/workspace/govern";

const TODAY = "2026-03-01";

function policyOf(text: string): Policy {
  const policy = loadPolicies(["docket.yaml"], () => text).policyFor("any.md");
  if (policy === undefined) throw new Error("there is a policy");
  return policy;
}

const delivery = policyOf("version: 1\nextends: delivery\n");

describe("a work item of the delivery profile", () => {
  for (const lifecycle of delivery.process.lifecycles) {
    it(`a ${lifecycle.name} begins in its first state, before all of its gates`, () => {
      const answers = { id: "4.2", title: "Night trains" };
      const [gates, ...others] = workItemTemplates(delivery, lifecycle.name, TODAY).map((template) =>
        newDocument(delivery, template, answers, TODAY),
      );
      if (gates === undefined) throw new Error("there are documents");
      const facts = readProcess(govern(gates.path, gates.text, delivery));
      expect(facts.workItem).toBe("4.2");
      expect(facts.state).toBe(lifecycle.states[0]?.name);
      expect(facts.gates.map(({ gate, status }) => [gate, status])).toEqual(
        lifecycle.gates.map(({ name }) => [name, "not-started"]),
      );
      for (const { items } of facts.gates) {
        expect(items.length).toBeGreaterThan(0);
        for (const { missing } of items) expect(missing).toHaveLength(3);
      }
      for (const { path, text } of others) {
        const document = govern(path, text, delivery);
        expect(document.classification?.class.id, path).toBeDefined();
        expect(readProcess(document).workItem, path).toBe("4.2");
      }
    });
  }
});

test("what a policy does not name is not started", () => {
  const own = policyOf(
    "version: 1\nextends: delivery\nprocess:\n  lifecycles:\n    - name: change\n      states: { OPEN: [], CLOSED: [] }\n",
  );
  expect(workItemKinds(own, TODAY)).toEqual([]);
  expect(workItemTemplates(own, "change", TODAY)).toEqual([]);
  expect(workItemTemplates(delivery, "epic", TODAY)).toEqual([]);
});
