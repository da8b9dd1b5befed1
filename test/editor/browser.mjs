/** Opens a page in headless Chrome or Chromium with a fresh profile. */
import { join } from "node:path";
import { chromium } from "playwright-core";
import { installChromium } from "../../tools/install-chromium.mjs";

const options = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The profile lies below `folder`, a temporary folder; the browser is closed with the scope. `viewport` is in CSS
 * pixels, each of which is drawn with `density` pixels across.
 */
export async function openPage(scope, folder, { viewport = { width: 1440, height: 900 }, density = 1 } = {}) {
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: await installChromium(),
    headless: true,
    // There is no sandbox for root, and only pages of this machine are opened.
    chromiumSandbox: false,
    args: options,
    viewport,
    deviceScaleFactor: density,
    // The scope answers signals; the browser's own answer would come before it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, TMPDIR: folder, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
  });
  scope.defer(() => context.close());
  return context.pages()[0] ?? (await context.newPage());
}
