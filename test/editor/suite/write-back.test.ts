/** The commands of the trees write into the Markdown: a feature goes from its nomination to closed by them alone. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, Position, WorkspaceEdit, workspace } from "vscode";
import type { TreeNode } from "../../../client/views/tree-node";
import { closeAll, readBytes } from "./editors";
import { activateDocket, findDiagnostics, findRules, readText, toUri, until } from "./workspace";

const feature = "docs/product/phase_gates/3.6-child-seats-phase-gate.md";
const PROOFS = {
  evidence: ["docket.recordEvidence", "Note of the trial, commit 7c20d4e"],
  confirmation: ["docket.confirmGateItem", "Operations Lead"],
  validation: ["docket.validateGateItem", "PMO Lead"],
} as const;

describe("write-back", () => {
  let original: Buffer;
  before(async () => {
    await activateDocket();
    original = await readBytes(feature);
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.writeFile(toUri(feature), original);
    // what a test wrote may still be read
    await until(
      "the tree has it as it was",
      findActions,
      (rows) => rows.length === 6 && /Operations Lead · Mar 2\b/.test(rows[0]?.description ?? ""),
    );
  });

  it("writes one cell of an action's row, and saves the file", async () => {
    const before = original.toString();
    const a1 = await findAction("A1");
    const [row = ""] = /^\| A1 .*$/m.exec(before) ?? [];
    strictEqual(await commands.executeCommand("docket.setDue", { ...a1, value: "2026-04-01" }), true);
    strictEqual(await readText(feature), before.replace(row, row.replace("2026-03-02", "2026-04-01")));
    ok(!workspace.textDocuments.some(({ isDirty }) => isDirty));
    const assigned = { ...(await findAction("A1", /Apr 1/)), value: "Fleet Lead" };
    strictEqual(await commands.executeCommand("docket.assign", assigned), true);
    const proven = { ...(await findAction("A1", /Fleet Lead/)), value: "log.md v1" };
    strictEqual(await commands.executeCommand("docket.setEvidence", proven), true);
    const expected = row
      .replace("2026-03-02", "2026-04-01")
      .replace("Operations Lead", "Fleet Lead     ")
      .replace(/—( {7}) \|$/, "log.md v1 |");
    strictEqual(await readText(feature), before.replace(row, expected));
  });

  it("leaves a document unsaved that somebody is at work in, and a row that has changed", async () => {
    const a1 = await findAction("A1");
    const document = await workspace.openTextDocument(toUri(feature));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(document.lineCount - 1, 0), "\nWords.\n");
    ok(await workspace.applyEdit(edit));
    strictEqual(await commands.executeCommand("docket.markComplete", a1), true);
    ok(document.isDirty);
    strictEqual(await readText(feature), original.toString());
    match(document.getText(), /^\| A1 .* Complete +\|/m);
    strictEqual(await commands.executeCommand("docket.markComplete", a1), false);
  });

  it("takes a feature from its readiness audit to closed", async () => {
    const passed: string[] = [];
    for (let gate = await nextGate(); gate !== undefined; gate = await nextGate()) {
      // the evidence of these gates is that actions are done
      if (gate.label === "Gate 2") for (const id of ["A1", "A2", "A3", "A4"]) await complete(id);
      if (gate.label === "Gate 5") for (const id of ["Changelog", "Support"]) await complete(id);
      await passItems(gate.label);
      const ready = await until(
        "the gate is ready",
        nextGate,
        (next) => next?.context === "docket.gate ready",
      );
      strictEqual(ready?.label, gate.label);
      strictEqual(await commands.executeCommand("docket.advanceGate", ready), true);
      await until("the next gate is there", nextGate, (next) => next?.label !== ready?.label);
      await until("nothing of gates is found", findGateRules, (rules) => rules.length === 0);
      passed.push(gate.label);
    }
    deepStrictEqual(passed, ["Gate R", "Gate 0", "Gate 1", "Gate 2", "Gate 3", "Gate 4", "Gate 5"]);
    await until(
      "nothing is found",
      () => findDiagnostics(feature).map(({ message }) => message),
      (found) => found.length === 0,
    );
    deepStrictEqual(await findActions(), []);
    const after = await readText(feature);
    checkClosed(after);
    // keys that an item lacked, and a row for each transition
    strictEqual(after.split("\n").length, original.toString().split("\n").length + 2 + passed.length);
    ok(!workspace.textDocuments.some(({ isDirty }) => isDirty));
  }).timeout(240_000);
});

function checkClosed(text: string): void {
  match(text, /^Current state: {3}CLOSED$/m);
  match(text, /^Gate passed: {5}Gate 5 — \d{4}-\d\d-\d\d$/m);
  match(text, /^Next gate: {7}—$/m);
  strictEqual(text.match(/^### Gate \w — ✅ COMPLETE \(\d{4}-\d\d-\d\d\)$/gm)?.length, 7);
  strictEqual(text.match(/^\| Phase .* \| ✅ Complete {4}\| \d{4}-\d\d-\d\d \|$/gm)?.length, 6);
  strictEqual(text.match(/^\| A\d .* \| ✅ Complete {4}\|/gm)?.length, 4);
  strictEqual(text.match(/^- \[x\] /gm)?.length, 2);
  match(
    text,
    /^\| 8 \| IMPLEMENTATION_OPEN \| CLOSED \| \d{4}-\d\d-\d\d \| \d\d:\d\d \| PMO Lead \| Gate 5 \|$/m,
  );
  ok(!text.includes("PENDING"));
}

/** Gives every proof that an item of the gate lacks, in their order. */
async function passItems(label: string): Promise<void> {
  for (;;) {
    const gate = await until("the gate is there", nextGate, (next) => next?.label === label);
    const item = gate?.children().find(({ context }) => !context.endsWith(" passed"));
    if (item === undefined) return;
    const proof = item.context.split(" ")[1] as keyof typeof PROOFS;
    const [command, value] = PROOFS[proof];
    strictEqual(await commands.executeCommand(command, { ...item, value }), true);
    const shown = item.description;
    await until("the item has it", nextGate, (next) => {
      const same = next?.children().find(({ id }) => id === item.id);
      return same === undefined || same.description !== shown;
    });
  }
}

async function complete(id: string): Promise<void> {
  const action = await findAction(id);
  strictEqual(await commands.executeCommand("docket.markComplete", action), true);
  await until(`${id} is done`, findActions, (rows) => !rows.some(({ label }) => label.startsWith(id)));
}

/** The first gate of the feature that is still to pass. */
async function nextGate(): Promise<TreeNode | undefined> {
  const { trees } = await activateDocket();
  return childrenOf(trees.pendingGates.getChildren())[0];
}

async function findActions(): Promise<readonly TreeNode[]> {
  const { trees } = await activateDocket();
  return childrenOf(trees.openActions.getChildren());
}

function childrenOf(groups: readonly TreeNode[]): readonly TreeNode[] {
  return groups.find(({ id }) => id.endsWith(feature))?.children() ?? [];
}

async function findAction(id: string, description = /^/): Promise<TreeNode> {
  const rows = await until(`${id} is there`, findActions, (all) =>
    all.some((each) => each.label.startsWith(id) && description.test(each.description)),
  );
  const row = rows.find(({ label }) => label.startsWith(id));
  ok(row);
  return row;
}

function findGateRules(): readonly string[] {
  return findRules(feature).filter((rule) => /^(?:gate|process)\//.test(rule));
}
