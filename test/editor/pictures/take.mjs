/**
 * `npm run pictures`: takes the pictures of the README and of the walkthrough from the packaged extension, in a real
 * VS Code. `npm run pictures -- board record` takes those whose path has one of the words. Needs out/docket.vsix
 * (`npm run package`).
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyExample } from "../../../tools/copy-example.mjs";
import { inProject, vsix } from "../../../tools/project.mjs";
import { openScope, openTemporaryFolder } from "../../../tools/scope.mjs";
import { openWindow } from "../walk/open-window.mjs";
import { readmePictures } from "./readme.mjs";
import { setDay } from "./set-day.mjs";
import { shrink } from "./shrink.mjs";
import { walkthroughPictures } from "./walkthrough.mjs";

/** Nothing in sight that has nothing to do with Docket. */
const quiet = {
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.overviewRulerBorder": false,
  "editor.scrollbar.vertical": "hidden",
  "editor.occurrencesHighlight": "off",
  "editor.selectionHighlight": false,
  "editor.snippetSuggestions": "none",
  "editor.wordBasedSuggestions": "off",
  "git.blame.statusBarItem.enabled": false,
  "window.commandCenter": false,
  "workbench.editor.editorActionsLocation": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.navigationControl.enabled": false,
};
/** A window may need this long, in milliseconds, to draw all that it knows. */
const settling = 1500;

const words = process.argv.slice(2);
// each theme has a window of its own, as VS Code follows changed settings in its own time
const chosen = [...readmePictures, ...walkthroughPictures]
  .flatMap(perTheme)
  .filter(({ path }) => words.length === 0 || words.some((word) => path.includes(word)));
if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run npm run package first.`);
let failed = 0;
for (const picture of chosen) {
  const scope = openScope();
  const { TMPDIR = "/tmp" } = process.env;
  try {
    await take(scope, picture);
  } catch (error) {
    failed += 1;
    console.error(`${picture.path}: ${error.message}`);
  }
  await scope.close();
  process.env.TMPDIR = TMPDIR;
}
process.exit(failed > 0 ? 1 : 0);

/** `themes` are pairs of a word that takes the place of `*` in the path, and the name of a theme. */
function perTheme({ path, themes, settings, ...picture }) {
  return themes.map(([word, theme]) => ({
    ...picture,
    path: path.replace("*", word),
    settings: { "workbench.colorTheme": theme, ...settings },
  }));
}

async function take(scope, { path, file, size, density, settings, prepare, show }) {
  const workspace = await copyExample(join(openTemporaryFolder(scope), "delivery"));
  await prepare?.(workspace);
  const window = await openWindow(scope, {
    workspace,
    file,
    viewport: size,
    settings: { ...quiet, ...settings },
    prepare: setDay,
    density,
    patience: 120_000,
  });
  // what is shown, as a Playwright locator or in CSS pixels; the whole window if nothing is named
  const part = await show({ window, page: window.page, workspace }).catch(async (error) => {
    const seen = await window.screenshot(`failed-${basename(path).replace(/\W+/g, "-")}`);
    throw new Error(`${error.message}\n  ${seen}`);
  });
  await window.page.waitForTimeout(settling);
  const clip = typeof part?.boundingBox === "function" ? await part.boundingBox() : part;
  const target = inProject(path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, shrink(await window.page.screenshot(clip === undefined ? {} : { clip })));
  console.log(`${path}: ${Math.round(statSync(target).size / 1024)} kB`);
}
