/** Makes a workspace to try things in: a copy of the example that is a git repository with a history of its own. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleHistory } from "./example-history.mjs";
import { getCleanEnvironment, inProject } from "./project.mjs";
import { runProgram } from "./run-program.mjs";

const example = inProject("examples", "delivery");

/** Replaces `folder` with a copy of examples/delivery, committed step by step as its records were filed. */
export async function copyExample(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(example, folder, { recursive: true });
  const config = {
    "user.name": "Docket Example",
    "user.email": "example@docket.invalid",
    "commit.gpgsign": "false",
    "core.autocrlf": "false",
  };
  await git(folder, {}, "init", "--quiet", "--initial-branch=main");
  for (const [key, value] of Object.entries(config)) await git(folder, {}, "config", key, value);
  for (const step of exampleHistory) await commit(folder, step);
  return folder;
}

async function commit(folder, { date, author, message, files }) {
  for (const [path, write] of Object.entries(files)) {
    const text = write(readFileSync(join(example, path), "utf8"));
    if (text === undefined) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  const dates = { GIT_AUTHOR_NAME: author, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  await git(folder, {}, "add", "--all");
  await git(folder, dates, "commit", "--quiet", "--no-verify", `--message=${message}`);
}

async function git(folder, environment, ...parameters) {
  const env = getCleanEnvironment(environment);
  const { code, output } = await runProgram("git", parameters, { cwd: folder, env });
  if (code !== 0) throw new Error(`git ${parameters.join(" ")} failed in ${folder}: ${output}`);
}
