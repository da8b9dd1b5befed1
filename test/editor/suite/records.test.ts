/** Filed records open read-only, are restored to the very bytes that were filed, and everything else stays writeable. */
import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from "node:assert";
import { isDeepStrictEqual } from "node:util";
import {
  ConfigurationTarget,
  commands,
  EndOfLine,
  Position,
  Range,
  TabInputTextDiff,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import type { TreeNode } from "../../../client/views/tree-node";
import { closeAll, findActions, isReadOnly, openInFront, readBytes, type, waitForLock } from "./editors";
import {
  activateDocket,
  deleteFile,
  findDiagnostics,
  findRules,
  getRule,
  readText,
  toUri,
  until,
  writeText,
} from "./workspace";

const intact = "docs/product/verification/3.1-dock-reservation-verification.md";
const amended = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const tidied = "docs/product/phase_gates/3.1-dock-reservation-phase-gate.md";
const ordinary = "docs/specs/tariff_rules.md";
const rule = "record/filed-record-edited";

/** What the history of the example has of the amended record. */
const promise = "known faults, every month";
const amendment = "known faults, every quarter";

describe("a filed record", () => {
  afterEach(closeAll);

  it("opens read-only, and every other document stays as it was", async () => {
    const record = await openInFront(intact);
    const before = record.document.getText();
    await waitForLock();
    strictEqual(await isReadOnly(), true);
    await type("x");
    strictEqual(record.document.getText(), before);
    strictEqual(record.document.isDirty, false);

    const other = await openInFront(ordinary);
    const text = other.document.getText();
    await type("x");
    strictEqual(other.document.getText(), `x${text}`);
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("is unlocked knowingly, and locked again", async () => {
    const { document } = await openInFront(intact);
    const before = document.getText();
    await waitForLock();
    await commands.executeCommand("docket.unlockRecord", { confirmed: true });
    await type("x");
    strictEqual(document.getText(), `x${before}`);
    await commands.executeCommand("workbench.action.files.revert");
    await openInFront(ordinary);
    await openInFront(intact);
    strictEqual(await isReadOnly(), false, "it stays unlocked in this window");
    await commands.executeCommand("docket.lockRecord");
    strictEqual(await isReadOnly(), true);
  });

  it("says where it was changed, and is restored by the quick fix", async () => {
    const bytes = await readBytes(intact);
    const { document } = await openInFront(intact);
    await waitForLock();
    await commands.executeCommand("docket.unlockRecord", { confirmed: true });
    const line = document.getText().split("\n").indexOf("- **Severity:** High");
    await commands.executeCommand("cursorTop");
    const editor = window.activeTextEditor;
    ok(editor);
    await editor.edit((edit) => edit.replace(new Range(line, 14, line, 18), "Low"));
    const [finding] = await until(
      "the change is found",
      () => findDiagnostics(intact).filter((each) => getRule(each) === rule),
      (found) => found.length === 1,
    );
    ok(finding);
    strictEqual(finding.range.start.line, line);
    strictEqual(finding.range.end.line, line);
    ok(finding.range.contains(new Position(line, 15)));
    await document.save();
    notStrictEqual((await readBytes(intact)).compare(bytes), 0);
    const [action] = await findActions(document, finding, /restore this/i);
    ok(action?.edit);
    ok(await workspace.applyEdit(action.edit));
    await document.save();
    strictEqual((await readBytes(intact)).compare(bytes), 0);
    await until(
      "nothing is found",
      () => findRules(intact),
      (rules) => !rules.includes(rule),
    );
    await commands.executeCommand("docket.lockRecord");
  });

  it("does not lock what its author has not saved", async () => {
    const { document } = await openInFront(intact);
    await waitForLock();
    await commands.executeCommand("docket.unlockRecord", { confirmed: true });
    await type("x");
    await commands.executeCommand("docket.lockRecord");
    strictEqual(await isReadOnly(), false);
    ok(document.isDirty);
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("docket.lockRecord");
    strictEqual(await isReadOnly(), true);
  });
});

describe("the tree Records", () => {
  it("shows each record with its verdict, what was amended first", async () => {
    // what the tests before wrote and took back may still be read
    const expected = ["amended in 1 commit", "filed 2026-02-11", "filed 2026-02-10", "filed 2026-02-10"];
    const rows = await findRows((found) => isDeepStrictEqual(descriptionsOf(found), expected));
    const [first] = rows;
    match(first?.label ?? "", /^3\.1 Lessons Learnt$/);
    match(first?.children()[0]?.description ?? "", /^Operations Lead · 2026-02-18 · [0-9a-f]{7}$/);
    const allowed = rows.find(({ id }) => id.endsWith(tidied));
    match(allowed?.children()[0]?.description ?? "", /· allowed: whitespace$/);
  });

  it("opens a record that was amended beside what was filed", async () => {
    const [first] = await findRows((found) => found[0]?.description === "amended in 1 commit");
    await commands.executeCommand(first?.command ?? "", first);
    const input = await until(
      "they are compared",
      () => window.tabGroups.activeTabGroup.activeTab?.input,
      (shown) => shown instanceof TabInputTextDiff,
    );
    ok(input instanceof TabInputTextDiff);
    strictEqual(`${input.modified}`, `${toUri(amended)}`);
    const filed = (await workspace.openTextDocument(input.original)).getText();
    ok(filed.includes(promise));
    strictEqual(filed.replace(promise, amendment), await readText(amended));
    match(
      window.tabGroups.activeTabGroup.activeTab?.label ?? "",
      /^3\.1-dock-reservation-lessons\.md \(as filed 2026-02-13 ↔ now\)$/,
    );
    await closeAll();
  });

  for (const place of ["shut", "open", "locked"] as const) {
    it(`brings back the bytes of a record that is ${place}`, async () => {
      const bytes = await readBytes(amended);
      const filed = Buffer.from(bytes.toString().replace(amendment, promise));
      if (place !== "shut") await openInFront(amended);
      if (place === "locked") await waitForLock();
      if (place === "open") {
        await waitForLock();
        await commands.executeCommand("docket.unlockRecord", { confirmed: true });
      }
      const [row] = await findRows((found) => found[0]?.description === "amended in 1 commit");
      try {
        await commands.executeCommand("docket.restoreRecord", { ...row, confirmed: true });
        strictEqual((await readBytes(amended)).compare(filed), 0);
        if (place !== "shut") {
          strictEqual(window.activeTextEditor?.document.getText(), filed.toString());
          strictEqual(await isReadOnly(), place === "locked");
        }
      } finally {
        if (place === "open") await commands.executeCommand("docket.lockRecord");
        await closeAll();
        await workspace.fs.writeFile(toUri(amended), bytes);
      }
    });
  }

  it("brings back line endings, and blanks that saving would take away", async () => {
    const bytes = await readBytes(tidied);
    const filed = Buffer.from(bytes.toString().replace("| 2026-02-10 |\n\n", "| 2026-02-10 |  \n\n"));
    notStrictEqual(filed.compare(bytes), 0);
    const settings = workspace.getConfiguration("files", toUri(tidied));
    await settings.update("trimTrailingWhitespace", true, ConfigurationTarget.Workspace);
    await openInFront(tidied);
    await waitForLock();
    try {
      await workspace.fs.writeFile(toUri(tidied), Buffer.from(bytes.toString().replaceAll("\n", "\r\n")));
      await until(
        "the editor has it",
        () => window.activeTextEditor?.document.eol,
        (ending) => ending === EndOfLine.CRLF,
      );
      await commands.executeCommand("docket.restoreRecord", { uri: `${toUri(tidied)}`, confirmed: true });
      strictEqual((await readBytes(tidied)).compare(filed), 0);
      const document = window.activeTextEditor?.document;
      deepStrictEqual([document?.isDirty, document?.eol], [false, EndOfLine.LF]);
      strictEqual(document?.getText(), filed.toString());
      strictEqual(await isReadOnly(), true);
    } finally {
      await settings.update("trimTrailingWhitespace", undefined, ConfigurationTarget.Workspace);
      await closeAll();
      await workspace.fs.writeFile(toUri(tidied), bytes);
      await deleteFile(".vscode/settings.json");
    }
  });

  it("shows a record that was deleted, and brings it back", async () => {
    const bytes = await readBytes(intact);
    await deleteFile(intact);
    try {
      const [row] = (
        await findRows((found) => found.some(({ description }) => description === "deleted"))
      ).filter(({ description }) => description === "deleted");
      ok(row);
      strictEqual(row.target, undefined);
      await commands.executeCommand("docket.restoreRecord", row);
      strictEqual((await readBytes(intact)).compare(bytes), 0);
    } finally {
      await workspace.fs.writeFile(toUri(intact), bytes);
    }
    await findRows((found) => found.every(({ description }) => description !== "deleted"));
  });
});

describe("Create Successor", () => {
  it("writes a document that names the record, and leaves what is frozen alone", async () => {
    const bytes = await readBytes(amended);
    await commands.executeCommand("docket.createSuccessor", { uri: `${toUri(amended)}` });
    const document = window.activeTextEditor?.document;
    ok(document);
    const path = workspace.asRelativePath(document.uri);
    try {
      notStrictEqual(path, amended);
      await waitUntilSaved(document);
      ok((await readText(path)).includes("3.1-dock-reservation-lessons.md"));
      match(document.getText(window.activeTextEditor?.selection), /^\{.+\}$/);
      strictEqual((await readBytes(amended)).compare(bytes), 0);
      await commands.executeCommand("docket.createSuccessor", { uri: `${toUri(amended)}` });
      strictEqual(await readText(path), document.getText());
    } finally {
      await deleteFile(path);
    }
  });
});

describe("File This Record", () => {
  const path = "docs/product/phase_gates/9.9-bell-phase-gate.md";
  const text = [
    "# Phase Gate Document — 9.9 Bell",
    "",
    "**Owner:** PMO Lead",
    "**Class:** Delivery Record (Class 7)",
    "**Status:** Active",
    "**Feature:** 9.9 — Bell",
    "**Version:** v1.0",
    "**Date Filed:** —",
    "",
    "---",
    "",
    "## Feature Summary",
    "",
    "Bicycles ring.",
    "",
  ].join("\n");

  it("changes nothing while a gate is pending", async () => {
    const pending = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";
    const bytes = await readBytes(pending);
    const { document } = await openInFront(pending);
    await commands.executeCommand("docket.fileRecord", { confirmed: true });
    strictEqual(document.isDirty, false);
    strictEqual((await readBytes(pending)).compare(bytes), 0);
    await closeAll();
  });

  it("sets state and date, saves, and lets its author go on until it is opened again", async () => {
    await writeText(path, text);
    try {
      const { document } = await openInFront(path);
      await until(
        "it has no blocking finding",
        () => findDiagnostics(path).filter(({ severity }) => severity === 0).length,
        (count) => count === 0,
      );
      await commands.executeCommand("docket.fileRecord", { confirmed: true });
      match(await readText(path), /^\*\*Status:\*\* Filed$/m);
      match(await readText(path), /^\*\*Date Filed:\*\* \d{4}-\d\d-\d\d$/m);
      await waitUntilSaved(document);
      strictEqual(await isReadOnly(), false);
    } finally {
      await closeAll();
      await deleteFile(path);
    }
  });
});

/** VS Code tells it in its own time. */
async function waitUntilSaved(document: TextDocument): Promise<void> {
  await until(
    "it is saved",
    () => document.isDirty,
    (dirty) => !dirty,
  );
}

function descriptionsOf(rows: readonly TreeNode[]): readonly unknown[] {
  return rows.map(({ description }) => description);
}

async function findRows(isRight: (rows: readonly TreeNode[]) => boolean): Promise<readonly TreeNode[]> {
  const { trees } = await activateDocket();
  return await until("the tree has it", () => trees.records.getChildren(), isRight);
}
