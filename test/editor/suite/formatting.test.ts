/** Formatting as the editor asks for it, and by Docket's own command. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { commands, type TextDocument, type TextEdit, WorkspaceEdit, workspace } from "vscode";
import { closeAll, openInFront } from "./editors";
import { findSettledRules, toUri, until } from "./workspace";

const gates = "docs/product/phase_gates/BLG-TECH-08-pause-countdown-phase-gate.md";
const filed = "docs/product/phase_gates/3.1-dock-reservation-phase-gate.md";
const ROW = "| A-02      | Write down the root cause (G2)         | Engineering Lead | 2026-03-02 |";

function edits(path: string): Thenable<TextEdit[] | undefined> {
  return commands.executeCommand("vscode.executeFormatDocumentProvider", toUri(path), {
    tabSize: 2,
    insertSpaces: true,
  });
}

/** The text with the last two lines of its header swapped. */
async function swapFields(document: TextDocument): Promise<void> {
  const lines = document.getText().split("\n");
  const at = lines.findIndex((line) => line.startsWith("**Status:**"));
  const change = new WorkspaceEdit();
  const range = document.lineAt(at).range.union(document.lineAt(at + 1).range);
  change.replace(document.uri, range, `${lines[at + 1]}\n${lines[at]}`);
  await workspace.applyEdit(change);
}

describe("formatting", () => {
  before(findSettledRules);
  afterEach(closeAll);

  it("puts fields in order and aligns tables, and is content then", async () => {
    const { document } = await openInFront(gates);
    const before = document.getText();
    await swapFields(document);
    const change = new WorkspaceEdit();
    change.set(document.uri, (await edits(gates)) ?? []);
    await workspace.applyEdit(change);
    const headerOf = (text: string) => text.split("\n").slice(0, 12);
    deepStrictEqual(headerOf(document.getText()), headerOf(before));
    ok(document.getText().includes(ROW), document.getText());
    deepStrictEqual((await edits(gates)) ?? [], []);
  });

  it("leaves a filed record alone", async () => {
    await openInFront(filed);
    deepStrictEqual((await edits(filed)) ?? [], []);
  });

  it("has a command of its own", async () => {
    const { document } = await openInFront(gates);
    await commands.executeCommand("docket.format");
    await until(
      "the table is aligned",
      () => document.getText(),
      (text) => text.includes(ROW),
    );
    await commands.executeCommand("undo");
    strictEqual(document.getText().includes(ROW), false);
  });
});
