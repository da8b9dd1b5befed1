/** What a newcomer meets: the walkthrough, the commands, the keys. */
import { deepStrictEqual, ok } from "node:assert";
import { commands, extensions, Uri, window, workspace } from "vscode";
import { closeAll } from "./editors";
import { activateDocket, until } from "./workspace";

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>> };
}

const extension = extensions.getExtension("docket.docket");
ok(extension, "docket.docket is not installed");
const { extensionUri, packageJSON } = extension;
const { commands: contributed, keybindings, views, walkthroughs } = packageJSON.contributes;
const steps: readonly Step[] = walkthroughs[0].steps;

describe("the commands", () => {
  before(activateDocket);

  it("are registered as they are contributed", async () => {
    const ofViews = Object.values<readonly { id: string }[]>(views)
      .flat()
      .map(({ id }) => `${id}.`);
    const registered = (await commands.getCommands(true)).filter(
      (id) => id.startsWith("docket.") && !ofViews.some((view) => id.startsWith(view)),
    );
    const named = contributed.map(({ command }: { command: string }) => command);
    deepStrictEqual(registered.toSorted(), named.toSorted());
  });

  it("have keys that VS Code has given to nothing else", async () => {
    const uri = Uri.parse("vscode://defaultsettings/keybindings.json");
    const text = (await workspace.openTextDocument(uri)).getText();
    const bound = [...text.matchAll(/\{ "key": "([^"]+)",\s*"command": "([^"]+)"/g)];
    ok(bound.length > 500, `only ${bound.length} keys are known`);
    for (const { key, command } of keybindings) {
      const taken = bound.filter(([, each]) => each === key).map(([, , each]) => each);
      deepStrictEqual(
        taken.filter((each) => each !== command),
        [],
        key,
      );
    }
  });
});

describe("the walkthrough", () => {
  afterEach(closeAll);

  it("opens on request", async () => {
    await commands.executeCommand("docket.getStarted");
    // VS Code names the tab of every walkthrough like its page of welcome
    await until(
      "it is in front",
      () => window.tabGroups.activeTabGroup.activeTab?.label ?? "",
      (title) => /Welcome|Walkthrough/.test(title),
    );
  });

  it("leads to commands that are there, and shows pictures that are there", async () => {
    const known = new Set(await commands.getCommands(true));
    for (const { id, description, media } of steps) {
      const links = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = ""]) => command);
      ok(links.length > 0, `${id} leads nowhere`);
      for (const command of links) ok(known.has(command), `${id}: ${command}`);
      for (const path of Object.values(media.image)) {
        const { size } = await workspace.fs.stat(Uri.joinPath(extensionUri, path));
        ok(size > 1000, path);
      }
    }
  });
});
