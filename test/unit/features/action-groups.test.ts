/** In which groups open actions come, and which of them a filter leaves. */
import { expect, test } from "vitest";
import { filterActions, groupActions, openActionsOf } from "../../../server/features/action-groups";
import { statusOf } from "../../../server/features/next-steps";
import { workItemsInFlight } from "../../../server/features/work-items";
import type { Action } from "../../../server/process/types";
import type { ActionGrouping, ActionQuery } from "../../../server/protocol/messages";
import { action, document, gate } from "../../support/process-facts";

/** A Wednesday. */
const TODAY = "2026-02-25";

const everything: ActionQuery = { grouping: "workItem", text: "", roles: null, overdueOnly: false };

function openIn(...actions: Action[]) {
  return workItemsInFlight([document("a.md", { actions })]).flatMap(openActionsOf);
}

function group(grouping: ActionGrouping, ...actions: Action[]) {
  const groups = groupActions(openIn(...actions), grouping, TODAY);
  return groups.map((each) => [each.name, each.actions.map((found) => found.action.id).join(" ")]);
}

test("a work item is one group, whatever its documents, and its gate document stands for it", () => {
  const documents = [
    document("c.md", { workItem: "3.4", gates: [gate("1", "pending")] }),
    document("a.md", { workItem: "3.4", actions: [action("A1", "blocked"), action("A2", "done")] }),
    document("b.md", { actions: [action("B1", "blocked")] }),
  ];
  const items = workItemsInFlight(documents);
  expect(items.map((item) => [item.main.entry.path, item.documents.length])).toEqual([
    ["c.md", 2],
    ["b.md", 1],
  ]);
  const groups = groupActions(items.flatMap(openActionsOf), "workItem", TODAY);
  expect(groups.map(({ actions }) => actions.map((each) => each.action.id))).toEqual([["A1"], ["B1"]]);
});

test("a work item is the same, and planned once, until one of its documents changes", () => {
  const gates = document("a.md", { workItem: "3.4", gates: [gate("1", "pending")] });
  const before = document("b.md", { workItem: "3.4", actions: [action("A1", "blocked")] });
  const [item] = workItemsInFlight([gates, before]);
  expect(item).toBeDefined();
  if (item === undefined) return;
  expect(workItemsInFlight([before, gates])[0]).toBe(item);
  expect(statusOf(item, TODAY)).toBe(statusOf(item, TODAY));
  expect(statusOf(item, "2026-02-26")).not.toBe(statusOf(item, TODAY));
  const after = document("b.md", { workItem: "3.4", actions: [action("A1", "done")] });
  const [changed] = workItemsInFlight([gates, after]);
  expect(changed).not.toBe(item);
  expect(changed && openActionsOf(changed)).toEqual([]);
});

test("owners come by name, in either spelling, nobody last; two owners have the same action", () => {
  expect(
    group(
      "owner",
      action("A1", "blocked"),
      action("A2", "blocked", { owners: ["QA Lead", "PMO Lead"] }),
      action("A3", "blocked", { owners: ["QA lead"] }),
    ),
  ).toEqual([
    ["PMO Lead", "A2"],
    ["QA Lead", "A2 A3"],
    ["", "A1"],
  ]);
});

test("what is under way comes before what is blocked and what has not begun", () => {
  const actions = [action("A1", "not-started"), action("A2", "blocked"), action("A3", "in-progress")];
  expect(group("status", ...actions)).toEqual([
    ["in-progress", "A3"],
    ["blocked", "A2"],
    ["not-started", "A1"],
  ]);
});

test("the week ends on Sunday", () => {
  const due = (id: string, day?: string) => action(id, "blocked", { due: day });
  expect(
    group(
      "due",
      due("none"),
      due("sunday", "2026-03-01"),
      due("monday", "2026-03-02"),
      due("today", TODAY),
      due("late", "2026-02-24"),
    ),
  ).toEqual([
    ["overdue", "late"],
    ["today", "today"],
    ["week", "sunday"],
    ["later", "monday"],
    ["none", "none"],
  ]);
});

test("a filter leaves what has all its words, belongs to one of the roles, and is late", () => {
  const open = openIn(
    action("A1", "blocked", { text: "Write the spec", owners: ["QA Lead (Ana)"], due: "2026-02-24" }),
    action("A2", "blocked", { text: "Write the tests", owners: ["PMO Lead"], due: TODAY }),
  );
  const ids = (query: Partial<ActionQuery>) =>
    filterActions(open, { ...everything, ...query }, TODAY).map((each) => each.action.id);
  expect(ids({})).toEqual(["A1", "A2"]);
  expect(ids({ text: "WRITE pmo" })).toEqual(["A2"]);
  expect(ids({ text: " spec a.md " })).toEqual(["A1"]);
  expect(ids({ text: "write nothing" })).toEqual([]);
  expect(ids({ roles: ["qa lead", "Nobody"] })).toEqual(["A1"]);
  expect(ids({ roles: [] })).toEqual([]);
  expect(ids({ overdueOnly: true })).toEqual(["A1"]);
});
