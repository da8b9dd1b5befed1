/** The pictures of the README: one a feature. */
import { inProject } from "../../../tools/project.mjs";

const themes = [["light", "Light Modern"]];
const spec = "docs/specs/tariff_rules.md";
const record = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

export const readmePictures = [
  {
    path: "docs/images/overview.png",
    file: "docs/product/phase_gates/BLG-TECH-05-stale-bike-counts-phase-gate.md",
    size: { width: 1480, height: 860 },
    show: async ({ window, page }) => {
      await window.runCommand("Problems: Focus on Problems View");
      await openTrees(window);
      await window.widenSideBar(520);
      await goToFinding(window);
      await openFixes(window);
      // over a line of text, where nothing pops up
      await page.mouse.move(1000, 430);
    },
  },
  {
    path: "docs/images/fixes.png",
    file: "docs/team_skills/product/product_lead.md",
    size: { width: 1000, height: 420 },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await goToFinding(window);
      await openFixes(window);
      return page.locator(".part.editor");
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
      return page.locator(".part.editor");
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
      return page.locator(".part.editor");
    },
  },
  {
    path: "docs/images/trees.png",
    file: gates,
    size: { width: 1180, height: 720 },
    show: async ({ window }) => {
      await openTrees(window);
      await window.widenSideBar(560);
    },
  },
  {
    path: "docs/images/record.png",
    file: record,
    size: { width: 1180, height: 520 },
    show: async ({ window, page }) => {
      await openTrees(window);
      for (const title of ["Open Actions", "Pending Gates"]) await window.closeView(title);
      await window.widenSideBar(420);
      await page.locator(".codelens-decoration a").filter({ hasText: "Restore" }).first().waitFor();
    },
  },
  {
    path: "docs/images/board.png",
    file: gates,
    size: { width: 1280, height: 860 },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await openBoard(window);
      return page.locator(".part.editor");
    },
  },
  {
    path: "docs/images/status.png",
    size: { width: 1100, height: 520 },
    settings: {
      "terminal.integrated.defaultProfile.linux": "plain",
      "terminal.integrated.profiles.linux": {
        plain: {
          path: "bash",
          args: ["--noprofile", "--norc", "-i"],
          env: {
            PS1: "$ ",
            "BASH_FUNC_docket%%": `() { node '${inProject("dist", "cli.cjs")}' "$@"; }`,
          },
        },
      },
      "terminal.integrated.shellIntegration.enabled": false,
    },
    show: async ({ window, page }) => {
      await closeSideBar(window);
      await window.runCommand("Terminal: Create New Terminal in Editor Area");
      await page.locator(".terminal-wrapper.active .xterm-screen").waitFor();
      await page.waitForTimeout(3000);
      await page.keyboard.type("docket status 3.4");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(6000);
      return page.locator(".part.editor");
    },
  },
].map((picture) => ({ themes, ...picture }));

export async function openTrees(window) {
  await window.page.locator('.activitybar .action-item:has(a[aria-label^="Docket"])').click();
  for (const title of ["Open Actions", "Pending Gates", "Records"])
    await (await window.openView(title)).locator(".monaco-list-row").first().waitFor();
}

export async function closeSideBar(window) {
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
    if (shown) return;
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
}
