/** The rows of the tree *Open Actions*. */
import { describe, expect, it } from "vitest";
import { createOpenActions } from "../../client/views/open-actions/model";
import type { TreeNode } from "../../client/views/tree-node";
import { createDates } from "../../client/words";
import type { ActionGroup, ActionItem } from "../../server/protocol/messages";
import { fill } from "./fill";

const dates = createDates("en", "2026-02-24");
const uri = "file:///repository/gate.md";
const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 40 } };

const action = (given: Partial<ActionItem>): ActionItem => ({
  id: "A2",
  text: "Add the fields",
  owners: ["Service API Owner"],
  due: "2026-02-25",
  dueText: "2026-02-25",
  status: "not-started",
  blockedOn: [],
  workItem: "3.4",
  critical: false,
  fields: ["status", "due", "owner", "evidence"],
  seen: 7,
  uri,
  range,
  ...given,
});

const group = (actions: readonly ActionItem[], given: Partial<ActionGroup> = {}): ActionGroup => ({
  uri,
  path: "docs/gate.md",
  title: "3.4 — Group rides",
  workItem: "3.4",
  actions,
  ...given,
});

/** A2 as given, in a document in which A1 and A3 are open too. */
const createOnly = (given: Partial<ActionItem>): TreeNode | undefined => {
  const rows = [action(given), action({ id: "A1" }), action({ id: "A3" })];
  return createOpenActions([group(rows)], dates, fill).nodes[0]?.children()[0];
};

describe("a row of the tree Open Actions", () => {
  it("offers what its row has a place for, and carries what it showed", () => {
    expect(createOnly({})).toMatchObject({
      context: "docket.action status due owner evidence",
      action: { uri, id: "A2", line: 7, seen: 7 },
    });
    expect(createOnly({ fields: ["status"], id: null })).toMatchObject({
      context: "docket.action status",
      action: { uri, id: null, line: 7, seen: 7 },
    });
  });

  it("says what a person would say, then owner, date and reason", () => {
    const row = createOnly({ blockedOn: ["A1"] });
    expect(row?.label).toBe("A2  Add the fields");
    expect(row?.description).toBe("Service API Owner · Feb 25 · after A1");
    expect(row?.target).toEqual({ uri, range });
  });

  it("shows words instead of Markdown", () => {
    const row = createOnly({ text: "Add `fields` to [**trips**](trips.md), ~~not~~ `docks`" });
    expect(row?.label).toBe("A2  Add fields to trips, not docks");
  });

  it("cuts a long text between words, and has it whole in the tooltip", () => {
    const text = "Write down which of the six docks of the proving ground take four bikes at once";
    const row = createOnly({ text });
    expect(row?.label).toBe("A2  Write down which of the six docks of the proving…");
    expect(row?.tooltip).toContain(text);
    expect(row?.sentence).toContain(text);
  });

  it("has no id where the action has none", () => {
    expect(createOnly({ id: null })?.label).toBe("Add the fields");
  });

  it("marks what is overdue, in words and in red, and nothing on the day itself", () => {
    expect(createOnly({ due: "2026-02-23" })).toMatchObject({
      description: "Service API Owner · Feb 23, overdue",
      icon: { id: "circle-large-outline", color: "charts.red" },
    });
    expect(createOnly({ due: "2026-02-24" })?.description).toBe("Service API Owner · Feb 24");
  });

  it("gives the year when it is another one", () => {
    expect(createOnly({ due: "2027-01-04" })?.description).toBe("Service API Owner · Jan 4, 2027");
  });

  it("writes dates in the language of the window", () => {
    const content = createOpenActions([group([action({})])], createDates("de", dates.today), fill);
    expect(content.nodes[0]?.children()[0]?.description).toBe("Service API Owner · 25. Feb.");
  });

  it("quotes a due date that is none, and a dash not at all", () => {
    expect(createOnly({ due: null, dueText: "ASAP" })?.description).toBe("Service API Owner · ASAP");
    expect(createOnly({ due: null, dueText: "—" })?.description).toBe("Service API Owner");
  });

  it("says what a blocked action waits for", () => {
    expect(createOnly({ status: "blocked", blockedOn: ["A1", "A3"] })).toMatchObject({
      description: "Service API Owner · Feb 25 · blocked by A1, A3",
      icon: { id: "circle-slash", color: "list.warningForeground" },
    });
    expect(createOnly({ status: "blocked", blockedOn: ["A1", "A9"] })?.description).toMatch(
      / · blocked by A1$/,
    );
    expect(createOnly({ status: "blocked", blockedOn: ["A9"] })?.description).toMatch(/ · blocked by A9$/);
    expect(createOnly({ blockedOn: ["A9"] })?.description).toBe("Service API Owner · Feb 25");
    expect(createOnly({ status: "blocked" })?.description).toBe("Service API Owner · Feb 25 · blocked");
  });

  it("marks what is on the critical path", () => {
    const node = createOnly({ critical: true, blockedOn: ["A1"] });
    expect(node?.description).toBe("critical · Service API Owner · Feb 25 · after A1");
    expect(node?.sentence).toMatch(/; on the critical path$/);
    expect(node?.tooltip).toContain("when it slips, the work item does");
    expect(createOnly({})?.tooltip).not.toContain("ritical path");
  });

  it("has a sentence for screen readers, with the full date", () => {
    expect(createOnly({ status: "in-progress", blockedOn: ["A1"] })?.sentence).toBe(
      "A2: Add the fields; in progress; owned by Service API Owner; due 2026-02-25; after A1",
    );
    expect(createOnly({ owners: [], due: null, dueText: "" })?.sentence).toBe(
      "A2: Add the fields; not started; nobody owns it",
    );
  });

  it("has the whole row in its tooltip, with nothing of it taken for Markdown", () => {
    const row = createOnly({ text: "Say *what* a_b_c costs", blockedOn: ["A1"] });
    expect(row?.tooltip).toBe(
      [
        "**A2 · Say \\*what\\* a\\_b\\_c costs**\n",
        "Status: not started  ",
        "Owner: Service API Owner  ",
        "Due: 2026\\-02\\-25  ",
        "Waits for: A1  ",
        "Work item: 3\\.4",
      ].join("\n"),
    );
  });
});

describe("the tree Open Actions", () => {
  it("groups by document, with work item, counts and a badge", () => {
    const late = action({ id: "A3", due: "2026-02-01" });
    const other = group([action({})], { uri: "file:///other.md", title: "Decisions", workItem: null });
    const { nodes, badge } = createOpenActions([group([action({}), late]), other], dates, fill);
    expect(nodes.map(({ label, description }) => [label, description])).toEqual([
      ["3.4 · Group rides", "2 open · 1 overdue"],
      ["Decisions", "1 open"],
    ]);
    expect(badge).toEqual({ value: 1, tooltip: "1 overdue" });
    expect(nodes.map(({ uri, context }) => [uri, context])).toEqual([
      [uri, "docket.actionGroup workItem"],
      [other.uri, "docket.actionGroup"],
    ]);
  });

  it("is empty, without a badge, when nothing is open", () => {
    expect(createOpenActions([group([])], dates, fill)).toEqual({ nodes: [], badge: undefined });
  });

  it("is closed when there are many documents", () => {
    const states = (count: number) => {
      const groups = Array.from({ length: count }, (_, index) =>
        group([action({})], { uri: `file:///${index}.md` }),
      );
      return new Set(createOpenActions(groups, dates, fill).nodes.map(({ state }) => state));
    };
    expect([...states(12)]).toEqual(["open"]);
    expect([...states(13)]).toEqual(["closed"]);
  });

  it("keeps the ids of rows when lines move, and tells equal rows apart", () => {
    const ids = (line: number) => {
      const moved = { start: { line, character: 0 }, end: { line, character: 9 } };
      const rows = [action({ range: moved }), action({ range: moved }), action({ id: null, range: moved })];
      return createOpenActions([group(rows)], dates, fill)
        .nodes[0]?.children()
        .map(({ id }) => id);
    };
    expect(ids(3)).toEqual(ids(30));
    expect(new Set(ids(3)).size).toBe(3);
  });
});
