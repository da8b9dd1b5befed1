/** Takes the picture of the README, docs/images/overview.png, from the packaged extension: `node test/editor/walk/picture.mjs`. */
import { join } from "node:path";
import { copyExample } from "../../../tools/copy-example.mjs";
import { inProject } from "../../../tools/project.mjs";
import { openScope, openTemporaryFolder } from "../../../tools/scope.mjs";
import { openWindow } from "./open-window.mjs";

const scope = openScope();
try {
  const workspace = await copyExample(join(openTemporaryFolder(scope), "delivery"));
  const window = await openWindow(scope, {
    workspace,
    file: "docs/product/phase_gates/BLG-TECH-05-stale-bike-counts-phase-gate.md",
    viewport: { width: 1480, height: 860 },
    screenshots: inProject("docs", "images"),
  });
  const { page } = window;
  await page.locator(".squiggly-warning").first().waitFor();
  await window.runCommand("Problems: Focus on Problems View");
  await page.locator('.activitybar .action-item:has(a[aria-label^="Docket"])').click();
  const view = await window.openView("Open Actions");
  await view.locator(".monaco-list-row").first().waitFor();
  await (await window.openView("Pending Gates")).locator(".monaco-list-row").first().waitFor();
  await (await window.openView("Records")).locator(".monaco-list-row").first().waitFor();
  await window.widenSideBar(520);
  await page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
  await page.keyboard.press("Control+Home");
  await window.runCommand("Go to Next Problem (Error, Warning, Info)");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row.action").first().waitFor();
  // over a line of text, where nothing pops up
  await window.page.mouse.move(1000, 430);
  await window.page.waitForTimeout(1500);
  console.log(await window.screenshot("overview"));
} finally {
  await scope.close();
}
