/** The programs as they ship: bundled from the sources as they stand, in a folder of their own. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "../..");

const SOURCES = {
  cli: "server/cli/main.ts",
  "reading-thread": "server/host/read-ahead/reading-thread.ts",
  server: "server/lsp/main.ts",
} as const;

/** Builds before the tests of a file, deletes after them; gives the path of a bundle, `dist/cli.cjs` for `cli`. */
export function useBundles(
  ...names: readonly (keyof typeof SOURCES)[]
): (name: keyof typeof SOURCES) => string {
  let folder: string | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "docket-dist-"));
    // some tests run it as another user
    chmodSync(folder, 0o755);
    copyFileSync(join(root, "package.json"), join(folder, "package.json"));
    await build({
      absWorkingDir: root,
      entryPoints: names.map((name) => ({ in: SOURCES[name], out: name })),
      outdir: join(folder, "dist"),
      outExtension: { ".js": ".cjs" },
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      mainFields: ["module", "main"],
      logLevel: "warning",
    });
  });
  afterAll(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return (name) => join(folder ?? "", "dist", `${name}.cjs`);
}
