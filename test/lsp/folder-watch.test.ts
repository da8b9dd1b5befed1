/** What happens to files where the editor watches none of them: the server does. */
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { type LspClient, startClient } from "../support/lsp-client";
import { makeFolder, writeInto } from "../support/temporary-folder";

async function start(): Promise<{ readonly folder: string; readonly client: LspClient }> {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  const client = await startClient({ folders: [folder], without: ["watchedFiles"] });
  await client.scanned();
  expect(client.allRules(folder)).toEqual(["docs/specs/a.md header/missing-field"]);
  return { folder, client };
}

test("a file that changes, appears, moves or goes is noticed", async () => {
  const { folder, client } = await start();
  const shows = (...rules: readonly string[]) =>
    client.until(() => client.allRules(folder).join() === rules.join(), rules.join());
  writeInto(folder, "docs/specs/a.md", WORDY_DATE);
  await shows("docs/specs/a.md header/date-format");
  writeInto(folder, "docs/specs/b.md", WITHOUT_OWNER);
  await shows("docs/specs/a.md header/date-format", "docs/specs/b.md header/missing-field");
  renameSync(join(folder, "docs/specs/b.md"), join(folder, "docs/specs/c.md"));
  await shows("docs/specs/a.md header/date-format", "docs/specs/c.md header/missing-field");
  rmSync(join(folder, "docs/specs/c.md"));
  await shows("docs/specs/a.md header/date-format");
});

test("folders are followed as they are made, moved, deleted and made again", async () => {
  const { folder, client } = await start();
  const shows = (...rules: readonly string[]) =>
    client.until(() => client.allRules(folder).join() === rules.join(), rules.join());
  writeInto(folder, "docs/specs/deep/er/b.md", WORDY_DATE);
  await shows("docs/specs/a.md header/missing-field", "docs/specs/deep/er/b.md header/date-format");
  writeInto(folder, "docs/specs/deep/er/b.md", CLEAN);
  await shows("docs/specs/a.md header/missing-field");
  renameSync(join(folder, "docs/specs/deep"), join(folder, "docs/specs/moved"));
  await client.quiet();
  writeInto(folder, "docs/specs/moved/er/b.md", WORDY_DATE);
  await shows("docs/specs/a.md header/missing-field", "docs/specs/moved/er/b.md header/date-format");
  rmSync(join(folder, "docs/specs/moved"), { recursive: true });
  await shows("docs/specs/a.md header/missing-field");
  mkdirSync(join(folder, "docs/specs/moved"));
  await client.quiet();
  writeInto(folder, "docs/specs/moved/b.md", WORDY_DATE);
  await shows("docs/specs/a.md header/missing-field", "docs/specs/moved/b.md header/date-format");
});

test("a policy that changes is in force at once", async () => {
  const { folder, client } = await start();
  writeInto(folder, "docket.yaml", `${POLICY}rules: { header/missing-field: off }\n`);
  await client.until(() => client.allRules(folder).length === 0);
});

test("nothing is told of a folder that was closed", async () => {
  const { folder, client } = await start();
  client.changeFolders([], [folder]);
  await client.until(() => client.allRules(folder).length === 0);
  const { length } = client.messages;
  writeInto(folder, "docs/specs/a.md", WORDY_DATE);
  await client.quiet(300);
  expect(client.messages).toHaveLength(length);
  expect(client.log).toEqual([]);
});
