/** Makes a folder a git repository that takes nothing from the machine's git settings. */
import { getCleanEnvironment } from "./project.mjs";
import { runProgram } from "./run-program.mjs";

const settings = {
  "user.name": "Docket Example",
  "user.email": "example@docket.invalid",
  "commit.gpgsign": "false",
  "core.autocrlf": "false",
};

/** Resolves with `commit`, which commits all that is in the folder; `date` is ISO. Throws with what git says. */
export async function initRepository(folder) {
  await git(folder, {}, "init", "--quiet", "--initial-branch=main");
  for (const [key, value] of Object.entries(settings)) await git(folder, {}, "config", key, value);
  return {
    commit: async ({ date, author, message }) => {
      const dates = { GIT_AUTHOR_NAME: author, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      await git(folder, {}, "add", "--all");
      await git(folder, dates, "commit", "--quiet", "--no-verify", `--message=${message}`);
    },
  };
}

async function git(folder, environment, ...parameters) {
  const env = getCleanEnvironment(environment);
  const { code, output } = await runProgram("git", parameters, { cwd: folder, env });
  if (code !== 0) throw new Error(`git ${parameters.join(" ")} failed in ${folder}: ${output}`);
}
