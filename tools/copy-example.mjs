/** Makes a workspace to try things in: a copy of the example that is a git repository with a history of its own. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleHistory } from "./example-history.mjs";
import { initRepository } from "./init-repository.mjs";
import { inProject } from "./project.mjs";

const example = inProject("examples", "delivery");

/** Replaces `folder` with a copy of examples/delivery, committed step by step as its records were filed. */
export async function copyExample(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(example, folder, { recursive: true });
  const { commit } = await initRepository(folder);
  for (const { files, ...step } of exampleHistory) {
    for (const [path, write] of Object.entries(files)) {
      const text = write(readFileSync(join(example, path), "utf8"));
      if (text === undefined) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
    await commit(step);
  }
  return folder;
}
