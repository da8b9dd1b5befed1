/** The manifest and the code say the same. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { commands, menus, views, viewsContainers, viewsWelcome, grammars, configuration } =
  manifest.contributes;
const sources = readSources();

describe("the manifest", () => {
  it("contributes exactly the commands that the code registers", () => {
    const contributed = commands.map(({ command }: { command: string }) => command);
    const registered = [...sources.matchAll(/registerCommand\(\s*"(docket\.\w+)"/g)].map(([, id]) => id);
    expect(registered.toSorted()).toEqual(contributed.toSorted());
  });

  it("says of every command when the palette has it", () => {
    const ids = (entries: readonly { command: string }[]) => entries.map(({ command }) => command).toSorted();
    expect(ids(menus.commandPalette)).toEqual(ids(commands));
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
    const entries = JSON.stringify([menus, views, viewsWelcome]);
    const conditions = [...entries.matchAll(/"when":"([^"]*)"/g)].map(([, condition]) => condition).join(" ");
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

  it("names files that are there", () => {
    const named = [
      manifest.icon,
      viewsContainers.activitybar[0].icon,
      ...grammars.map(({ path }: { path: string }) => path),
    ];
    for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
  });

  it("ships what it names", () => {
    const { snippets, yamlValidation } = manifest.contributes;
    const named = [
      manifest.main,
      manifest.icon,
      manifest.bin.docket,
      viewsContainers.activitybar[0].icon,
      ...[...grammars, ...snippets].map(({ path }: { path: string }) => path),
      ...yamlValidation.map(({ url }: { url: string }) => url),
    ].map((path: string) => path.replace(/^\.\//, ""));
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
      "workspaceContains:**/docket.yaml",
      "workspaceContains:**/.docket/policy.yaml",
      // a board that was open when the window closed comes back with it
      "onWebviewPanel:docket.board",
    ]);
  });

  it("describes every setting", () => {
    for (const [name, property] of Object.entries<{ markdownDescription?: string }>(
      configuration.properties,
    )) {
      expect(name).toMatch(/^docket\./);
      expect(property.markdownDescription).toMatch(/\.$/);
    }
  });

  it("asks for no older VS Code than its types describe", () => {
    const types = manifest.devDependencies["@types/vscode"];
    expect(manifest.engines.vscode).toBe(`^${types}`);
  });
});

function readSources(): string {
  const names = readdirSync(join(root, "client"), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts"));
  return files.map((file) => readFileSync(join(root, "client", file), "utf8")).join("\n");
}
