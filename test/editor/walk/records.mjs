/** The steps of the walk that lead through filed records: the tree, the comparison, the lock, the restoration. */
import { strictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./steps.mjs";

const record = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const date = "2026-02-13";
const promised = "known faults, every month";
/** One that may be filed, and one in which a gate is pending. */
const shipped = "docs/product/phase_gates/9.9-bell-phase-gate.md";
const pending = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";
const shippedText = `# Phase Gate Document — 9.9 Bell

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 9.9 — Bell
**Version:** v1.0
**Date Filed:** —

---

## Feature Summary

Bicycles ring.
`;

export async function walkRecords({ window, workspace, step }) {
  const { page } = window;
  const statusItem = (text) =>
    page.locator(".part.statusbar .statusbar-item").filter({ hasText: text }).first();
  const lens = (text) => page.locator(".codelens-decoration a").filter({ hasText: text }).first();
  const dialogButton = (text) => page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: text });
  const readRecord = () => readFileSync(join(workspace, record), "utf8");
  const filed = readRecord().replace("known faults, every quarter", promised);

  await step("the tree of records shows which one was amended", async () => {
    await window.runCommand("View: Hide Panel");
    await window.runCommand("View: Show Docket");
    await window.widenSideBar(420);
    for (const title of ["Open Actions", "Pending Gates"]) await window.closeView(title);
    const view = await window.openView("Records");
    await view.locator(".monaco-list-row").filter({ hasText: "amended in 1 commit" }).waitFor();
    await view.locator(".monaco-list-row").filter({ hasText: "Operations Lead" }).first().waitFor();
    await window.screenshot("records");
  });

  await step("a record that was amended opens beside what was filed", async () => {
    const view = await window.openView("Records");
    await view.locator(".monaco-list-row").filter({ hasText: "amended in 1 commit" }).click();
    await page
      .locator(".tab.active")
      .filter({ hasText: `as filed ${date} ↔ now` })
      .waitFor();
    await page.locator(".monaco-diff-editor .char-insert").first().waitFor();
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
    await window.screenshot("record-compared");
    const right = page.locator(".monaco-diff-editor .editor.modified .view-lines");
    await right.click();
    await page.keyboard.type("x");
    await page.locator(".monaco-editor-overlaymessage").waitFor();
    await page.keyboard.press("Escape");
    strictEqual(readRecord().includes(promised), false);
  });

  await step("a filed record opens read-only, and says that it was amended", async () => {
    const view = await window.openView("Records");
    await view.locator(".monaco-list-row").filter({ hasText: "Operations Lead" }).first().click();
    await page
      .locator(".tab.active")
      .filter({ hasText: /lessons\.md$/ })
      .waitFor();
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
    await window.screenshot("record-squiggle");
    await page.keyboard.press("Control+Home");
    await lens("Restore").waitFor();
    const before = await window.getText();
    await page.keyboard.type("x");
    await page.locator(".monaco-editor-overlaymessage").waitFor();
    await eventually("The text stays", window.getText, (text) => text === before);
    await page.keyboard.press("Escape");
    await window.screenshot("record-locked");
  });

  await step("the lens restores it, and it stays locked", async () => {
    await lens("Restore").click();
    await eventually("The file is as it was filed", readRecord, (text) => text === filed);
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
    await lens("Restore").waitFor({ state: "hidden" });
    await window.screenshot("record-restored");
  });

  await step("the status bar unlocks it, for whom says so", async () => {
    await statusItem(`Filed ${date}`).click();
    const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Unlock" });
    await row.waitFor();
    await window.screenshot("record-menu");
    await row.click();
    await dialogButton("Unlock").waitFor();
    await window.screenshot("record-unlock");
    await dialogButton("Unlock").click();
    await statusItem(`Filed ${date}, unlocked`).waitFor();
  });

  await step("what is written then is found, and thrown away on request", async () => {
    await page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
    await page.keyboard.press("Control+Home");
    for (let line = 1; line < 14; line++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type("## What went as planned");
    await page.locator(".squiggly-error").first().waitFor();
    const offered = await window.openFixes();
    for (const title of [
      "Restore this line as filed",
      `Restore the whole record as filed on ${date}`,
      "Start a successor record…",
    ]) {
      await offered.filter({ hasText: title }).first().waitFor();
    }
    await window.screenshot("record-lightbulb");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+s");
    await lens("Restore").waitFor();
    await window.screenshot("record-unlocked");
    await lens("Restore").click();
    await dialogButton("Restore as Filed").waitFor();
    await window.screenshot("record-losses");
    await dialogButton("Restore as Filed").click();
    await eventually("The text is gone", window.getText, (text) => !text.includes("as planned"));
    await eventually("The file is as it was filed", readRecord, (text) => text === filed);
    await statusItem(`Filed ${date}, unlocked`).click();
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
  });

  await step("a restarted server leaves lock and focus alone", async () => {
    await page.keyboard.press("Control+f");
    const find = page.locator(".find-widget.visible textarea").first();
    await find.fill("supplier");
    await window.runCommand("Docket: Restart Server");
    await page.keyboard.press("Control+f");
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
    await eventually(
      "The cursor stays in the search",
      () => find.evaluate((field) => field === document.activeElement),
      Boolean,
    );
    await page.locator(".find-widget.visible .codicon-widget-close").click();
    await page.locator(".find-widget.visible").waitFor({ state: "hidden" });
  });

  await step("a document with a pending gate is not filed, and every reason is told", async () => {
    await window.openFile(pending);
    await statusItem("Active").waitFor();
    await window.runCommand("Docket: File This Record…");
    const dialog = page.locator(".monaco-dialog-box");
    await dialog.filter({ hasText: "cannot be filed yet" }).waitFor();
    await dialog.filter({ hasText: "Gate item 2.1 is pending" }).waitFor();
    await window.screenshot("record-refused");
    await dialogButton("Cancel").click();
  });

  await step("a document that is complete is filed after a question", async () => {
    const path = join(workspace, shipped);
    writeFileSync(path, shippedText);
    await window.openFile(shipped);
    await statusItem("Active").waitFor();
    await window.runCommand("Docket: File This Record…");
    await dialogButton(/^File$/).waitFor();
    await window.screenshot("record-filing");
    await dialogButton(/^File$/).click();
    await eventually(
      "It is filed on the disk",
      () => readFileSync(path, "utf8"),
      (text) => /^\*\*Date Filed:\*\* \d{4}/m.test(text),
    );
    await page.locator(".notifications-toasts .notification-list-item").first().waitFor();
    await window.screenshot("record-filed");
  });
}
