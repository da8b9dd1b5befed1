/** *New Document from Template…* and *Start Work Item…* as a new user answers them, with the keyboard alone. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./steps.mjs";

const gates = "docs/product/phase_gates";
/** A work item that has its gates already, and two that have none. */
const taken = "3.4";
const [first, second] = ["3.7", "3.8"];

export async function walkNewDocument({ window, workspace, step }) {
  const { page } = window;
  const input = page.locator(".quick-input-widget");
  const see = (words) => input.filter({ hasText: words }).waitFor();
  const press = (key) => page.keyboard.press(key);
  const answer = async (words) => {
    await press("Control+a");
    await page.keyboard.type(words);
  };
  const closed = () => input.waitFor({ state: "hidden" });
  const written = (name) => existsSync(join(workspace, gates, name));
  /** The first placeholder is selected, so that typing fills it in. */
  const fillFirst = async (name) => {
    await page.locator(".tab.active").filter({ hasText: name }).waitFor();
    await eventually("The document is shown", window.getText, (text) => text.includes("{role}"));
    await page.locator(".editor-group-container.active .snippet-placeholder").first().waitFor();
    await page.keyboard.type("Design Lead");
    await eventually("The placeholder is filled in", window.getText, (text) =>
      /Who acts next: +Design Lead$/m.test(text),
    );
  };

  await step(
    "a new document: every question says what it wants, and what is wrong with an answer",
    async () => {
      await window.runCommand("Docket: New Document from Template");
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

  await step(
    "a new document: back to what was answered, on to the end, or away with nothing written",
    async () => {
      await answer(first);
      await input.filter({ hasText: "has its gates in" }).waitFor({ state: "hidden" });
      await press("Enter");
      await see("Phase gate document (2/3)");
      await press("Alt+ArrowLeft");
      await see("Phase gate document (1/3)");
      const kept = await input.locator("input.input").inputValue();
      if (kept !== first) throw new Error(`What was answered is ${kept}.`);
      await press("Enter");
      await see("Phase gate document (2/3)");
      await answer("Night rides & more");
      await press("Enter");
      await see("Phase gate document (3/3)");
      await press("Escape");
      await closed();
      if (written(`${first}-night-rides-more-phase-gate.md`)) throw new Error("Something was written.");
    },
  );

  await step("a new work item is begun with the keyboard, at its first placeholder", async () => {
    await window.runCommand("Docket: Start Work Item");
    await see("Feature");
    await window.screenshot("work-item-kinds");
    await press("Enter");
    await see("Start Work Item: Feature (1/2)");
    await answer(second);
    await press("Enter");
    await see("Start Work Item: Feature (2/2)");
    await answer("Tandem bikes");
    await press("Enter");
    await closed();
    await fillFirst(`${second}-tandem-bikes-phase-gate.md`);
    await window.screenshot("work-item-begun");
    await window.runCommand("File: Revert File");
    for (const path of [
      `${gates}/${second}-tandem-bikes-phase-gate.md`,
      `docs/product/decisions/${second}-tandem-bikes.md`,
      `docs/product/lessons_learnt/${second}-tandem-bikes-lessons.md`,
    ])
      if (!existsSync(join(workspace, path))) throw new Error(`${path} was not written.`);
  });
}
