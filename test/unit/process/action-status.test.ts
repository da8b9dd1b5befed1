/** What status cells say. */
import { expect, test } from "vitest";
import type { ActionStatus } from "../../../server/policy/types";
import { readActionStatus } from "../../../server/process/action-status";
import { actionOf, policyOf } from "./read";

const { actionStatuses } = policyOf().process;

const cases: readonly (readonly [cell: string, status: ActionStatus | undefined])[] = [
  ["Not started", "not-started"],
  ["⬜ Not started", "not-started"],
  ["🟡 Not started", "not-started"],
  ["🔴 OPEN", "not-started"],
  ["open", "not-started"],
  ["Pending AP-05", "not-started"],
  ["🟡 In progress", "in-progress"],
  ["WIP", "in-progress"],
  ["In review (QA Lead)", "in-progress"],
  ["⏳ Deferred to v2.0", "blocked"],
  ["Approved", undefined],
  ["🟢 **In Progress**", "in-progress"],
  ["`in_progress`", "in-progress"],
  ["in-progress", "in-progress"],
  ["Started", "in-progress"],
  ["Work in progress", "in-progress"],
  ["⛔ Blocked", "blocked"],
  ["🔴 Blocked (A1 is not complete)", "blocked"],
  ["On hold — supplier", "blocked"],
  ["✅ Complete", "done"],
  ["✅ COMPLETE", "done"],
  ["✅ Complete — 2026-02-20", "done"],
  ["completed", "done"],
  ["Done; see commit 41c0", "done"],
  ["~~Open~~ Done", "done"],
  ["Invalidated", "dropped"],
  ["N/A", "dropped"],
  ["Superseded by A-09", "dropped"],
  ["Not yet complete", undefined],
  ["Incomplete", undefined],
  ["Nearly done", undefined],
  ["✅", undefined],
  ["—", undefined],
  ["", undefined],
  ["Waltzing", undefined],
];

test.each(cases)("%j says %s", (cell, status) => {
  expect(readActionStatus(cell, actionStatuses)).toBe(status);
});

test("an unknown status counts as not started", () => {
  expect(actionOf({ "#": "A1", Action: "Ask the harbour office", Status: "Waltzing" }).status).toBe(
    "not-started",
  );
});

test("a row without a status that is struck through is dropped", () => {
  expect(actionOf({ "#": "A1", Action: "~~Ask the harbour office~~", Owner: "QA Lead" }).status).toBe(
    "dropped",
  );
  expect(actionOf({ "#": "A1", Action: "Ask the ~~harbour~~ office", Owner: "QA Lead" }).status).toBe(
    "not-started",
  );
});

test("a stated status counts more than a struck text", () => {
  const action = actionOf({ "#": "A1", Action: "~~Ask the harbour office~~", Status: "✅ Complete" });
  expect(action.status).toBe("done");
});

test("words are the policy's", () => {
  const words = { ...actionStatuses, done: ["erledigt"] };
  expect(readActionStatus("✅ Erledigt am 3. März", words)).toBe("done");
  expect(readActionStatus("✅ Complete", words)).toBeUndefined();
});

test.each(["à faire", "🟡 À faire", "Öffnen", "**öffnen** — bald", "待办", "⬜ 待办"])(
  "words begin with letters of any script: %s",
  (cell) => {
    const words = { ...actionStatuses, "not-started": ["not started", "à faire", "öffnen", "待办"] };
    expect(readActionStatus(cell, words)).toBe("not-started");
  },
);
