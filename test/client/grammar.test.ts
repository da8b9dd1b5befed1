/** The grammar, with the Markdown grammar of the VS Code that is installed for tests; inside VS Code, it is always run. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { grammarCases } from "./grammar-cases";
import { openTokenizer } from "./tokenize";

const root = resolve(import.meta.dirname, "..", "..");
const extensions = "test/editor/vscode/node_modules/code-server/lib/vscode/extensions";
const markdown = join(root, extensions, "markdown-basics", "syntaxes", "markdown.tmLanguage.json");

describe.skipIf(!existsSync(markdown))("the injected grammar", async () => {
  const { paint, findScopes } = existsSync(markdown)
    ? await openTokenizer(root, markdown)
    : { paint: () => [], findScopes: () => undefined };

  for (const { name, text, painted } of grammarCases) {
    it(name, () => expect(paint(text)).toEqual(painted));
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
});

function readFieldNames(): readonly string[] {
  const profile = parse(readFileSync(join(root, "server/policy/profiles/delivery/profile.yaml"), "utf8"));
  const classes = Object.values<Entry>(profile.classes).flatMap((entry) => [
    entry,
    ...Object.values(entry.kinds ?? {}),
  ]);
  const fields = [profile as Entry, ...classes].flatMap((entry) => Object.entries(entry.fields ?? {}));
  return [...new Set(fields.flatMap(([name, field]) => [name, ...(field?.aliases ?? [])]))];
}

interface Entry {
  readonly fields?: Readonly<Record<string, { readonly aliases?: readonly string[] } | null>>;
  readonly kinds?: Readonly<Record<string, Entry>>;
}
