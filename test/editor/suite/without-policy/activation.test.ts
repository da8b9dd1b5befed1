/** In a folder without a policy the extension stays away until it is asked. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { commands, extensions, languages, Uri, window, workspace } from "vscode";
import { eventually } from "../eventually";

describe("a folder without a policy", () => {
  it("does not activate the extension, opened documents included", async () => {
    const folder = workspace.workspaceFolders?.[0];
    ok(folder, "the run opens a folder");
    const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, "docs/specs/note.md"));
    await window.showTextDocument(document);
    // long enough for an activation that should not come: VS Code has looked for policies by then
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    strictEqual(extensions.getExtension("docket.docket")?.isActive, false);
    strictEqual(languages.getDiagnostics(document.uri).filter(({ source }) => source === "docket").length, 0);
  });

  it("starts no server for a command that needs none", async () => {
    await commands.executeCommand("docket.showLog");
    const extension = extensions.getExtension<{ isServing: () => boolean }>("docket.docket");
    strictEqual(extension?.isActive, true);
    strictEqual(extension?.exports.isServing(), false);
  });

  it("opens the walkthrough, and no board, which would stay empty", async () => {
    await commands.executeCommand("docket.getStarted");
    const tabs = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually("the walkthrough is open", () =>
      tabs().find((label) => /Welcome|Walkthrough/.test(label)),
    );
    const before = tabs();
    await commands.executeCommand("docket.openBoard");
    deepStrictEqual(tabs(), before);
  });
});
