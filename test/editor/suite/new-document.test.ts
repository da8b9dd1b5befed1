/** New documents from templates, the workspace's own included: nothing is found fault with but their placeholders. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, Range, type TextEditor, WorkspaceEdit, window, workspace } from "vscode";
import {
  activateDocket,
  deleteFile,
  findDiagnostics,
  findRules,
  readText,
  toUri,
  until,
  writeText,
} from "./workspace";

const SPIKE = `---
title: Spike report
class: planning-document
kind: decisions-record
variables:
  stage: { choices: [Early, Late] }
---
# Spike — {id} {title}

**Owner:** Product Owner
**Class:** Planning Document (Class 4)
**Status:** Draft
**Last Updated:** {today}
**Feature:** {id} — {title}

> **Standing notice:** This document records intent only; all detail in it is indicative.

Stage: {stage}. {what was tried}
`;

function editorOf(path: string): Promise<TextEditor | undefined> {
  return until(
    `${path} is open at a placeholder`,
    () => window.activeTextEditor,
    (active) =>
      active?.document.uri.path.endsWith(path) === true &&
      /^\{.+\}$/.test(active.document.getText(active.selection)),
  );
}

const othersThanPlaceholders = (path: string) =>
  findDiagnostics(path).filter(({ message }) => !message.includes(" is a placeholder."));

async function makeSpike(path: string): Promise<void> {
  const answers = { id: "3.8", title: "Winter tyres", slug: "winter-tyres", stage: "Late" };
  await commands.executeCommand("docket.newDocument", { template: "spike", ...answers });
  try {
    const editor = await editorOf(path);
    match(
      editor?.document.getText() ?? "",
      /^# Spike — 3\.8 Winter tyres\n[\s\S]*\nStage: Late\. \{what was tried\}\n$/,
    );
    await editor?.document.save();
    await until(
      "nothing is found fault with",
      () => othersThanPlaceholders(path),
      (found) => found.length === 0,
    );
  } finally {
    await deleteFile(path);
  }
}

describe("a document from a template", () => {
  before(activateDocket);

  for (const [template, answers, path] of [
    [
      "phase-gate",
      { id: "3.8", title: "Winter tyres", slug: "winter-tyres" },
      "docs/product/phase_gates/3.8-winter-tyres-phase-gate.md",
    ],
    [
      "supporting",
      { title: "Tyres at a glance", source: "", owner: "", slug: "tyres-at-a-glance" },
      "docs/reference/tyres-at-a-glance.md",
    ],
  ] as const)
    it(`${template} has no finding but its placeholders, and goes on to the next of them`, async () => {
      await commands.executeCommand("docket.newDocument", { template, ...answers });
      try {
        const editor = await editorOf(path);
        ok(editor);
        // what is on the disk is the document already, whatever becomes of the editor
        strictEqual(await readText(path), editor.document.getText());
        await editor.document.save();
        const first = editor.selection;
        await commands.executeCommand("jumpToNextSnippetPlaceholder");
        ok(editor.selection.start.isAfter(first.start), "the next placeholder is selected");
        await until(
          "only placeholders are found fault with",
          () => othersThanPlaceholders(path),
          (found) => found.length === 0,
        );
        if (template === "supporting") {
          const rules = await until(
            "its placeholders are found",
            () => findRules(path),
            (found) => found.length > 0,
          );
          deepStrictEqual(rules, ["header/placeholder-value"]);
        }
      } finally {
        await deleteFile(path);
      }
    });

  it("of the workspace is offered as soon as it is there, and its mistakes are found in it", async () => {
    const template = ".docket/templates/spike.md";
    const path = "docs/product/decisions/3.8-winter-tyres.md";
    await writeText(template, SPIKE.replace("kind: decisions-record", "kind: decision-record"));
    try {
      const [mistake] = await until(
        "its mistake is found",
        () => findDiagnostics(template),
        (found) => found.length === 1,
      );
      match(mistake?.message ?? "", /`decision-record` is no kind.*Did you mean `decisions-record`\?/);
      // in an editor: VS Code may not yet watch a folder that has just been made
      const document = await workspace.openTextDocument(toUri(template));
      const range = mistake?.range ?? new Range(0, 0, 0, 0);
      strictEqual(document.getText(range), "decision-record");
      const mend = new WorkspaceEdit();
      mend.replace(document.uri, range, "decisions-record");
      ok(await workspace.applyEdit(mend));
      ok(await document.save());
      await until(
        "it is right",
        () => findDiagnostics(template),
        (found) => found.length === 0,
      );
      await makeSpike(path);
    } finally {
      await deleteFile(template);
    }
  });
});
