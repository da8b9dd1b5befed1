/** The injected grammar, with the Markdown grammar of this very VS Code. */
import { deepStrictEqual, ok } from "node:assert";
import { join } from "node:path";
import { extensions } from "vscode";
import { grammarCases } from "../../client/grammar-cases";
import type { Tokenizer } from "../../client/tokenize";
import { openTokenizer } from "../../client/tokenize";

describe("the injected grammar", () => {
  let tokenizer: Tokenizer;

  before(async () => {
    const markdown = extensions.getExtension("vscode.markdown");
    const docket = extensions.getExtension("docket.docket");
    ok(markdown, "VS Code has no Markdown grammar");
    ok(docket, "docket.docket is not installed");
    const grammar = join(markdown.extensionPath, "syntaxes", "markdown.tmLanguage.json");
    tokenizer = await openTokenizer(docket.extensionPath, grammar);
  });

  for (const { name, text, painted } of grammarCases) {
    it(name, () => deepStrictEqual(tokenizer.paint(text), painted));
  }
});
