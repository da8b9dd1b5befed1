/** Opens a window of a real VS Code with the packaged extension in it, and drives it as a user's hands would. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inProject, vsix } from "../../../tools/project.mjs";
import { openTemporaryFolder } from "../../../tools/scope.mjs";
import { openPage } from "../browser.mjs";
import { startServer } from "../vscode-server.mjs";

/**
 * Opens `workspace`, an absolute folder, with the editor on `file`, a path in it; the window closes with the scope.
 * `settings` are user settings, `extensions` are .vsix files, `prepare` and `locale` are the server's, `viewport` is in
 * CSS pixels, each drawn with `density` pixels across, and `screenshots` is the folder for them. Every method rejects with what it waited for when that does not come.
 */
export async function openWindow(
  scope,
  {
    workspace,
    file,
    settings = {},
    extensions = [vsix],
    prepare,
    locale,
    viewport,
    density,
    screenshots = inProject("artifacts", "screenshots"),
    patience = 20_000,
  },
) {
  const folder = openTemporaryFolder(scope);
  const server = await startServer(scope, folder, { extensions, settings, prepare, locale });
  const page = await openPage(scope, folder, { viewport, density });
  page.setDefaultTimeout(patience);
  const payload = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ...(file === undefined ? [] : [["openFile", server.toRemote(join(workspace, file))]]),
  ];
  await page.goto(server.getUrl(workspace, payload));
  // The first start of a server takes longer than all that follows.
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  if (file !== undefined)
    await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 60_000 });

  const quickInput = page.locator(".quick-input-widget input.input");

  /** Opens the palette or the list of files, enters the text, and takes the first row that `row` matches. */
  const pick = async (key, text, row) => {
    await page.keyboard.press(key);
    // A window that has just opened may not listen to keys yet.
    await quickInput.waitFor({ timeout: 3_000 }).catch(() => page.keyboard.press(key));
    await quickInput.waitFor();
    await quickInput.fill(text);
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: row }).first().click();
    await quickInput.waitFor({ state: "hidden" });
  };

  return {
    page,

    /** Runs a command by the title that the palette shows, category included: `Docket: Show Log`. */
    runCommand: (title) => pick("F1", `>${title}`, title),

    /** Waits until the palette has a command: it is filled when it opens, and extensions may come later. */
    waitForCommand: async (title) => {
      const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first();
      const end = Date.now() + 120_000;
      for (let found = false; !found; ) {
        if (Date.now() > end) throw new Error(`There is no command ${title}.`);
        await page.keyboard.press("F1");
        await quickInput.fill(`>${title}`);
        found = await row.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
        await page.keyboard.press("Escape");
        await quickInput.waitFor({ state: "hidden" });
      }
    },

    /** Opens a file of the workspace by its path, and waits until its tab is the active one. */
    openFile: async (path) => {
      const name = path.split("/").at(-1);
      await pick("Control+p", path, name);
      await page.locator(".tab.active").filter({ hasText: name }).waitFor();
      await page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
    },

    /** The rows of quick fixes for where the cursor stands; while findings come in, VS Code may drop the request. */
    openFixes: async () => {
      const rows = page.locator(".action-widget .monaco-list-row.action");
      for (let tries = 0; tries < 4; tries++) {
        await page.keyboard.press("Control+.");
        const shown = await rows
          .first()
          .waitFor({ timeout: 10_000 })
          .then(() => true)
          .catch(() => false);
        if (shown) return rows;
        // pressed once more while they come, the key would take the first one
        await page.keyboard.press("Escape");
      }
      throw new Error("No quick fix is offered.");
    },

    /** The lines of the active editor that are on the screen. */
    getText: async () => {
      const lines = page.locator(".editor-group-container.active .editor-instance .view-line");
      const placed = await lines.evaluateAll((all) =>
        all.map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent })),
      );
      // The editor draws blanks as no-break spaces, and its lines in no order.
      const ordered = placed.sort((a, b) => a.top - b.top);
      return ordered.map(({ text }) => text.replaceAll("\u00a0", " ")).join("\n");
    },

    /** Puts the cursor behind the first place of `words` in the active editor. */
    placeCursor: async (words) => {
      await page.locator(".editor-group-container.active .monaco-editor .view-lines").click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Control+f");
      const find = page.locator(".find-widget.visible textarea").first();
      await find.fill(words);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ArrowRight");
    },

    /** Asks for completion at the cursor; while a server starts, there may be none yet. */
    suggest: async () => {
      const rows = page.locator(".suggest-widget.visible .monaco-list-row");
      for (let tries = 0; tries < 4; tries++) {
        await page.keyboard.press("Control+Space");
        const shown = await rows
          .first()
          .waitFor({ timeout: 5_000 })
          .then(() => true)
          .catch(() => false);
        if (shown) return rows;
        await page.keyboard.press("Escape");
      }
      throw new Error("Nothing is suggested.");
    },

    /** A view of the side bar by its title, opened when it is closed. */
    openView: async (title) => {
      const pane = page.locator(`.pane:has(.pane-header:has-text("${title}"))`);
      const header = pane.locator(".pane-header");
      await header.waitFor();
      if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
      return pane;
    },

    /** Makes the side bar so many CSS pixels wide. */
    widenSideBar: async (width) => {
      const edge = await page.locator(".part.sidebar").boundingBox();
      if (edge === null) return;
      await page.mouse.move(edge.x + edge.width, edge.y + 300);
      await page.mouse.down();
      await page.mouse.move(edge.x + width, edge.y + 300, { steps: 8 });
      await page.mouse.up();
    },

    /** Closes a view of the side bar, so that there is room for others. */
    closeView: async (title) => {
      const header = page.locator(`.pane:has(.pane-header:has-text("${title}")) .pane-header`);
      if ((await header.getAttribute("aria-expanded")) === "true") await header.locator(".title").click();
    },

    /** Writes NAME.png; resolves with its path. */
    screenshot: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      const path = join(screenshots, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}
