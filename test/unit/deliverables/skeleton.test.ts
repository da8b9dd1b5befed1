/** What reports start from is in the house's own layout, and meets what its task asks for. */
import { describe, expect, it } from "vitest";
import { promptSkeleton, reportSkeleton } from "../../../server/deliverables/skeleton";
import { analyse } from "../../../server/engine/analyse";
import { loadPolicies } from "../../../server/engine/policies";
import type { Policy } from "../../../server/policy/types";

function policyOf(text: string): Policy {
  const { policies, problems } = loadPolicies(["docket.yaml"], () => text);
  expect(problems).toEqual([]);
  return policies[0] as Policy;
}

function rulesOf(path: string, text: string, policy: Policy): readonly string[] {
  const { findings } = analyse({
    path,
    text,
    policy,
    today: "2026-03-02",
    workspace: () => ({ entries: new Map() }),
    filesNamed: (beginning) =>
      ["report_A01.md", "report_A01_prompt.md", path].filter((each) =>
        each.toLowerCase().startsWith(beginning),
      ),
  });
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const HOUSES = {
  reports: "version: 1\nextends: reports\n",
  "a house without details blocks":
    "version: 1\nextends: reports\nclasses:\n  report:\n    style: { details: null, separators: { sub: allowed, details: allowed, main: forbidden } }\n",
  "a house without a style": "version: 1\nextends: reports\nclasses:\n  report:\n    style: null\n",
};

describe.each(Object.entries(HOUSES))("in %s", (_, text) => {
  const policy = policyOf(text);
  const { deliverables } = policy;
  const style = policy.classes.find(({ id }) => id === "report")?.style;
  if (deliverables === undefined) throw new Error("no deliverables");

  it.each(deliverables.tasks.map((task) => [task.id, task] as const))("the report on %s", (id, task) => {
    const found = rulesOf(`report_${id}.md`, reportSkeleton(task, deliverables, style), policy);
    const others = found.filter(
      (each) => !/^report\/(?:length|missing-prompt-file|file-count|no-mandatory-task):/.test(each),
    );
    expect(others).toEqual([]);
    expect(found.some((each) => each.startsWith("report/length: "))).toBe(true);
  });

  it.each(deliverables.tasks.map((task) => [task.id, task] as const))("the prompts for %s", (id, task) => {
    const found = rulesOf(`report_${id}_prompt.md`, promptSkeleton(task, style), policy);
    expect(found.filter((each) => !each.startsWith("report/missing-main-file"))).toEqual([]);
  });
});
