/** How a work item goes on, as its status block says it. */
import { expect, test } from "vitest";
import { processOf } from "../../../server/process/read-process";
import { govern } from "../../../server/workspace/govern";
import { HEADER, PHASE_GATE, policyOf } from "./read";

const policy = policyOf();

const stated = (...lines: readonly string[]) => {
  const block = ["", "## Current Status", "", "```", ...lines, "```", ""].join("\n");
  return processOf(govern(PHASE_GATE, HEADER + block, policy)).facts.stated;
};

test("who acts next, what they do, by when, and which gate comes next", () => {
  expect(
    stated(
      "Current state:   SPEC_DELIVERY",
      "Next gate:       Gate 2",
      "Who acts next:   **Product Owner**",
      "What they do:    Calls the",
      "                 meeting",
      "Deadline:        2026-12-03 (firm)",
    ),
  ).toEqual({
    actor: "Product Owner",
    actors: ["Product Owner"],
    action: "Calls the meeting",
    dueText: "2026-12-03 (firm)",
    due: "2026-12-03",
    nextGate: "Gate 2",
  });
});

test("a note behind a name is no part of it", () => {
  expect(stated("Who acts next: Product Lead (A1) + QA Lead (A2)")?.actors).toEqual([
    "Product Lead",
    "QA Lead",
  ]);
});

test.each(["—", "None", "Nobody", "[PENDING]", "{role}", ""])("nobody acts next: %s", (nobody) => {
  expect(stated(`Who acts next: ${nobody}`, "Next gate: —", "Deadline: 2026-12-03")).toBeUndefined();
});
