/** The tree Deliverables and the lens above a report's title follow the reports, and lead to one another. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { type CodeLens, commands, window, workspace } from "vscode";
import type { TreeNode } from "../../../../client/views/tree-node";
import { openInFront } from "../editors";
import { activateDocket, deleteFile, toUri, until, writeText } from "../workspace";

const report = "report_B01.md";
const part = "more/report_B01_part02_practice.md";
const text =
  "---\ntitle: vectors\n---\n\n# Vectors\n\n---\n\n## Concept Introduction\n\n---\n\n## Glossary\n";

describe("the tree Deliverables", () => {
  before(activateDocket);
  after(() => deleteFile(report));

  it("counts the tasks while there is no report", async () => {
    const rows = await until("there is a row", findRows, (found) => found.length === 1);
    strictEqual(rows[0]?.label, "18 tasks without a report");
  });

  it("begins a report from the row of a task that has none", async () => {
    const [open] = await findRows();
    const row = open?.children().find(({ task }) => task === "A03");
    ok(row);
    await commands.executeCommand("docket.newReport", { ...row, "(folder)": "" });
    await findTask(({ label }) => label.startsWith("A03 · "));
    for (const path of ["report_A03.md", "report_A03_prompt.md"]) await deleteFile(path);
    await until("it is gone", findRows, ([first]) => first?.label === "18 tasks without a report");
  });

  it("has a task with its file, what the file meets and what is missing", async () => {
    await writeText(report, text);
    const task = await findTask(({ label }) => label.startsWith("B01 · 2 of "));
    strictEqual(task.description, "Vector Database Tutorial · no prompt file · length off");
    deepStrictEqual(
      task
        .children()
        .slice(0, 2)
        .map(({ label, description, icon }) => [label, description, icon?.id]),
      [
        ["report_B01.md", "13 lines · 987 too few", "warning"],
        ["No prompt file", "", "warning"],
      ],
    );
    const met = task.children().filter(({ icon }) => icon?.id === "pass");
    const lines: string[] = [];
    for (const row of met) lines.push(await lineOf(row));
    deepStrictEqual(lines, ["## Concept Introduction", "## Glossary"]);
    const missing = task.children().find(({ description }) => description === "missing");
    ok(missing);
    strictEqual(await lineOf(missing), "# Vectors");
  });

  it("takes what a part meets into account, and forgets a part that goes", async () => {
    await writeText(part, "# Practice\n\n## Best Practices\n");
    const task = await findTask(({ label }) => label.startsWith("B01 · 3 of "));
    const best = task.children().find(({ description }) => description === "report_B01_part02_practice.md");
    ok(best);
    strictEqual(await lineOf(best), "## Best Practices");
    await deleteFile(part);
    await findTask(({ label }) => label.startsWith("B01 · 2 of "));
  });

  it("is where the lens above the title leads", async () => {
    const document = await openInFront(report).then(() => workspace.openTextDocument(toUri(report)));
    const [lens] = await until(
      "there is a lens",
      async () =>
        (await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri)) ?? [],
      (found) => found.length === 1,
    );
    strictEqual(document.lineAt(lens?.range.start.line ?? 0).text, "# Vectors");
    strictEqual(lens?.command?.title.replace(/\d+ requirements$/, "all"), "B01 · 13 lines · 2 of all");
    ok(lens?.command);
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const { trees } = await activateDocket();
    await until(
      "the row is selected",
      trees.deliverables.getSelection,
      ([label]) => label?.startsWith("B01 · 2 of ") === true,
    );
  });
});

async function findRows(): Promise<readonly TreeNode[]> {
  const { trees } = await activateDocket();
  return trees.deliverables.getChildren();
}

async function findTask(isRight: (row: TreeNode) => boolean): Promise<TreeNode> {
  const rows = await until("the task is right", findRows, ([first]) => first !== undefined && isRight(first));
  ok(rows[0]);
  return rows[0];
}

/** Does what a click on the row does; gives the line to which that leads. */
async function lineOf(row: TreeNode): Promise<string> {
  const { trees } = await activateDocket();
  const { command } = await trees.deliverables.getTreeItem(row);
  ok(command);
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
  const editor = await until(
    "the place is in front",
    () => window.activeTextEditor,
    (active) =>
      `${active?.document.uri}` === row.target?.uri &&
      active?.selection.start.line === row.target?.range.start.line,
  );
  ok(editor);
  return editor.document.lineAt(editor.selection.start.line).text;
}
