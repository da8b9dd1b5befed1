/** The rows of the tree *Open Actions*. */
import { describe, expect, it } from "vitest";
import type { ActionChoice } from "../../client/views/open-actions/choice-words";
import { createOpenActions, type LoadActions } from "../../client/views/open-actions/model";
import type { TreeNode } from "../../client/views/tree-node";
import { createDates } from "../../client/words";
import type { ActionGroup, ActionGrouping, ActionItem } from "../../server/protocol/messages";
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
  waitsFor: [],
  evidence: "",
  workItem: "3.4",
  path: "docs/gate.md",
  critical: false,
  fields: ["status", "due", "owner", "evidence"],
  seen: 7,
  uri,
  range,
  ...given,
});

const isLate = ({ due }: ActionItem) => due !== null && due < dates.today;

const group = (actions: readonly ActionItem[], given: Partial<ActionGroup> = {}): ActionGroup => ({
  key: uri,
  name: "3.4 — Group rides",
  workItem: "3.4",
  uri,
  path: "docs/gate.md",
  open: actions.length,
  overdue: actions.filter(isLate).length,
  actions,
  ...given,
});

const everything: ActionChoice = { grouping: "workItem", text: "", mine: false, overdueOnly: false };

const noneToLoad = async (): Promise<never> => {
  throw new Error("there is nothing to load");
};

const create = (
  groups: readonly ActionGroup[],
  choice: Partial<ActionChoice> = {},
  { in: language = dates, load = noneToLoad as LoadActions, folder = "" } = {},
) => {
  const open = groups.reduce((sum, each) => sum + each.open, 0);
  const overdue = groups.reduce((sum, each) => sum + each.overdue, 0);
  return createOpenActions(
    { groups, open, overdue },
    { ...everything, ...choice },
    language,
    fill,
    () => folder,
    load,
  );
};

/** A2 as given, in a document in which A1 and A3 are open too. */
const createOnly = (given: Partial<ActionItem>): TreeNode | undefined => {
  const rows = [action(given), action({ id: "A1" }), action({ id: "A3" })];
  return create([group(rows)]).nodes[0]?.children()[0];
};

describe("in a workspace of several folders", () => {
  it("names the folder of a work item, and of an action where no work item holds it", () => {
    const groups = [group([action({})])];
    const [item] = create(groups, {}, { folder: "harbour" }).nodes;
    expect(item?.description).toMatch(/^harbour · /);
    expect(item?.sentence).toMatch(/ · harbour$/);
    expect(item?.tooltip).toContain("harbour · docs/gate\\.md");
    expect(item?.children()[0]?.description).not.toContain("harbour");
    expect(item?.children()[0]?.tooltip).toContain("Document: harbour · docs/gate\\.md");
    const [owner] = create(
      [group([action({})], { uri: null })],
      { grouping: "owner" },
      { folder: "harbour" },
    ).nodes;
    expect(owner?.description).not.toContain("harbour");
    expect(owner?.children()[0]?.description).toContain(" · harbour · ");
  });
});

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
    const row = createOnly({ blockedOn: ["A1"], waitsFor: ["A1"] });
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
    const content = create([group([action({})])], {}, { in: createDates("de", dates.today) });
    expect(content.nodes[0]?.children()[0]?.description).toBe("Service API Owner · 25. Feb.");
  });

  it("quotes a due date that is none, and a dash not at all", () => {
    expect(createOnly({ due: null, dueText: "ASAP" })?.description).toBe("Service API Owner · ASAP");
    expect(createOnly({ due: null, dueText: "—" })?.description).toBe("Service API Owner");
  });

  it("says what a blocked action waits for", () => {
    const both = { blockedOn: ["A1", "A3"], waitsFor: ["A1", "A3"] };
    expect(createOnly({ status: "blocked", ...both })).toMatchObject({
      description: "Service API Owner · Feb 25 · blocked by A1, A3",
      icon: { id: "circle-slash", color: "list.warningForeground" },
    });
    expect(createOnly({ status: "blocked", blockedOn: ["A1", "A9"], waitsFor: ["A1"] })?.description).toMatch(
      / · blocked by A1$/,
    );
    expect(createOnly({ status: "blocked", blockedOn: ["A9"] })?.description).toMatch(/ · blocked by A9$/);
    expect(createOnly({ blockedOn: ["A9"] })?.description).toBe("Service API Owner · Feb 25");
    expect(createOnly({ status: "blocked" })?.description).toBe("Service API Owner · Feb 25 · blocked");
  });

  it("marks what is on the critical path", () => {
    const node = createOnly({ critical: true, blockedOn: ["A1"], waitsFor: ["A1"] });
    expect(node?.description).toBe("Service API Owner · Feb 25 · after A1 · critical");
    expect(node?.icon).toEqual({ id: "circle-large-filled" });
    expect(createOnly({ critical: true, due: "2026-02-01" })?.icon).toEqual({
      id: "circle-large-filled",
      color: "charts.red",
    });
    expect(node?.sentence).toMatch(/; on the critical path$/);
    expect(node?.tooltip).toContain("when it slips, the work item does");
    expect(createOnly({})?.tooltip).not.toContain("ritical path");
  });

  it("has a sentence for screen readers, with the full date", () => {
    expect(createOnly({ status: "in-progress", waitsFor: ["A1"] })?.sentence).toBe(
      "A2: Add the fields; in progress; owned by Service API Owner; due Wednesday, February 25, 2026; after A1",
    );
    expect(createOnly({ owners: [], due: null, dueText: "" })?.sentence).toBe(
      "A2: Add the fields; not started; nobody owns it",
    );
  });

  it("has the whole row in its tooltip, with nothing of it taken for Markdown", () => {
    const row = createOnly({
      text: "Say *what* a_b_c costs",
      blockedOn: ["A1"],
      evidence: "[x](command:evil) <b>v1.2</b> `a.md`",
    });
    expect(row?.tooltip).toBe(
      [
        "**A2 · Say \\*what\\* a\\_b\\_c costs**\n",
        "Status: not started  ",
        "Owner: Service API Owner  ",
        "Due: Wednesday, February 25, 2026  ",
        "Waits for: A1  ",
        "Evidence: x \\<b\\>v1\\.2\\</b\\> a\\.md  ",
        "Work item: 3\\.4  ",
        "Document: docs/gate\\.md",
      ].join("\n"),
    );
  });
});

describe("the tree Open Actions", () => {
  it("groups by work item, with counts and a badge", () => {
    const late = action({ id: "A3", due: "2026-02-01" });
    const alone = { key: "file:///other.md", uri: "file:///other.md", name: "Decisions", workItem: null };
    const { nodes, badge, message, description } = create([
      group([action({}), late]),
      group([action({})], alone),
    ]);
    expect(nodes.map((node) => [node.label, node.description])).toEqual([
      ["3.4 · Group rides", "2 open · 1 overdue"],
      ["Decisions", "1 open"],
    ]);
    expect(badge).toEqual({ value: 1, tooltip: "1 overdue" });
    expect(nodes.map(({ uri, context }) => [uri, context])).toEqual([
      [uri, "docket.actionGroup workItem"],
      [alone.uri, "docket.actionGroup"],
    ]);
    expect([message, description]).toEqual([undefined, ""]);
  });

  it("names the groups of another grouping, and in their rows what the group does not say", () => {
    const only = (grouping: ActionGrouping, name: string) => {
      const key = `${grouping}:${name}`;
      const groups = [group([action({})], { key, name, workItem: null, uri: null, path: null })];
      const { nodes, description } = create(groups, { grouping });
      return [description, nodes[0]?.label, nodes[0]?.children()[0]?.description];
    };
    expect(only("owner", "QA Lead")).toEqual(["by owner", "QA Lead", "3.4 · Feb 25"]);
    expect(only("owner", "")[1]).toBe("Nobody");
    expect(only("status", "not-started")).toEqual([
      "by status",
      "Not started",
      "Service API Owner · 3.4 · Feb 25",
    ]);
    expect(only("due", "week")).toEqual(["by due date", "This week", "Service API Owner · 3.4 · Feb 25"]);
  });

  it("has different ids for an action that stands in two groups", () => {
    const groups = ["QA Lead", "PMO Lead"].map((name) => group([action({})], { key: `owner:${name}`, name }));
    const ids = create(groups, { grouping: "owner" }).nodes.map(({ children }) => children()[0]?.id);
    expect(new Set(ids).size).toBe(2);
  });

  it("says above the rows what is filtered, and nothing where that would hide the welcome", () => {
    const filtered = { text: "spec", mine: true, overdueOnly: true };
    expect(create([group([action({})])], filtered).message).toBe("1 of 1 shown · “spec” · mine · overdue");
    expect(create([], filtered).message).toBeUndefined();
  });

  it("is empty, without a badge, when nothing is open", () => {
    expect(create([])).toMatchObject({ nodes: [], badge: undefined });
  });

  it("is closed when there are many groups, or their rows are still to be asked for", () => {
    const states = (count: number, given: Partial<ActionGroup> = {}) => {
      const groups = Array.from({ length: count }, (_, index) =>
        group([action({})], { key: `file:///${index}.md`, ...given }),
      );
      return new Set(create(groups).nodes.map(({ state }) => state));
    };
    expect([...states(12)]).toEqual(["open"]);
    expect([...states(13)]).toEqual(["closed"]);
    expect([...states(2, { actions: null })]).toEqual(["closed"]);
  });

  it("asks for the rows of a group when they are looked at, and says how many it did not get", async () => {
    const asked: string[] = [];
    const load = async (key: string) => {
      asked.push(key);
      return [action({})];
    };
    const [node] = create([group([], { actions: null, open: 9 })], {}, { load }).nodes;
    const rows = await node?.load?.();
    expect(asked).toEqual([uri]);
    expect(rows?.map(({ label }) => label)).toEqual(["A2  Add the fields", "8 more"]);
    expect(rows?.[1]?.command).toBe("docket.filterActions");
    expect(create([group([action({})])]).nodes[0]?.load).toBeUndefined();
  });

  it("keeps the ids of rows when lines move, and tells equal rows apart", () => {
    const ids = (line: number) => {
      const moved = { start: { line, character: 0 }, end: { line, character: 9 } };
      const rows = [action({ range: moved }), action({ range: moved }), action({ id: null, range: moved })];
      return create([group(rows)])
        .nodes[0]?.children()
        .map(({ id }) => id);
    };
    expect(ids(3)).toEqual(ids(30));
    expect(new Set(ids(3)).size).toBe(3);
  });
});
