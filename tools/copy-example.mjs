/** Makes a workspace to try things in: a copy of the example that is a git repository of its own. */
import { cpSync, rmSync } from "node:fs";
import { getCleanEnvironment, inProject } from "./project.mjs";
import { runProgram } from "./run-program.mjs";

/** Replaces `folder` with a copy of examples/delivery, committed once under a neutral name. */
export async function copyExample(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(inProject("examples", "delivery"), folder, { recursive: true });
  const config = {
    "user.name": "Docket Example",
    "user.email": "example@docket.invalid",
    "commit.gpgsign": "false",
  };
  await git(folder, "init", "--quiet", "--initial-branch=main");
  for (const [key, value] of Object.entries(config)) await git(folder, "config", key, value);
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--no-verify", "--message=Governed documents");
  return folder;
}

async function git(folder, ...parameters) {
  const { code, output } = await runProgram("git", parameters, { cwd: folder, env: getCleanEnvironment() });
  if (code !== 0) throw new Error(`git ${parameters.join(" ")} failed in ${folder}: ${output}`);
}
