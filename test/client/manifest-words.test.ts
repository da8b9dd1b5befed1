/** What VS Code shows of the manifest: in plain words, translatable, and in order. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "..");
const texts: Readonly<Record<string, string>> = readJson("package.nls.json");
const manifest = readJson("package.json");
const { commands, configuration, views, viewsWelcome, walkthroughs } = manifest.contributes;

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface Setting {
  readonly markdownDescription: string;
  readonly scope: string;
  readonly order: number;
  readonly default: unknown;
}

/** Properties that VS Code shows. */
const SHOWN =
  /^(?:title|shortTitle|description|markdownDescription|name|contents|altText|enumDescriptions|markdownEnumDescriptions)$/;
/** A name is the same in all languages. */
const NAMES = ["Docket"];

describe("the words of the manifest", () => {
  it("are all in package.nls.json, and nothing else is", () => {
    const shown = [
      manifest.description,
      ...listShown(manifest.contributes),
      ...listShown(manifest.capabilities),
    ];
    const keys = shown.filter((text) => !NAMES.includes(text));
    expect(keys.filter((text) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
    expect([...new Set(keys.map((key) => key.slice(1, -1)))].toSorted()).toEqual(
      Object.keys(texts).toSorted(),
    );
  });

  it("name commands in title case, in one category", () => {
    const small = /^(?:a|and|as|by|from|in|of|or|since|this|to|the|with)$/i;
    for (const { command, title, category } of commands as readonly Command[]) {
      expect(category, command).toBe("Docket");
      const words = read(title).replace("…", "").split(/[ -]/);
      expect(
        words.filter((word) => !small.test(word) && !/^[\p{Lu}✓]/u.test(word)),
        command,
      ).toEqual([]);
    }
  });

  it("lead to commands that are there", () => {
    const own = new Set((commands as readonly Command[]).map(({ command }) => command));
    const linked = Object.values(texts).flatMap((text) => [...text.matchAll(/\(command:(docket\.\w+)\)/g)]);
    expect(linked.length).toBeGreaterThan(5);
    for (const [, command = ""] of linked) expect(own.has(command), command).toBe(true);
  });

  it("say of each empty view what it is for", () => {
    for (const { id } of Object.values<readonly { id: string }[]>(views).flat())
      expect(
        viewsWelcome.some(({ view }: { view: string }) => view === id),
        id,
      ).toBe(true);
  });

  it("describe every picture of the walkthrough in a sentence", () => {
    for (const { steps } of walkthroughs)
      for (const { media } of steps) expect(read(media.altText)).toMatch(/^\p{Lu}.{20,}\.$/u);
  });
});

describe("the settings", () => {
  const settings = Object.entries<Setting>(configuration.properties);

  it("are described in sentences, in an order, with a scope and a default", () => {
    for (const [name, { markdownDescription, scope, default: value }] of settings) {
      expect(name).toMatch(/^docket\./);
      expect(read(markdownDescription), name).toMatch(/^\p{Lu}.*\.$/su);
      expect(["window", "resource"], name).toContain(scope);
      expect(value, name).not.toBe(undefined);
    }
    const orders = settings.map(([, { order }]) => order);
    expect(orders).toEqual([...new Set(orders)].toSorted((a, b) => a - b));
  });

  it("are exactly those that the code reads", () => {
    const [code, server] = ["client", "server/lsp"].map(readAll) as [string, string];
    const whole = [
      ...code.matchAll(/getConfiguration\(\)\s*\.(?:get|update)(?:<[^>]*>)?\(\s*("[\w.]+"|\w+)/g),
    ];
    const constant = (name: string) => new RegExp(`const ${name} = "([\\w.]+)"`).exec(code)?.[1] ?? name;
    const used = [
      ...whole.map(([, name = ""]) => (name.startsWith('"') ? name.slice(1, -1) : constant(name))),
      ...[
        ...code.matchAll(/getConfiguration\("docket"\)\s*\.(?:get|update)(?:<[^>]*>)?\(\s*"([\w.]+)"/g),
      ].map(([, name]) => `docket.${name}`),
      ...[...server.matchAll(/isSet\(settings\.docket, "(\w+)"\)/g)].map(([, name]) => `docket.${name}`),
      // the library that talks to the server reads this one for a client of this id
      ...(code.includes('new LanguageClient("docket"') ? ["docket.trace.server"] : []),
    ];
    expect([...new Set(used)].toSorted()).toEqual(settings.map(([name]) => name).toSorted());
  });
});

/** The TypeScript below a folder. */
function readAll(folder: string): string {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts"));
  return files.map((name) => readFileSync(join(root, folder, name), "utf8")).join("\n");
}

/** A text of the manifest as an English window shows it. */
function read(text: string): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  return key === undefined ? text : (texts[key] ?? "");
}

function listShown(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    SHOWN.test(key) ? [each].flat().filter((text) => typeof text === "string") : listShown(each),
  );
}

function readJson(path: string) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
