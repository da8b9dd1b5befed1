/** What the views show of the documents' actions and gates. */
import { expect, test } from "vitest";
import { openActions } from "../../../server/features/open-actions";
import { pendingGates } from "../../../server/features/pending-gates";
import { action, document, gate } from "../../support/process-facts";

test("documents come in the order of their paths, without what is done and dropped", () => {
  const groups = openActions([
    document("b.md", { actions: [action("B1", "blocked"), action("B2", "done")] }),
    document("a.md", {
      actions: [action("A1", "not-started"), action("A2", "dropped"), action("A3", "in-progress")],
    }),
    document("c.md", { actions: [action("C1", "done")] }),
  ]);
  expect(groups.map(({ path, actions }) => [path, actions.map(({ id }) => id)])).toEqual([
    ["a.md", ["A1", "A3"]],
    ["b.md", ["B1"]],
  ]);
});

test("gates that have passed are left out, those not begun are not", () => {
  const groups = pendingGates([
    document("a.md", {
      gates: [gate("R", "passed"), gate("0", "failed"), gate("1", "pending"), gate("2", "not-started")],
    }),
    document("b.md", { gates: [gate("R", "passed")] }),
  ]);
  expect(groups.map(({ gates }) => gates.map((each) => each.gate))).toEqual([["0", "1", "2"]]);
});

test("a document that is closed, and every document of a closed work item, holds nothing open", () => {
  const open = { actions: [action("A", "not-started")], gates: [gate("1", "pending")] };
  const documents = [
    document("closed.md", { ...open, closed: true }),
    document("lessons.md", { ...open, workItem: "3.2" }),
    document("phase-gate.md", { workItem: "3.2", workItemClosed: true, closed: true }),
    document("other.md", { ...open, workItem: "3.3" }),
    document("none.md", open),
  ];
  expect(openActions(documents).map(({ path }) => path)).toEqual(["none.md", "other.md"]);
  expect(pendingGates(documents).map(({ path }) => path)).toEqual(["none.md", "other.md"]);
});

test("a group goes by its work item's title, else the document's, else the file's name", () => {
  const actions = [action("A", "not-started")];
  const titles = openActions([
    document("a.md", { actions, workItemTitle: "Work" }, "Title"),
    document("b.md", { actions }, "Title"),
    document("x/c.md", { actions }),
  ]);
  expect(titles.map(({ title }) => title)).toEqual(["Work", "Title", "c.md"]);
});
