/** The step of the walk that completes an action in its view, and lets start what waited for it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./steps.mjs";

const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";
const words = "Add the group fields";

/** Leaves the workspace as it was. */
export async function walkCompleteAction({ window, workspace, step }) {
  const { page } = window;

  await step("completing an action lets start what waited for it", async () => {
    const path = join(workspace, gates);
    const before = readFileSync(path, "utf8");
    const statusOf = (id) => {
      const text = readFileSync(path, "utf8");
      return new RegExp(`^\\| ${id} \\|.*?\\| (\\S+ (?:Blocked|Not started|Complete)) \\|`, "m").exec(
        text,
      )?.[1];
    };
    const view = await window.openView("Open Actions");
    const press = async (title) => {
      await view.locator(".pane-header").hover();
      await view.locator(`.pane-header a[aria-label^="${title}"]`).click();
    };
    await press("Filter Open Actions");
    await page.locator(".quick-input-widget input.input").fill(words);
    await page.keyboard.press("Enter");
    const row = view.locator(".monaco-list-row").filter({ hasText: words }).first();
    await row.hover();
    await row.locator('a[aria-label^="Mark Complete"]').click();
    const toast = page.locator(".notification-toast").filter({ hasText: "A3, A5 are blocked" });
    await toast.waitFor();
    await window.screenshot("freed");
    await toast.locator(".monaco-button").filter({ hasText: "Let Them Start" }).click();
    await eventually(
      "Both rows say that they can start",
      () => ["A2", "A3", "A5"].map(statusOf).join(", "),
      (states) => states === "✅ Complete, 🟡 Not started, 🟡 Not started",
    );
    writeFileSync(path, before);
    await row.waitFor();
    await press("Clear Filter");
  });
}
