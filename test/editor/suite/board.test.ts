/** The board as a tab of VS Code: it opens, is drawn, follows the documents, leads to them, and comes back. */
import { match, notStrictEqual, ok, strictEqual } from "node:assert";
import { commands, type Tab, TabInputWebview, ViewColumn, window, workspace } from "vscode";
import { closeAll } from "./editors";
import { activateDocket, toUri, until } from "./workspace";

const gateDocument = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

describe("the board", () => {
  afterEach(closeAll);

  it("opens in a tab of its own, once, and is drawn", async () => {
    const { board } = await activateDocket();
    await commands.executeCommand("docket.openBoard");
    await until("it is drawn", board.getParts, (html) => html.includes("Group Rides"));
    await commands.executeCommand("docket.openBoard");
    await until("it has one tab", countTabs, (count) => count === 1);
    const html = board.getHtml() ?? "";
    const nonce = /<style nonce="(\w+)">/.exec(html)?.[1];
    match(html, new RegExp(`default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`));
    match(board.getParts(), /<svg class="chart"/);
  });

  it("opens what a link names, and nothing outside of the workspace", async () => {
    const { board } = await activateDocket();
    await commands.executeCommand("docket.openBoard");
    await until("it has its tab", countTabs, (count) => count === 1);
    const uri = `${toUri(gateDocument)}`;
    const line = await findLine("| A10 |");
    for (const message of [
      undefined,
      { kind: "open", uri: "file:///etc/hostname", line: 0 },
      { kind: "open", uri: "command:workbench.action.closeWindow", line: 0 },
      { kind: "open", uri, line: "0" },
    ])
      await board.receive(message);
    strictEqual(window.activeTextEditor, undefined);
    await board.receive({ kind: "open", uri, line });
    const editor = await until(
      "the document is open",
      () => window.activeTextEditor,
      (active) => active?.document.uri.path.endsWith(gateDocument) === true,
    );
    strictEqual(editor?.selection.active.line, line);
    const [tab] = findTabs();
    ok(tab, "the board stays in sight");
    notStrictEqual(editor?.viewColumn, tab.group.viewColumn);
  });

  it("is drawn again in a tab that VS Code has kept", async () => {
    const { board } = await activateDocket();
    strictEqual(board.getHtml(), undefined);
    const kept = window.createWebviewPanel("docket.board", "Docket Board", ViewColumn.One);
    await board.restore(kept);
    await until("it is drawn", board.getParts, (html) => html.includes("Group Rides"));
    match(kept.webview.html, /<main id="board">/);
    strictEqual(kept.webview.options.enableScripts, true);
    kept.dispose();
    await until("it is gone", board.getHtml, (html) => html === undefined);
  });
});

function countTabs(): number {
  return findTabs().length;
}

function findTabs(): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("docket.board"));
}

async function findLine(start: string): Promise<number> {
  const document = await workspace.openTextDocument(toUri(gateDocument));
  return document
    .getText()
    .split("\n")
    .findIndex((text) => text.startsWith(start));
}
