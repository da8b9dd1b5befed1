/** Completion, hover and definition as the editor asks for them. */
import { ok, strictEqual } from "node:assert";
import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  type Location,
  MarkdownString,
  Position,
  Selection,
  window,
  workspace,
} from "vscode";
import { closeAll, openInFront } from "./editors";
import { findSettledRules, toUri, until } from "./workspace";

const spec = "docs/specs/tariff_rules.md";
const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

/** Right behind the first place of `words`. */
function behind(text: string, words: string): Position {
  const at = text.indexOf(words) + words.length;
  const lines = text.slice(0, at).split("\n");
  return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

async function complete(path: string, words: string): Promise<readonly string[]> {
  const { document } = await openInFront(path);
  const list = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    toUri(path),
    behind(document.getText(), words),
  );
  return list.items.map(labelOf);
}

/** What is offered behind `words` at the end of the document, which is then as it was; `label` is among it, or nothing is. */
function labelOf({ label }: CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

async function completeIn(words: string, path: string, label?: string): Promise<CompletionList> {
  const editor = await openInFront(path);
  const { document } = editor;
  await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, words));
  const list = await until(
    `${label ?? "an answer"} behind ${words}`,
    () =>
      commands.executeCommand<CompletionList>(
        "vscode.executeCompletionItemProvider",
        toUri(path),
        document.lineAt(document.lineCount - 1).range.end,
      ),
    ({ items }) => label === undefined || items.some((item) => labelOf(item) === label),
  );
  await commands.executeCommand("workbench.action.files.revert");
  return list;
}

describe("authoring", () => {
  before(findSettledRules);
  afterEach(closeAll);

  it("completes states, owners and what an action can wait for", async () => {
    const states = await complete(spec, "**Status:** ");
    ok(states.includes("Canonical"), states.join());
    const owners = await complete(spec, "**Owner:** ");
    ok(owners.includes("QA Lead"), owners.join());
    const ids = await complete(gates, "⛔ Blocked | A2 + A3 + A5 + ");
    ok(ids.includes("A7"), ids.join());
  });

  it("completes one of each kind, each with an explanation", async () => {
    const kinds: readonly (readonly [path: string, behind: string, label: string])[] = [
      [spec, "**Version:** ", "2.0"],
      [spec, "**Last Updated:** ", new Date().toISOString().slice(0, 10)],
      [gates, "**Class:** ", "Delivery Record (Class 7)"],
      [gates, "**Owner:** ", "PMO Lead"],
      ["docket.yaml", "extends: ", "delivery"],
    ];
    for (const [path, words, label] of kinds)
      ok((await complete(path, words)).includes(label), `${path}: ${label}`);
    const list = await completeIn("\nrules:\n  header/mis", "docket.yaml", "header/missing-field");
    const rule = list.items.find((item) => labelOf(item) === "header/missing-field");
    ok(rule?.documentation instanceof MarkdownString, "a rule is explained");
    await completeIn("\n\nSee `docs/specs/", spec, "docs/specs/trip_lifecycle.md");
    await completeIn("\n\nAt Gate ", gates, "R");
    await completeIn("\n\n<!-- docket-disable-next-line header/", spec, "header/date-format");
    const prose = await completeIn("\n\nBoats lie ", spec);
    ok(
      !prose.items.some(({ documentation }) => documentation instanceof MarkdownString),
      "prose is left alone",
    );
  });

  it("writes a key of a policy where it belongs", async () => {
    const editor = await openInFront("docket.yaml");
    const before = editor.document.getText();
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, "\nclasses:\n  runbook:\n    stat"));
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new Selection(last, last);
    await until(
      "the key is offered and chosen",
      async () => {
        await commands.executeCommand("editor.action.triggerSuggest");
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.getText();
      },
      (text) => / {4}states:\r?\n {6}$/.test(text),
    );
    await commands.executeCommand("workbench.action.files.revert");
    strictEqual(editor.document.getText(), before);
  });

  it("writes a chosen state into the document", async () => {
    const editor = await openInFront(spec);
    const before = editor.document.getText();
    const end = behind(before, "**Status:** Canonical");
    editor.selection = new Selection(end, end);
    await until(
      "another state is offered and chosen",
      async () => {
        await commands.executeCommand("editor.action.triggerSuggest");
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await commands.executeCommand("selectNextSuggestion");
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.getText();
      },
      (text) => /^\*\*Status:\*\* (?!Canonical)\w+\r?$/m.test(text),
    );
    await commands.executeCommand("workbench.action.files.revert");
    strictEqual(editor.document.getText(), before);
  });

  it("tells of an owner, and leads to its charter", async () => {
    const { document } = await openInFront(spec);
    const place = behind(document.getText(), "**Owner:** ");
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", toUri(spec), place);
    const told = hovers.flatMap(({ contents }) =>
      contents.map((each) => (each instanceof MarkdownString ? each.value : "")),
    );
    ok(
      told.some((text) => text.includes("Reports to: ")),
      told.join("\n"),
    );
    const [charter] = await commands.executeCommand<Location[]>(
      "vscode.executeDefinitionProvider",
      toUri(spec),
      place,
    );
    ok(charter);
    ok(workspace.asRelativePath(charter.uri).startsWith("docs/team_skills/"));
    await commands.executeCommand("vscode.open", charter.uri);
    ok(window.activeTextEditor);
  });
});
