/** Symbols, links, folds, selections, hints and colours as the editor asks for them, beside those of Markdown. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import {
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  MarkdownString,
  type Position,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  workspace,
} from "vscode";
import { closeAll, openInFront } from "./editors";
import { findSettledRules, toUri, until } from "./workspace";

const spec = "docs/specs/tariff_rules.md";
const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";
/** Cites a version of `spec` that is behind. */
const defect = "docs/product/phase_gates/BLG-TECH-07-dock-fault-billing-phase-gate.md";

/** What a provider of any extension answers, once `isRight` says that Docket's answer is among it. */
async function ask<T>(
  command: string,
  isRight: (answer: T) => boolean,
  ...parameters: readonly unknown[]
): Promise<T> {
  const read = async () =>
    (await commands.executeCommand<T | undefined>(`vscode.${command}`, ...parameters)) as T;
  return await until(command, read, (answer) => answer !== undefined && isRight(answer));
}

/** Right behind the first place of `words`. */
async function behind(path: string, words: string): Promise<Position> {
  const { document } = await openInFront(path);
  const at = document.getText().indexOf(words);
  ok(at >= 0, words);
  return document.positionAt(at + words.length);
}

function namesOf(symbols: readonly DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}

describe("outline", () => {
  before(findSettledRules);
  afterEach(closeAll);

  it("lists gates with their items and registers with their actions, and no heading twice", async () => {
    await openInFront(gates);
    const symbols = await ask<DocumentSymbol[]>(
      "executeDocumentSymbolProvider",
      // those of the Markdown extension come as well
      (all) =>
        ["Gate 2 — ", "## Current Status"].every((wanted) =>
          all.some(({ name, children }) => name.startsWith(wanted) || namesOf(children).includes(wanted)),
        ),
      toUri(gates),
    );
    const gate = symbols.find(({ name }) => name.startsWith("Gate 2 — "));
    ok(gate?.children.some(({ name, detail }) => name.startsWith("2.1 — ") && detail === "pending"));
    const names = namesOf(symbols);
    ok(names.some((name) => name.startsWith("A1 Write the section")));
    strictEqual(names.filter((name) => name.endsWith("Current Status")).length, 1, names.join("\n"));
  });

  it("finds actions, decisions and documents by a few of their letters", async () => {
    const find = (query: string, name: string) =>
      ask<SymbolInformation[]>(
        "executeWorkspaceSymbolProvider",
        (all) => all.some((each) => each.name.startsWith(name)),
        query,
      );
    const [action] = (await find("wrtsctngroup", "A1 Write the section")).filter(({ name }) =>
      name.startsWith("A1"),
    );
    ok(action);
    strictEqual(workspace.asRelativePath(action.location.uri), gates);
    const { document } = await openInFront(gates);
    ok(document.lineAt(action.location.range.start.line).text.startsWith("| A1 |"));
    await find("how many bikes", "D1 — How many bikes?");
    await find("dock lock sensor", "Trips that end at a dock with a failed lock sensor");
  });

  it("leads from paths in code spans to documents", async () => {
    await openInFront(spec);
    const links = await ask<DocumentLink[]>(
      "executeLinkProvider",
      (all) => all.some(({ target }) => target?.path.endsWith("3.4-group-rides.md")),
      toUri(spec),
      100,
    );
    ok(links.every(({ target }) => target !== undefined));
  });

  it("folds the header", async () => {
    const { document } = await openInFront(spec);
    const header = document
      .getText()
      .split("\n")
      .findIndex((line) => line.startsWith("**"));
    const folds = await ask<FoldingRange[]>(
      "executeFoldingRangeProvider",
      (all) => all.some(({ start }) => start === header),
      toUri(spec),
    );
    // the Markdown extension's own folds are there, too
    ok(folds.some(({ start }) => document.lineAt(start).text.startsWith("## ")));
  });

  it("grows a selection from a word to the value and its field", async () => {
    const place = await behind(spec, "**Owner:** Ride");
    const [chain] = await ask<SelectionRange[]>(
      "executeSelectionRangeProvider",
      (all) => all.length > 0,
      toUri(spec),
      [place],
    );
    const { document } = await openInFront(spec);
    const texts: string[] = [];
    for (let range = chain; range !== undefined; range = range.parent)
      texts.push(document.getText(range.range));
    ok(texts.includes("Ride Rules Owner"), texts.join("\n---\n"));
    ok(texts.some((text) => text.trim() === "**Owner:** Ride Rules Owner"));
  });

  it("says which cited version is behind once the setting is on, and tells what changed since", async () => {
    const cited = await behind(defect, "tariff_rules.md v1");
    const whole = new Range(0, 0, 1000, 0);
    const hints = () =>
      commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", toUri(defect), whole);
    deepStrictEqual(await hints(), []);
    const settings = workspace.getConfiguration("docket");
    await settings.update("inlayHints", true);
    try {
      const shown = await until("a hint beside the version", hints, (all) => all.length > 0);
      strictEqual(shown[0]?.position.line, cited.line);
      ok(/^→ \d/.test(`${shown[0]?.label}`), JSON.stringify(shown));
    } finally {
      await settings.update("inlayHints", undefined);
    }
    const hovers = await ask<Hover[]>("executeHoverProvider", (all) => all.length > 0, toUri(defect), cited);
    const told = hovers.flatMap(({ contents }) =>
      contents.map((each) => (each instanceof MarkdownString ? each.value : "")),
    );
    ok(
      told.some((text) => text.includes("Changed since")),
      told.join("\n"),
    );
    const [row] = await ask<Location[]>(
      "executeDefinitionProvider",
      (all) => all.length > 0,
      toUri(defect),
      cited,
    );
    ok(row?.uri.path.endsWith("tariff_rules.md"));
  });

  it("colours states, ids and roles", async () => {
    const { document } = await openInFront(spec);
    const legend = await ask<SemanticTokensLegend>(
      "provideDocumentSemanticTokensLegend",
      (each) => each.tokenTypes.length === 3,
      toUri(spec),
    );
    deepStrictEqual(legend.tokenTypes, ["docketState", "docketId", "docketRole"]);
    const { data } = await ask<SemanticTokens>(
      "provideDocumentSemanticTokens",
      (each) => each.data.length > 0,
      toUri(spec),
    );
    const [line = 0, character = 0, length = 0, kind] = data;
    strictEqual(document.getText(new Range(line, character, line, character + length)), "Ride Rules Owner");
    strictEqual(kind, 2);
  });
});
