/** The trees of the side bar hold what the documents say, and follow them. */
import { deepStrictEqual, match, ok } from "node:assert";
import {
  type CodeLens,
  commands,
  type Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { TreeNode } from "../../../client/views/tree-node";
import { activateDocket, toUri, until } from "./workspace";

const gateDocument = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

describe("code lenses", () => {
  it("say above the title what the document is, above a gate and a register how far they are", async () => {
    const path = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";
    await activateDocket();
    const document = await workspace.openTextDocument(toUri(path));
    const found = await until(
      "there are lenses",
      async () =>
        (await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri)) ?? [],
      (lenses) => lenses.length > 2,
    );
    deepStrictEqual(
      found.map(({ range, command }) => [document.lineAt(range.start.line).text.slice(0, 9), command?.title]),
      [
        ["# Phase G", "Phase gate document · Active · v0.6 · cited by 3 · 7 open actions"],
        ["### Gate ", "2 of 5 items passed · waits for 2.1, 2.2, 2.5 (validation)"],
        ["| # | Act", "7 open · 7 overdue · critical path A2 → A5 → A7 → A10"],
      ],
    );
  });
});

describe("the tree Open Actions", () => {
  it("holds the actions of a work item that are not done", async () => {
    const { label, children } = await findActions();
    match(label, /^3\.4 · /);
    const rows = children().map((row) => row.label.split("  ")[0]);
    deepStrictEqual(rows, ["A2", "A3", "A5", "A6", "A7", "A9", "A10"]);
    match(children()[0]?.description ?? "", /^Service API Owner · Feb 23.* · critical$/);
    match(children()[2]?.description ?? "", / · blocked by A2 · critical$/);
  });

  it("holds nothing of what is closed", async () => {
    await findActions();
    const { trees } = await activateDocket();
    const paths = trees.openActions.getChildren().map(({ id }) => id);
    ok(!paths.some((path) => path.includes("3.1-dock-reservation-phase-gate")));
  });

  it("leads to the row", async () => {
    const { trees } = await activateDocket();
    const { children } = await findActions();
    const [first] = children();
    ok(first);
    const item = await trees.openActions.getTreeItem(first);
    ok(item.command);
    await commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    const editor = await until(
      "the document is open",
      () => window.activeTextEditor,
      (active) => active?.document.uri.path.endsWith(gateDocument) === true,
    );
    match(editor?.document.lineAt(editor.selection.start.line).text ?? "", /^\| A2 \|/);
    ok(item.accessibilityInformation?.label.includes("owned by Service API Owner"));
  });

  it("is grouped and filtered by commands, and shows everything again", async () => {
    const { trees } = await activateDocket();
    const roots = () => trees.openActions.getChildren();
    const labels = () => roots().map(({ label }) => label);
    const rows = () => roots().flatMap(({ children }) => children());
    const all = (await until("there are rows", rows, (found) => found.length > 0)).length;
    await commands.executeCommand("docket.groupActions", "due");
    await until("it is grouped by due", labels, (found) => found[0] === "Overdue");
    await commands.executeCommand("docket.groupActions", "owner");
    await until("it is grouped by owner", labels, (found) => found.includes("Service API Owner"));
    await commands.executeCommand("docket.filterActions", "A6 3.4");
    const [only] = await until("one is left", rows, (found) => found.length === 1);
    match(only?.label ?? "", /^A6 {2}/);
    await workspace.getConfiguration("docket").update("myRoles", ["Nobody At All"]);
    await commands.executeCommand("docket.showMine");
    await until("none is mine", labels, (found) => found.length === 0);
    await commands.executeCommand("docket.clearActionFilter");
    await commands.executeCommand("docket.groupActions", "workItem");
    await until("all are back", rows, (found) => found.length === all);
    await workspace.getConfiguration("docket").update("myRoles", undefined);
  });

  it("draws again only the work item whose row has changed", async () => {
    const { trees } = await activateDocket();
    const before = await findActions();
    const drawn: unknown[] = [];
    const listening = trees.openActions.onDidChangeTreeData?.((row) => drawn.push(row));
    const { document, line, text } = await findRow("| A6 |");
    await replace(document.lineAt(line).range, text.replace("🟡 Not started", "🟡 In progress"));
    await until(
      "A6 is under way",
      () => before.children().find((row) => row.label.startsWith("A6 "))?.sentence ?? "",
      (sentence) => sentence.includes("in progress"),
    );
    listening?.dispose();
    ok(drawn.length > 0 && drawn.every((row) => row === before));
    await replace(document.lineAt(line).range, text);
    await document.save();
  });

  it("follows what is typed", async () => {
    const { document, line, text } = await findRow("| A6 |");
    const { range } = document.lineAt(line);
    await replace(range, text.replace("🟡 Not started", "✅ Complete"));
    await until(
      "A6 is gone",
      findActions,
      ({ children }) => !children().some((row) => row.label.startsWith("A6 ")),
    );
    await replace(document.lineAt(line).range, text);
    await until("A6 is back", findActions, ({ children }) =>
      children().some((row) => row.label.startsWith("A6 ")),
    );
    await document.save();
  });
});

describe("the tree Pending Gates", () => {
  it("holds the gates to come of a work item, with their items and what each lacks", async () => {
    const { label, description, children } = await findGates();
    match(label, /^3\.4 · .* → Gate 2$/);
    match(description, /^waits for Service API Owner.* · Feb 23 · overdue$/);
    deepStrictEqual(
      children().map((gate) => gate.label),
      ["Gate 2", "Gate 3", "Gate 4", "Gate 5"],
    );
    const [next] = children();
    match(next?.description ?? "", /^next · 2 of 5 passed/);
    deepStrictEqual(
      next?.children().map((row) => [row.label.split("  ")[0], row.description, row.icon?.id]),
      [
        ["2.1", "evidence, confirmation, validation", "circle-large-outline"],
        ["2.2", "evidence, confirmation, validation", "circle-large-outline"],
        ["2.3", "", "pass"],
        ["2.4", "", "pass"],
        ["2.5", "validation", "circle-large-outline"],
      ],
    );
  });

  it("has the features and defects in flight", async () => {
    await findGates();
    const { trees } = await activateDocket();
    const items = trees.pendingGates.getChildren().map(({ label }) => label.split(" · ")[0]);
    deepStrictEqual(items.toSorted(), ["3.4", "3.5", "3.6", "BLG-TECH-07", "BLG-TECH-08"]);
  });
});

async function findActions(): Promise<TreeNode> {
  const { trees } = await activateDocket();
  await commands.executeCommand("docket.clearActionFilter");
  return await findGroup(() => trees.openActions.getChildren());
}

async function findGates(): Promise<TreeNode> {
  const { trees } = await activateDocket();
  return await findGroup(() => trees.pendingGates.getChildren());
}

async function findGroup(read: () => readonly TreeNode[]): Promise<TreeNode> {
  const found = await until(
    "there is a row for 3.4",
    () => read().filter(({ id }) => id.endsWith(gateDocument)),
    (groups) => groups.length === 1,
  );
  ok(found[0]);
  return found[0];
}

async function findRow(start: string): Promise<{ document: TextDocument; line: number; text: string }> {
  const document = await workspace.openTextDocument(toUri(gateDocument));
  const line = document
    .getText()
    .split("\n")
    .findIndex((text) => text.startsWith(start));
  return { document, line, text: document.lineAt(line).text };
}

async function replace(range: Range, text: string): Promise<void> {
  const change = new WorkspaceEdit();
  change.replace(toUri(gateDocument), range, text);
  ok(await workspace.applyEdit(change));
}
