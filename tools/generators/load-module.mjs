/** Loads a TypeScript module of the repository into a tool. */
import { createRequire } from "node:module";
import { build } from "esbuild";
import { inProject } from "../project.mjs";

/** The exports of the module at `path`, relative to the repository; it is bundled in memory. */
export async function loadModule(path) {
  const result = await build({
    entryPoints: [inProject(path)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  const module = { exports: {} };
  const code = result.outputFiles[0]?.text ?? "";
  new Function("module", "exports", "require", code)(
    module,
    module.exports,
    createRequire(inProject("package.json")),
  );
  return module.exports;
}
