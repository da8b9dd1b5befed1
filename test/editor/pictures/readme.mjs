/** The pictures of the README: one a feature. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runOnDay } from "./set-day.mjs";

const themes = [["light", "Light Modern"]];
/** Sharp on a fine screen, too. */
const density = 2;
const spec = "docs/specs/tariff_rules.md";
const record = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const defect = "docs/product/phase_gates/BLG-TECH-05-stale-bike-counts-phase-gate.md";
const update = "next-steps.md";
const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

export const readmePictures = [
  {
    path: "docs/images/overview.png",
    file: defect,
    size: { width: 1480, height: 860 },
    show: async ({ window }) => {
      await window.runCommand("Problems: Focus on Problems View");
      await openTrees(window);
      await widenSideBar(window, 520);
      await goToFinding(window);
      await openFixes(window);
    },
  },
  {
    path: "docs/images/fixes.png",
    file: defect,
    size: { width: 1000, height: 420 },
    show: async ({ window }) => {
      await closeSideBar(window);
      await goToFinding(window);
      await openFixes(window);
      return findEditor(window);
    },
  },
  {
    path: "docs/images/completion.png",
    file: spec,
    size: { width: 1000, height: 420 },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await waitForState(page, "Canonical · 1.3");
      await window.placeCursor("**Status:** ");
      await window.suggest();
      // what a suggestion means stands beside it
      await page.keyboard.press("Control+Space");
      return findEditor(window);
    },
  },
  {
    path: "docs/images/hover.png",
    file: spec,
    size: { width: 1000, height: 420 },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await waitForState(page, "Canonical · 1.3");
      await window.placeCursor("**Owner:** ");
      await openHover(window);
      return findEditor(window);
    },
  },
  {
    path: "docs/images/trees.png",
    file: gates,
    size: { width: 1180, height: 720 },
    show: async ({ window }) => {
      await openTrees(window);
      await widenSideBar(window, 560);
    },
  },
  {
    path: "docs/images/record.png",
    file: record,
    size: { width: 1180, height: 520 },
    show: async ({ window, page }) => {
      await openTrees(window);
      for (const title of ["Open Actions", "Pending Gates"]) await window.closeView(title);
      await widenSideBar(window, 420);
      await page.locator(".codelens-decoration a").filter({ hasText: "Restore" }).first().waitFor();
    },
  },
  {
    path: "docs/images/board.png",
    file: gates,
    size: { width: 1280, height: 860 },
    show: async ({ window }) => {
      await closeSideBar(window);
      await openBoard(window);
      return findEditor(window);
    },
  },
  {
    path: "docs/images/status.png",
    file: update,
    size: { width: 1000, height: 680 },
    prepare: (workspace) => {
      writeFileSync(join(workspace, update), runOnDay(["status", "3.4"], workspace));
    },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await window.runCommand("Markdown: Open Preview");
      const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
      await preview.locator("table").waitFor();
      await window.runCommand("View: Close Other Editors in Group");
      return findEditor(window);
    },
  },
].map((picture) => ({ themes, density, ...picture }));

export async function openTrees(window) {
  const item = window.page.locator('.activitybar .action-item:has(a[aria-label^="Docket"])');
  await item.waitFor();
  if (!(await item.evaluate((element) => element.classList.contains("checked")))) await item.click();
  for (const title of ["Open Actions", "Pending Gates", "Records"])
    await (await window.openView(title)).locator(".monaco-list-row").first().waitFor();
}

export const findEditor = ({ page }) => page.locator(".part.editor");

/** To so many CSS pixels. */
export async function widenSideBar(window, width) {
  await window.widenSideBar(width);
  // its edge is painted while the mouse is over it: below the last row nothing is
  await window.page.mouse.move(width / 2, window.page.viewportSize().height - 60);
}

export async function closeSideBar(window) {
  if (!(await window.page.locator(".part.sidebar").isVisible())) return;
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
  await window.page.locator(".part.sidebar").waitFor({ state: "hidden" });
}

/** The first one of the document in front, with the cursor on it. */
export async function goToFinding(window) {
  await window.page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
  await window.page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
  await window.page.keyboard.press("Control+Home");
  await window.runCommand("Go to Next Problem (Error, Warning, Info)");
  await window.page.keyboard.press("Escape");
}

/** The item of the status bar is there once the server has read the document. */
async function waitForState(page, text) {
  await page.locator(".part.statusbar .statusbar-item").filter({ hasText: text }).first().waitFor();
}

export async function openHover(window) {
  const hover = window.page.locator(".monaco-editor .monaco-hover:visible").first();
  for (let tries = 0; tries < 4; tries++) {
    await window.runCommand("Show or Focus Hover");
    const shown = await hover.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return hover.getByText("Checking for quick fixes").waitFor({ state: "hidden" });
  }
  throw new Error("There is no hover.");
}

export async function openFixes(window) {
  const rows = await window.openFixes();
  await rows.first().waitFor();
}

export async function openBoard(window) {
  await window.waitForCommand("Docket: Open Board");
  await window.runCommand("Docket: Open Board");
  const board = window.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await board.locator("#card-3\\.4").waitFor();
  await window.runCommand("View: Close Other Editors in Group");
  await board.locator("#card-3\\.4").waitFor();
  // off the tab, which would tell what it is
  await window.page.mouse.move(2, 200);
}
