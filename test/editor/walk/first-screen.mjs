/** What a newcomer sees as soon as the window of `npm start` has opened: what Docket is for. */
import { join } from "node:path";
import { copyExample } from "../../../tools/copy-example.mjs";
import { packageFirstScreen } from "../../../tools/package.mjs";
import { firstScreenVsix, vsix } from "../../../tools/project.mjs";
import { openTemporaryFolder } from "../../../tools/scope.mjs";
import { openWindow } from "./open-window.mjs";

export async function walkFirstScreen({ scope, step }) {
  await packageFirstScreen();
  const workspace = await copyExample(join(openTemporaryFolder(scope), "delivery"));
  const window = await openWindow(scope, {
    workspace,
    extensions: [vsix, firstScreenVsix],
    patience: 60_000,
  });
  const { page } = window;

  await step(
    "the first screen shows a document with findings, the problems, and Docket's views",
    async () => {
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await page.locator(".markers-panel-container .monaco-list-row").first().waitFor();
      await page.locator(".sidebar .pane-header").filter({ hasText: "Open Actions" }).waitFor();
      await page.locator(".sidebar .monaco-list-row").first().waitFor();
      await page.waitForTimeout(1500);
      await window.screenshot("first-screen");
    },
  );
}
