/** The injected grammar, with the Markdown grammar of this very VS Code. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extensions } from "vscode";
import { grammarCases, grammarSamples } from "../../client/grammar-cases";
import type { Tokenizer } from "../../client/tokenize";
import { openTokenizer } from "../../client/tokenize";

describe("the injected grammar", () => {
  let tokenizer: Tokenizer;
  let samples = "";

  before(async () => {
    const markdown = extensions.getExtension("vscode.markdown");
    const docket = extensions.getExtension("docket.docket");
    ok(markdown, "VS Code has no Markdown grammar");
    ok(docket, "docket.docket is not installed");
    const grammar = join(markdown.extensionPath, "syntaxes", "markdown.tmLanguage.json");
    samples = join(docket.extensionPath, "test", "client", "grammar");
    tokenizer = await openTokenizer(docket.extensionPath, grammar);
  });

  for (const { name, text, painted } of grammarCases) {
    it(name, () => deepStrictEqual(tokenizer.paint(text), painted));
  }

  for (const sample of grammarSamples) {
    it(`paints ${sample}.md as ${sample}.painted.txt shows`, () => {
      const read = (name: string) => readFileSync(join(samples, name), "utf8");
      strictEqual(tokenizer.draw(read(`${sample}.md`)), read(`${sample}.painted.txt`));
    });
  }
});
