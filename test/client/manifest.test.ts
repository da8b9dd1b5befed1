/** The manifest and the code say the same. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { commands, menus, keybindings, views, viewsContainers, viewsWelcome, grammars, walkthroughs } =
  manifest.contributes;
const sources = readSources();

describe("the manifest", () => {
  it("contributes exactly the commands that the code registers", () => {
    const contributed = commands.map(({ command }: { command: string }) => command);
    const registered = [...sources.matchAll(/registerCommand\(\s*"(docket\.\w+)"/g)].map(([, id]) => id);
    expect(registered.toSorted()).toEqual(contributed.toSorted());
  });

  it("says of every command when the palette has it", () => {
    const ids = (entries: readonly { command: string }[]) => entries.map(({ command }) => command);
    // the walkthrough is for folders without a policy too, and for windows without a folder
    const anywhere = ["docket.getStarted"];
    expect([...ids(menus.commandPalette), ...anywhere].toSorted()).toEqual(ids(commands).toSorted());
    for (const { when } of menus.commandPalette) expect(when).toBeTruthy();
  });

  it("contributes exactly the views that the code fills", () => {
    const contributed = Object.values<{ id: string }[]>(views).flatMap((entries) =>
      entries.map(({ id }) => id),
    );
    const created = [...sources.matchAll(/registerTree\([^"]*"(docket\.\w+)"/g)].map(([, id]) => id);
    expect(created.toSorted()).toEqual(contributed.toSorted());
    const welcoming = new Set(viewsWelcome.map(({ view }: { view: string }) => view));
    expect([...welcoming].toSorted()).toEqual(contributed.toSorted());
    expect(Object.keys(views)).toEqual(viewsContainers.activitybar.map(({ id }: { id: string }) => id));
  });

  it("sets no context key without the code, and hears of none that nobody sets", () => {
    const entries = JSON.stringify([menus, keybindings, views, viewsWelcome, walkthroughs]);
    const conditions = [...entries.matchAll(/"(?:when":"|onContext:)([^"]*)"/g)]
      .map(([, each]) => each)
      .join(" ");
    const heard = new Set([...conditions.matchAll(/(?<!view == )docket\.\w+/g)].map(([key]) => key));
    const set = new Set([...sources.matchAll(/"setContext",\s*"(docket\.\w+)"/g)].map(([, key]) => key));
    expect([...heard].toSorted()).toEqual([...set].toSorted());
  });

  it("puts at most three commands into a row", () => {
    const inline = menus["view/item/context"].filter(({ group }: { group: string }) =>
      group.startsWith("inline"),
    );
    const rows = [
      ["docket.openActions", "docket.action status due owner evidence", ["markComplete", "setDue", "assign"]],
      ["docket.openActions", "docket.action status", ["markComplete"]],
      ["docket.pendingGates", "docket.gateItem evidence", ["recordEvidence"]],
      ["docket.pendingGates", "docket.gateItem confirmation", ["confirmGateItem"]],
      ["docket.pendingGates", "docket.gateItem validation", ["validateGateItem"]],
      ["docket.pendingGates", "docket.gateItem", []],
      ["docket.pendingGates", "docket.gate ready", ["advanceGate"]],
      ["docket.pendingGates", "docket.gate", []],
      ["docket.deliverables", "docket.openTask", ["newReport"]],
      ["docket.deliverables", "docket.task", []],
    ] as const;
    for (const [view, item, expected] of rows) {
      const shown = inline.filter(({ when }: { when: string }) =>
        when.split(" || ").some((each) => {
          const pattern = /viewItem =~ \/(.*)\//.exec(each)?.[1] ?? "";
          return each.includes(`view == ${view} `) && new RegExp(pattern).test(item);
        }),
      );
      expect(shown.map(({ command }: { command: string }) => command.replace("docket.", ""))).toEqual(
        expected,
      );
    }
  });

  it("gives whoever has no mouse every command of a row, in its menu", () => {
    const rows: readonly { command: string; when: string; group: string }[] = menus["view/item/context"];
    const listed = rows.filter(({ group }) => !group.startsWith("inline"));
    for (const { command, view } of rows.flatMap(perView)) {
      const inMenu = listed.flatMap(perView).some((each) => each.command === command && each.view === view);
      expect(inMenu, `${command} in ${view}`).toBe(true);
    }
  });

  it("binds keys to commands that are there, where there is a policy", () => {
    const known = [
      ...commands.map(({ command }: { command: string }) => command),
      "docket.openActions.focus",
    ];
    for (const { command, key, mac, when } of keybindings) {
      expect(known).toContain(command);
      expect(mac).toBe(key.replace("ctrl", "cmd"));
      expect(when).toMatch(/^docket\.active\b/);
    }
  });

  it("ships what it names", () => {
    const { snippets, yamlValidation } = manifest.contributes;
    const made = [manifest.main, manifest.bin.docket];
    const kept = [
      manifest.icon,
      viewsContainers.activitybar[0].icon,
      `${manifest.l10n}/bundle.l10n.json`,
      `${manifest.l10n}/bundle.l10n.de.json`,
      "package.nls.json",
      "package.nls.de.json",
      ...[...grammars, ...snippets].map(({ path }: { path: string }) => path),
      ...yamlValidation.map(({ url }: { url: string }) => url),
      ...walkthroughs.flatMap(({ steps }: Walkthrough) =>
        steps.flatMap(({ media }) => Object.values(media.image)),
      ),
    ];
    for (const path of kept) expect(existsSync(join(root, path)), path).toBe(true);
    const named = [...made, ...kept].map((path: string) => path.replace(/^\.\//, ""));
    const shipped = manifest.files.map(
      (pattern: string) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`),
    );
    for (const path of named)
      expect(
        shipped.some((pattern: RegExp) => pattern.test(path)),
        path,
      ).toBe(true);
  });

  it("starts for workspaces with a policy, and for nothing else but its commands", () => {
    expect(manifest.activationEvents).toEqual([
      // looked at at once; a search that takes more than 7 s activates nothing
      "workspaceContains:docket.yaml",
      "workspaceContains:.docket/policy.yaml",
      "workspaceContains:**/docket.yaml",
      "workspaceContains:**/.docket/policy.yaml",
      // a board that was open when the window closed comes back with it
      "onWebviewPanel:docket.board",
    ]);
  });

  it("asks for no older VS Code than its types describe", () => {
    const types = manifest.devDependencies["@types/vscode"];
    expect(manifest.engines.vscode).toBe(`^${types}`);
  });
});

interface Walkthrough {
  readonly steps: readonly { readonly media: { readonly image: Readonly<Record<string, string>> } }[];
}

/** An entry of a menu, once for each view that it is in. */
function perView({ command, when }: { command: string; when: string }): readonly Entry[] {
  return [...when.matchAll(/view == ([\w.]+)/g)].map(([, view = ""]) => ({ command, view }));
}

interface Entry {
  readonly command: string;
  readonly view: string;
}

function readSources(): string {
  const names = readdirSync(join(root, "client"), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts"));
  return files.map((file) => readFileSync(join(root, "client", file), "utf8")).join("\n");
}
