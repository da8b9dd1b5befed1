/** The grammar, with the Markdown grammar of the VS Code that is installed for tests; inside VS Code, it is always run. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { grammarCases, grammarSamples } from "./grammar-cases";
import { openTokenizer } from "./tokenize";

const root = resolve(import.meta.dirname, "..", "..");
const samples = join(import.meta.dirname, "grammar");
const extensions = "test/editor/vscode/node_modules/code-server/lib/vscode/extensions";
const markdown = join(root, extensions, "markdown-basics", "syntaxes", "markdown.tmLanguage.json");

describe.skipIf(!existsSync(markdown))("the injected grammar", async () => {
  const { paint, findScopes, draw } = existsSync(markdown)
    ? await openTokenizer(root, markdown)
    : { paint: () => [], findScopes: () => undefined, draw: () => "" };

  for (const { name, text, painted } of grammarCases) {
    it(name, () => expect(paint(text)).toEqual(painted));
  }

  for (const sample of grammarSamples) {
    it(`paints ${sample}.md as ${sample}.painted.txt shows`, async () => {
      const text = readFileSync(join(samples, `${sample}.md`), "utf8");
      await expect(draw(text)).toMatchFileSnapshot(join(samples, `${sample}.painted.txt`));
    });
  }

  it("leaves the title what it was, and keys bold", () => {
    const text = "# Refunds\n\n**Owner:** Pay Lead\n";
    expect(findScopes(text, "Refunds")).toContain("entity.name.section.markdown");
    expect(findScopes(text, "Owner")).toContain("markup.bold.markdown");
  });

  it("leaves what follows the header to Markdown", () => {
    const text = "# Refunds\n\n**Owner:** Pay Lead\n\nSome *emphasis*.\n\n## More\n";
    expect(findScopes(text, "emphasis")).toContain("markup.italic.markdown");
    expect(findScopes(text, "More")).toContain("heading.2.markdown");
  });

  it("knows every field of the built-in profile without bold", () => {
    for (const field of readFieldNames()) {
      expect(paint(`# Title\n\n${field}: …\n`), field).toEqual([`key ${field}`]);
    }
  });

  it("knows every status of the built-in profile in a table, and every key in a fence", () => {
    const { actionStatuses, gateKeys, statusKeys } = readProfile().process;
    for (const status of Object.values(actionStatuses).flat()) {
      const table = `${GOVERNED}| Action | Status |\n|---|---|\n| ${status} words | ⬜ ${status} |\n`;
      expect(paint(table), status).toEqual(["key Owner", `status ${status}`]);
    }
    for (const key of [gateKeys, statusKeys].flatMap((keys) => Object.values(keys)).flat()) {
      const fence = `${GOVERNED}\`\`\`\nGate 1.1 — Named\n  ${key}: x\n\`\`\`\n`;
      expect(paint(fence), key).toEqual(["key Owner", "gate Gate 1.1", `key ${key}`]);
    }
  });

  it.each([
    "**Owner:** Pilot",
    "Status: Draft",
    "- **Class:** 1",
    "> **Owner**: Pilot",
    "| Owner | Pilot |\n|---|---|",
  ])("takes a document with the header %s for a governed one", (header) =>
    expect(paint(`# Title\n\n${header}\n\n## Part\n\nBLG-TECH-02\n`)).toContain("id BLG-TECH-02"),
  );

  it("takes a header above the title for one, too", () => {
    expect(paint("**Status:** Draft\n**Owner:** Pilot\n\n# Title\n\nBLG-TECH-02\n")).toContain(
      "id BLG-TECH-02",
    );
  });

  it("leaves fences of other languages, comments and code in a governed document to Markdown", () => {
    const others = "```sh\necho DEF-004\n```\n\n<!-- DEF-004 -->\n\n    DEF-004\n";
    expect(paint(GOVERNED + others)).toEqual(["key Owner"]);
    for (const piece of ["echo DEF-004", " DEF-004 ", "DEF-004"]) {
      const scopes = findScopes(GOVERNED + others, piece)?.filter((scope) => !scope.endsWith(".docket"));
      expect(scopes, piece).toEqual(findScopes(others, piece));
    }
  });
});

const GOVERNED = "# Title\n\n**Owner:** Pilot\n\n---\n\n";

function readProfile(): Profile {
  return parse(readFileSync(join(root, "server/policy/profiles/delivery/profile.yaml"), "utf8"));
}

function readFieldNames(): readonly string[] {
  const profile = readProfile();
  const classes = Object.values(profile.classes).flatMap((entry) => [
    entry,
    ...Object.values(entry.kinds ?? {}),
  ]);
  const fields = [profile, ...classes].flatMap((entry) => Object.entries(entry.fields ?? {}));
  return [...new Set(fields.flatMap(([name, field]) => [name, ...(field?.aliases ?? [])]))];
}

interface Entry {
  readonly fields?: Readonly<Record<string, { readonly aliases?: readonly string[] } | null>>;
  readonly kinds?: Readonly<Record<string, Entry>>;
}

type Words = Readonly<Record<string, readonly string[]>>;

interface Profile extends Entry {
  readonly classes: Readonly<Record<string, Entry>>;
  readonly process: { readonly actionStatuses: Words; readonly gateKeys: Words; readonly statusKeys: Words };
}
