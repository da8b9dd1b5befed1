/** *New Document from Template…* and *Start Work Item…* as a new user answers them, with the keyboard. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const gates = "docs/product/phase_gates";
/** A work item that has its gates already, and one that has none. */
const taken = "3.4";
const untaken = "3.7";

export async function walkNewDocument({ window, workspace, step }) {
  const { page } = window;
  const input = page.locator(".quick-input-widget");
  const see = (words) => input.filter({ hasText: words }).waitFor();
  const press = (key) => page.keyboard.press(key);
  const answer = async (words) => {
    await press("Control+a");
    await page.keyboard.type(words);
  };
  /** The palette gives way to the first question at once, so that it is never seen closed. */
  const open = async (title) => {
    await press("F1");
    await input.locator("input.input").fill(`>${title}`);
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first().waitFor();
    await press("Enter");
  };
  const closed = () => input.waitFor({ state: "hidden" });

  await step(
    "a new document: every question says what it wants, and what is wrong with an answer",
    async () => {
      await open("Docket: New Document from Template");
      await see("Decisions record");
      await window.screenshot("new-document-kinds");
      await page.keyboard.type("phase gate doc");
      await press("Enter");
      await see("Phase gate document (1/3)");
      await see("Id of the roadmap or backlog item");
      await press("Enter");
      await see("An answer is needed here.");
      await answer("bad id!");
      await see("“bad id!” cannot stand in the name of the file.");
      await window.screenshot("new-document-mistake");
      await answer(taken);
      await see(`“${taken}” has its gates in ${gates}`);
      await press("Enter");
      await see("Phase gate document (1/3)");
    },
  );

  await step("a new document: Escape half way leaves nothing behind", async () => {
    await answer(untaken);
    await input.filter({ hasText: "has its gates in" }).waitFor({ state: "hidden" });
    await press("Enter");
    await see("Phase gate document (2/3)");
    await press("Escape");
    await closed();
    const made = readdirSync(join(workspace, gates)).filter((name) => name.startsWith(untaken));
    if (made.length > 0) throw new Error(`${made.join(", ")} was written.`);
  });

  await step("a new work item: its kinds, and the first question", async () => {
    await open("Docket: Start Work Item");
    await see("Feature");
    await window.screenshot("work-item-kinds");
    await press("Enter");
    await see("Start Work Item: Feature (1/2)");
    await press("Escape");
    await closed();
  });
}
