/** The first minute with Docket: a folder without a policy, the policy, the walkthrough, which is offered once. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copyExample } from "../../../tools/copy-example.mjs";
import { openTemporaryFolder } from "../../../tools/scope.mjs";
import { openWindow } from "./open-window.mjs";
import { eventually } from "./steps.mjs";

const titles = ["Say what is governed", "Read a finding", "Fix it", "File a record", "Open the board"];

export async function walkFirstRun({ scope, step }) {
  const workspace = await copyExample(join(openTemporaryFolder(scope), "ungoverned"));
  const policy = join(workspace, "docket.yaml");
  rmSync(policy);
  const window = await openWindow(scope, { workspace });
  const { page } = window;
  const toast = page.locator(".notifications-toasts .notification-list-item");
  const offer = toast.locator(".monaco-button").filter({ hasText: "Get Started" });
  await window.waitForCommand("Docket: Initialize Policy");
  const initialize = async () => {
    await window.runCommand("Docket: Initialize Policy");
    await page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: "Create docket.yaml" }).click();
    await toast.filter({ hasText: "The documents are governed now" }).waitFor();
  };

  await step(
    "the first policy comes with the offer of the walkthrough, which has all its steps",
    async () => {
      await initialize();
      await offer.waitFor();
      await window.screenshot("first-run-offer");
      await offer.click();
      for (const title of titles)
        await page.locator(".getting-started-step").filter({ hasText: title }).waitFor();
      if (!existsSync(policy)) throw new Error("There is no policy.");
    },
  );

  await step("the walkthrough knows that there is a policy, and shows a picture with each step", async () => {
    const [first] = titles;
    const done = page.locator(".getting-started-step").filter({ hasText: first }).locator(".complete");
    await done.first().waitFor({ state: "attached" });
    for (const [index, title] of titles.entries()) {
      await page.locator(".getting-started-step").filter({ hasText: title }).click();
      await eventually(
        `The picture of “${title}” is drawn`,
        () => page.locator(".getting-started-media img").evaluate((image) => image.naturalWidth),
        (width) => width > 100,
      );
      await page.waitForTimeout(500);
      await window.screenshot(`walkthrough-${index + 1}`);
    }
  });

  await step("a step's button does what it says", async () => {
    await page.locator(".getting-started-step").filter({ hasText: "Open the board" }).click();
    await page
      .locator(".getting-started-step.expanded .monaco-button")
      .filter({ hasText: "Open Board" })
      .click();
    await page.locator(".tab.active").filter({ hasText: "Docket Board" }).waitFor();
  });

  await step("the offer is not made again", async () => {
    rmSync(policy);
    await window.runCommand("Notifications: Clear All Notifications");
    await initialize();
    if ((await offer.count()) > 0) throw new Error("The walkthrough is offered a second time.");
  });
}
