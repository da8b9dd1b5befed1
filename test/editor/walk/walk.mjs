/**
 * Walks through the packaged extension's interface in a real VS Code, with screenshots in artifacts/screenshots.
 * Needs out/docket.vsix (`npm run package`).
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyExample } from "../../../tools/copy-example.mjs";
import { vsix } from "../../../tools/project.mjs";
import { openScope, openTemporaryFolder } from "../../../tools/scope.mjs";
import { walkBoard } from "./board.mjs";
import { walkCompleteAction } from "./complete-action.mjs";
import { walkFirstRun } from "./first-run.mjs";
import { walkFirstScreen } from "./first-screen.mjs";
import { walkNewDocument } from "./new-document.mjs";
import { openWindow } from "./open-window.mjs";
import { walkRecords } from "./records.mjs";
import { eventually, openWalk } from "./steps.mjs";

/** What the walk expects of the example and of the extension. */
const file = "docs/specs/rider_app/ride_screen.md";
const finding = "This document has no header";
const fix = "Insert the header";
const fixedLine = /\*\*Status:\*\* Draft/;
const action = "GR-1";
const gate = "Gate 2";
const owner = "Design Lead";
const state = "Draft";
const snippet = { prefix: "docket-phase-gate", text: "**Class:** Delivery Record (Class 7)" };

const scope = openScope();
const counts = await walk().catch((error) => {
  console.error(error);
  return { passed: 0, failed: 1 };
});
await scope.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);

async function walk() {
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run npm run package first.`);
  const workspace = await copyExample(join(openTemporaryFolder(scope), "delivery"));
  writeFileSync(join(workspace, "new-record.md"), "");
  const window = await openWindow(scope, { workspace, file });
  const { page } = window;
  const { step, getCounts } = openWalk({
    onFailure: (name) => window.screenshot(`failed-${name.replaceAll(/\W+/g, "-")}`),
  });

  await step("a finding is underlined in the editor", async () => {
    // The extension's first start takes longer than all that follows, and on a busy machine much longer.
    await page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ timeout: 60_000 });
    await window.screenshot("editor");
  });

  await step("the Problems panel lists the findings", async () => {
    await window.runCommand("Problems: Focus on Problems View");
    // the list draws what is in sight only
    await page
      .locator(".markers-panel-action-filter-container input, .viewpane-filter input")
      .first()
      .fill(finding);
    await page
      .locator(".markers-panel-container .monaco-list-row")
      .filter({ hasText: finding })
      .first()
      .waitFor();
    await window.screenshot("problems");
  });

  await step("the lightbulb offers the fix and applies it", async () => {
    await window.openFile(file);
    await window.runCommand("Go to Next Problem (Error, Warning, Info)");
    await page.keyboard.press("Escape");
    const offered = await window.openFixes();
    await offered.filter({ hasText: fix }).first().waitFor();
    await window.screenshot("lightbulb");
    await offered.filter({ hasText: fix }).first().click();
    await eventually("The fix writes the field", window.getText, (text) => fixedLine.test(text));
    await window.screenshot("fixed");
  });

  await step("the side bar shows open actions and pending gates", async () => {
    // the badge lies over the icon, so the click goes to the item around both
    await page.locator('.activitybar .action-item:has(a[aria-label^="Docket"])').click();
    for (const [title, item] of [
      ["Open Actions", action],
      ["Pending Gates", gate],
    ]) {
      const view = await window.openView(title);
      await view.locator(".monaco-list-row").filter({ hasText: item }).first().waitFor();
    }
    await window.screenshot("sidebar");
  });

  await step("the open actions are grouped and filtered, and come back", async () => {
    const view = await window.openView("Open Actions");
    const rows = view.locator(".monaco-list-row");
    const press = async (title) => {
      await view.locator(".pane-header").hover();
      await view.locator(`.pane-header a[aria-label^="${title}"]`).click();
    };
    await press("Group Open Actions By");
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Owner" }).click();
    await rows.filter({ hasText: owner }).first().waitFor();
    await press("Filter Open Actions");
    await page.locator(".quick-input-widget input.input").fill("no action says this");
    await view.locator(".monaco-button").filter({ hasText: "Clear Filter" }).waitFor();
    await page.locator(".quick-input-widget input.input").fill(action);
    await view
      .locator(".message")
      .filter({ hasText: `“${action}”` })
      .waitFor();
    await page.keyboard.press("Enter");
    await window.screenshot("filtered");
    await press("Clear Filter");
    await view
      .locator(".message")
      .filter({ hasText: `“${action}”` })
      .waitFor({ state: "hidden" });
    await press("Group Open Actions By");
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Work Item" }).click();
    await rows.filter({ hasText: action }).first().waitFor();
  });

  await walkCompleteAction({ window, workspace, step });

  await step("the status bar shows the state of the document", async () => {
    await page.locator(".part.statusbar .statusbar-item").filter({ hasText: state }).first().waitFor();
  });

  await step("a snippet writes a document", async () => {
    await window.openFile("new-record.md");
    await page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
    await page.keyboard.type(snippet.prefix);
    const offered = page.locator(".suggest-widget .monaco-list-row").filter({ hasText: snippet.prefix });
    await page.keyboard.press("Control+Space");
    await offered.first().waitFor();
    await window.screenshot("snippet-offered");
    await page.keyboard.press("Enter");
    await eventually("The snippet writes its text", window.getText, (text) => text.includes(snippet.text));
    await window.screenshot("snippet");
  });

  await walkNewDocument({ window, workspace, step });
  await walkRecords({ window, workspace, step });
  // last, as closing it leaves the keys to nobody
  await walkBoard({ window, workspace, step });
  await walkFirstRun({ scope, step });
  await walkFirstScreen({ scope, step });

  return getCounts();
}
