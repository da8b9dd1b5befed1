/** The pictures of the walkthrough, in the four kinds of theme that VS Code has. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  closeSideBar,
  findEditor,
  goToFinding,
  openBoard,
  openFixes,
  openHover,
  openTrees,
  widenSideBar,
} from "./readme.mjs";

const themes = [
  ["light", "Light Modern"],
  ["dark", "Dark Modern"],
  ["hc", "Default High Contrast"],
  ["hc-light", "Default High Contrast Light"],
];
/** Shown at two thirds of its size, so sharp on a fine screen, too. */
const density = 1.5;
const size = { width: 860, height: 440 };
const charter = "docs/team_skills/product/product_lead.md";
const gates = "docs/product/phase_gates/BLG-TECH-05-stale-bike-counts-phase-gate.md";
const record = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";

export const walkthroughPictures = [
  {
    path: "media/walkthrough/policy-*.png",
    prepare: (workspace) => rmSync(join(workspace, "docket.yaml")),
    show: async ({ window, page }) => {
      await window.waitForCommand("Docket: Initialize Policy");
      await window.runCommand("Docket: Initialize Policy");
      await page.locator(".monaco-dialog-box").waitFor();
      const { x, y, width, height } = await page.locator(".monaco-dialog-box").boundingBox();
      const margin = 24;
      return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    },
  },
  {
    path: "media/walkthrough/finding-*.png",
    file: charter,
    show: async ({ window }) => {
      await closeSideBar(window);
      await goToFinding(window);
      await openHover(window);
      return findEditor(window);
    },
  },
  {
    path: "media/walkthrough/fix-*.png",
    file: gates,
    show: async ({ window }) => {
      await closeSideBar(window);
      await goToFinding(window);
      await openFixes(window);
      return findEditor(window);
    },
  },
  {
    path: "media/walkthrough/record-*.png",
    file: record,
    size: { width: 1040, height: 460 },
    show: async ({ window, page }) => {
      await openTrees(window);
      for (const title of ["Open Actions", "Pending Gates"]) await window.closeView(title);
      await widenSideBar(window, 410);
      await page.locator(".codelens-decoration a").filter({ hasText: "Restore" }).first().waitFor();
    },
  },
  {
    path: "media/walkthrough/board-*.png",
    file: record,
    size: { width: 1120, height: 680 },
    show: async ({ window }) => {
      await closeSideBar(window);
      await openBoard(window);
      return findEditor(window);
    },
  },
].map((picture) => ({ themes, size, density, ...picture }));
