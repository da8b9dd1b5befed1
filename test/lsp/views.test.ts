/** The data of the views: open actions in groups, pending gates; of many only what is looked into. */
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type ActionItem,
  type ActionQuery,
  type GateGroup,
  type GateNode,
  methods,
  type OpenActions,
  type OwnerCount,
  type ViewsInUse,
} from "../../server/protocol/messages";
import { CLEAN, GATE, GATE_PATH, POLICY } from "../support/delivery-documents";
import { uriOf } from "../support/lsp-client";
import { start } from "../support/start-workspace";

test("open actions come with their rows' places, done ones are left out, and edits show at once", async () => {
  const { folder, client } = await start({ [GATE_PATH]: GATE, "docs/specs/a.md": CLEAN });
  const { groups, ...counts } = await client.request<OpenActions>(methods.openActions);
  const [group, ...others] = groups;
  expect(others).toEqual([]);
  expect(counts).toEqual({ open: 2, overdue: 2 });
  expect(group).toMatchObject({ path: GATE_PATH, uri: uriOf(join(folder, GATE_PATH)), workItem: "3.2" });
  expect(
    group?.actions?.map(({ id, status, owners, due, blockedOn }) => [id, status, owners, due, blockedOn]),
  ).toEqual([
    ["A1", "in-progress", ["PMO Lead"], "2026-02-20", []],
    ["A2", "not-started", ["QA Lead"], "2026-02-22", ["A1"]],
  ]);
  const row = GATE.split("\n").findIndex((line) => line.startsWith("| A2"));
  expect(group?.actions?.[1]?.range.start).toEqual({ line: row, character: 0 });
  expect(group?.actions?.[1]?.range.end.line).toBe(row);
  const before = client.changes;
  client.open(join(folder, GATE_PATH), GATE.replace("⬜ Not started", "✅ Complete"));
  await client.until(() => client.changes > before);
  const after = (await client.request<OpenActions>(methods.openActions)).groups[0];
  expect(after?.actions?.map(({ id }) => id)).toEqual(["A1"]);
});

test("open actions come filtered and in the groups that are asked for", async () => {
  const { client } = await start({ [GATE_PATH]: GATE, "docs/specs/a.md": CLEAN });
  const everything: ActionQuery = { grouping: "workItem", text: "", roles: null, overdueOnly: false };
  const ask = async (asked: Partial<ActionQuery>) => {
    const query = { ...everything, ...asked };
    const { groups, open } = await client.request<OpenActions>(methods.openActions, { query });
    expect(open).toBe(2);
    return groups.map(({ key, name, actions }) => [key, name, actions?.map(({ id }) => id)]);
  };
  expect(await ask({ grouping: "owner" })).toEqual([
    ["owner:PMO Lead", "PMO Lead", ["A1"]],
    ["owner:QA Lead", "QA Lead", ["A2"]],
  ]);
  expect(await ask({ grouping: "due", text: "REVIEW 3.2" })).toEqual([["due:overdue", "overdue", ["A2"]]]);
  expect(await ask({ grouping: "status", roles: ["pmo lead"] })).toEqual([
    ["status:in-progress", "in-progress", ["A1"]],
  ]);
  expect(await ask({ text: "nobody says this" })).toEqual([]);
  const rows = await client.request<readonly ActionItem[]>(methods.actionsOfGroup, {
    query: { ...everything, grouping: "owner" },
    key: "owner:QA Lead",
  });
  expect(rows).toMatchObject([{ id: "A2", blockedOn: ["A1"], waitsFor: ["A1"], path: GATE_PATH }]);
  expect(await client.request<readonly OwnerCount[]>(methods.owners)).toEqual([
    { name: "PMO Lead", open: 1 },
    { name: "QA Lead", open: 1 },
  ]);
});

test("of many actions and gates only those come that are looked into", async () => {
  const copies = Array.from({ length: 300 }, (_, index) => {
    const id = `7.${index + 1}`;
    return [GATE_PATH.replace("3.2", id), GATE.replaceAll("3.2", id)] as const;
  });
  const { folder, client } = await start(Object.fromEntries(copies));
  const uri = uriOf(join(folder, GATE_PATH.replace("3.2", "7.9")));
  const { groups, open } = await client.request<OpenActions>(methods.openActions, { opened: [uri] });
  expect([groups.length, open]).toEqual([300, 600]);
  expect(groups.filter(({ actions }) => actions !== null).map(({ key }) => key)).toEqual([uri]);
  const gates = await client.request<readonly GateGroup[]>(methods.pendingGates, { opened: [uri] });
  expect(gates.filter((group) => group.gates !== null).map((group) => group.uri)).toEqual([uri]);
  const own = await client.request<readonly GateNode[]>(methods.gatesOfGroup, { uri });
  expect(own).toEqual(gates.find((group) => group.uri === uri)?.gates);
  expect(await client.request(methods.gatesOfGroup, { uri: uriOf(folder) })).toEqual([]);
});

test("pending gates come with their items and what they lack", async () => {
  const { client } = await start({ [GATE_PATH]: GATE });
  const [group] = await client.request<readonly GateGroup[]>(methods.pendingGates);
  expect(group).toMatchObject({
    path: GATE_PATH,
    workItem: "3.2",
    next: "1",
    waitsFor: ["PMO Lead"],
    by: "2026-02-20",
    pending: 1,
  });
  const gate = group?.gates?.find((each) => each.gate === "1");
  expect(gate).toMatchObject({
    status: "pending",
    items: [{ id: "1.1", title: "Owners named", status: "pending", missing: ["validation"] }],
  });
  expect(gate?.range.start.line).toBe(GATE.split("\n").indexOf("## Gate 1 — Pre-alignment"));
});

test("views are in use for which one of the policies has something", async () => {
  const reports = { "docket.yaml": "version: 1\nextends: reports\n" };
  const { folder, client } = await start({ ...reports, "outputs/x.md": "# X\n" });
  const ask = () => client.request<ViewsInUse>(methods.viewsInUse);
  expect(await ask()).toEqual({ openActions: false, pendingGates: false, records: false });
  const before = client.changes;
  const policy = join(folder, "docket.yaml");
  client.open(policy, "version: 1\nextends: adr\n");
  await client.until(() => client.changes > before);
  expect(await ask()).toEqual({ openActions: false, pendingGates: false, records: true });
  const { client: other } = await start({ "docket.yaml": reports["docket.yaml"], "a/docket.yaml": POLICY });
  expect(await other.request<ViewsInUse>(methods.viewsInUse)).toEqual({
    openActions: true,
    pendingGates: true,
    records: true,
  });
});

test("all views are in use while a policy has a mistake", async () => {
  const { client } = await start({ "docket.yaml": "version: 1\nextends: delivry\n" });
  expect(await client.request<ViewsInUse>(methods.viewsInUse)).toEqual({
    openActions: true,
    pendingGates: true,
    records: true,
  });
});
