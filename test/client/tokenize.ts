/** Colours Markdown with a Markdown grammar and Docket's injection into it, the way VS Code does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const injection = "markdown.docket.header";

/** What Docket's grammar paints, by the part of the scope that tells the kinds apart. */
const kinds: Readonly<Record<string, string>> = {
  "variable.other.property.key.docket": "key",
  "constant.language.state.docket": "state",
  "entity.name.type.class.docket": "class",
  "constant.numeric.version.docket": "version",
  "constant.numeric.date.docket": "date",
  "variable.parameter.placeholder.docket": "placeholder",
};

export interface Tokenizer {
  /** `key Owner`, `state Active`…: what is painted, in the order of the text. */
  readonly paint: (markdown: string) => readonly string[];
  /** All scopes of the first piece of the text that is exactly `piece`. */
  readonly findScopes: (markdown: string, piece: string) => readonly string[] | undefined;
}

/** `root` is the repository's folder, `markdownGrammar` a file of VS Code's extension markdown-basics. */
export async function openTokenizer(root: string, markdownGrammar: string): Promise<Tokenizer> {
  const wasm = readFileSync(join(root, "node_modules", "vscode-oniguruma", "release", "onig.wasm"));
  await loadWASM(new Uint8Array(wasm));
  const files = new Map([
    ["text.html.markdown", markdownGrammar],
    [injection, join(root, "syntaxes", "docket.injection.tmLanguage.json")],
  ]);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scope) => (scope === "text.html.markdown" ? [injection] : undefined),
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  if (grammar === null) throw new Error(`${markdownGrammar} is no grammar.`);

  const tokenize = (markdown: string) => {
    let state = INITIAL;
    return markdown.split("\n").flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      }));
    });
  };
  return {
    paint: (markdown) =>
      tokenize(markdown).flatMap(({ text, scopes }) => {
        const kind = scopes.map((scope) => kinds[scope]).findLast((found) => found !== undefined);
        return kind === undefined ? [] : [`${kind} ${text}`];
      }),
    findScopes: (markdown, piece) => tokenize(markdown).find(({ text }) => text === piece)?.scopes,
  };
}
