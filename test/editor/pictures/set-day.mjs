/** Gives the extension, its language server and the command line the example's day. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../../../tools/project.mjs";

const exampleDay = JSON.stringify(inProject("test", "editor", "pictures", "example-day.cjs"));

/** Where extension and server are installed: `extensions` is VS Code's folder. Nothing else in the window is changed. */
export function setDay({ extensions }) {
  const [folder] = readdirSync(extensions).filter((name) => name.startsWith("docket."));
  if (folder === undefined) throw new Error(`Docket is not installed in ${extensions}.`);
  for (const bundle of ["extension.cjs", "server.cjs"]) {
    const path = join(extensions, folder, "dist", bundle);
    writeFileSync(path, `const Date = require(${exampleDay});${readFileSync(path, "utf8")}`);
  }
}

/** What `docket` prints on that day, called in `folder`. */
export function runOnDay(parameters, folder) {
  const cli = JSON.stringify(inProject("dist", "cli.cjs"));
  const program = `globalThis.Date = require(${exampleDay}); require(${cli});`;
  return execFileSync(process.execPath, ["-e", program, "docket", ...parameters], { cwd: folder });
}
