/** Several workspace folders, added and removed at run time. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { startClient } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

test("each folder has its own policy", async () => {
  const one = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  const two = makeFolder({
    "docket.yaml": `${POLICY}rules: { header/missing-field: warning }\n`,
    "docs/specs/a.md": WITHOUT_OWNER,
  });
  const none = makeFolder({ "docs/specs/a.md": WITHOUT_OWNER });
  const client = await startClient({ folders: [one, two, none] });
  await client.scanned();
  expect(client.diagnostics(join(one, "docs/specs/a.md")).map(({ severity }) => severity)).toEqual([1]);
  expect(client.diagnostics(join(two, "docs/specs/a.md")).map(({ severity }) => severity)).toEqual([2]);
  expect(client.published(join(none, "docs/specs/a.md"))).toBeUndefined();
});

test("folders come and go", async () => {
  const one = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  const two = makeFolder({ "docket.yaml": POLICY, "docs/specs/b.md": WORDY_DATE });
  const client = await startClient({ folders: [one] });
  client.open(join(two, "docs/specs/b.md"), WORDY_DATE);
  await client.scanned();
  expect(client.allRules(two)).toEqual([]);
  client.changeFolders([two], [one]);
  await client.until(() => client.allRules(two).length === 1 && client.allRules(one).length === 0);
  client.changeFolders([one], [two]);
  await client.until(() => client.allRules(one).length === 1 && client.allRules(two).length === 0);
});

test("a folder within another one is reported once, and outlives it", async () => {
  const outer = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WITHOUT_OWNER,
    "inner/docket.yaml": POLICY,
    "inner/docs/specs/b.md": WITHOUT_OWNER,
  });
  const inner = join(outer, "inner");
  const client = await startClient({ folders: [inner, outer] });
  await client.scanned();
  expect(client.messages.filter(({ uri }) => uri.endsWith("b.md"))).toHaveLength(1);
  expect(client.allRules(outer)).toHaveLength(2);
  client.changeFolders([], [outer]);
  await client.until(() => client.allRules(outer).length === 1 && client.allRules(inner).length === 1);
});
