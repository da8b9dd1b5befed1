/** The steps of the walk that lead through filed records: the tree, the comparison, the lock, the restoration. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./steps.mjs";

const record = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const date = "2026-02-13";
const promised = "known faults, every month";

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
    await window.screenshot("record-compared");
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
    await page.keyboard.type("x");
    await page.locator(".squiggly-error").first().waitFor();
    await lens("Restore").waitFor();
    await window.screenshot("record-unlocked");
    await lens("Restore").click();
    await dialogButton("Restore as Filed").waitFor();
    await window.screenshot("record-losses");
    await dialogButton("Restore as Filed").click();
    await eventually("The text is gone", window.getText, (text) => !text.startsWith("x"));
    await eventually("The file is as it was filed", readRecord, (text) => text === filed);
    await statusItem(`Filed ${date}, unlocked`).click();
    await statusItem(`Filed ${date}`).locator(".codicon-lock").waitFor();
  });
}
