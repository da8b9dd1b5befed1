/** Colours a text with a grammar of VS Code and Docket's injections into it, the way VS Code does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

/** What Docket's grammars paint, by the part of the scope that tells the kinds apart. */
const kinds: Readonly<Record<string, string>> = {
  "variable.other.property.key.docket": "key",
  "constant.language.state.docket": "state",
  "entity.name.type.class.docket": "class",
  "constant.numeric.version.docket": "version",
  "constant.numeric.date.docket": "date",
  "variable.parameter.placeholder.docket": "placeholder",
  "variable.other.constant.id.docket": "id",
  "variable.other.constant.gate.docket": "gate",
  "constant.language.status.docket": "status",
  "constant.language.verdict.docket": "verdict",
};

export interface Tokenizer {
  /** `key Owner`, `state Active`…: what is painted, in the order of the text. */
  readonly paint: (text: string) => readonly string[];
  /** All scopes of the first piece of the text that is exactly `piece`. */
  readonly findScopes: (text: string, piece: string) => readonly string[] | undefined;
  /** The lines, each with marks below it under what is painted: `^^^^^ key`. */
  readonly draw: (text: string) => string;
}

/** `root` is the repository's folder, `markdownGrammar` a file of VS Code's extension markdown-basics. */
export async function openTokenizer(root: string, markdownGrammar: string): Promise<Tokenizer> {
  const wasm = readFileSync(join(root, "node_modules", "vscode-oniguruma", "release", "onig.wasm"));
  await loadWASM(new Uint8Array(wasm));
  const { contributes } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const injections: readonly { scopeName: string; path: string; injectTo: readonly string[] }[] =
    contributes.grammars;
  const files = new Map([
    ["text.html.markdown", markdownGrammar],
    ...injections.map(({ scopeName, path }) => [scopeName, join(root, path)] as const),
  ]);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scope) =>
      injections.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  if (grammar === null) throw new Error(`${markdownGrammar} is no grammar.`);

  const tokenize = (text: string) => {
    let state = INITIAL;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      // the last token ends behind the line's ending, which is not part of it here
      const pieces = tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        start: startIndex,
        kind: scopes.map((scope) => kinds[scope]).findLast((found) => found !== undefined),
        scopes,
      }));
      return { line, pieces };
    });
  };
  const piecesOf = (text: string) => tokenize(text).flatMap(({ pieces }) => pieces);
  return {
    paint: (text) =>
      piecesOf(text).flatMap((piece) => (piece.kind === undefined ? [] : [`${piece.kind} ${piece.text}`])),
    findScopes: (text, piece) => piecesOf(text).find((each) => each.text === piece)?.scopes,
    draw: (text) =>
      tokenize(text)
        .flatMap(({ line, pieces }) => [
          line,
          ...pieces.flatMap(({ start, text: { length }, kind }) =>
            kind === undefined ? [] : [`${" ".repeat(start)}${"^".repeat(length)} ${kind}`],
          ),
        ])
        .join("\n"),
  };
}
