/** The board in a real window: what it shows, that it can be reached and read, that it follows the documents, where its links lead. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkReadable } from "./readable.mjs";
import { eventually } from "./steps.mjs";

const document = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

/** The frame of the board that is in front, as a Playwright locator. */
function findBoard(page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** Leaves the workspace as it was. */
export async function walkBoard({ window, workspace, step }) {
  const { page } = window;
  const board = findBoard(page);
  const card = board.locator("#card-3\\.4");

  await step("the board shows a card for every work item, the charts and the due dates", async () => {
    await window.runCommand("Docket: Open Board");
    await card.waitFor();
    for (const id of ["3.3", "3.5", "blg-tech-07", "blg-tech-08"])
      await board.locator(`[id="card-${id}"]`).waitFor();
    await board.locator("svg.chart .node.critical").first().waitFor();
    await board.locator("svg.time-line .today").waitFor();
    await window.screenshot("board");
  });

  await step(
    "everything on the board has a name, a place in the order of the keys, and contrast",
    async () => {
      await checkReadable(board.locator("body"));
    },
  );

  await step("the board follows the documents, and neither focus nor place is lost", async () => {
    const path = join(workspace, document);
    const text = readFileSync(path, "utf8");
    const scroll = () =>
      board.locator("body").evaluate(() => [window.scrollY, document.activeElement.id].join(" "));
    await board.locator("body").evaluate(() => window.scrollTo(0, 120));
    await card.evaluate((link) => link.focus({ preventScroll: true }));
    const before = await scroll();
    writeFileSync(path, text.replace("🟡 In progress | A1 |", "✅ Complete | A1 |"));
    await eventually(
      "A2 is no longer next",
      () => board.locator("#item-3\\.4 .next").textContent(),
      (next) => next.includes("A6"),
    );
    const after = await scroll();
    writeFileSync(path, text);
    await eventually(
      "A2 is next again",
      () => board.locator("#item-3\\.4 .next").textContent(),
      (next) => next.includes("A2"),
    );
    if (before !== "120 card-3.4" || after !== before)
      throw new Error(`It was ${before}, and then ${after}.`);
  });

  await step("the key Enter on a card, and a click on a box, open the document at the line", async () => {
    await card.press("Enter");
    await eventually("The gate is shown", window.getText, (shown) => shown.includes("### Gate 2 —"));
    await board.locator("svg.chart a.node").filter({ hasText: "A10 ·" }).first().click();
    await eventually("The row is shown", window.getText, (shown) => shown.includes("| A10 |"));
    await page.locator(".tab.active").filter({ hasText: "3.4-group-rides" }).waitFor();
    await window.screenshot("board-opened");
  });
}
