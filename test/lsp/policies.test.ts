/** Policies that appear, change, break and go while the server runs. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { startClient } from "../support/lsp-client";
import { makeFolder, writeInto } from "../support/temporary-folder";

const DOCUMENTS = { "docs/specs/a.md": WITHOUT_OWNER, "docs/specs/b.md": WORDY_DATE };
const WITHOUT_RULE = `${POLICY}rules:\n  header/missing-field: off\n`;
const BOTH = ["docs/specs/a.md header/missing-field", "docs/specs/b.md header/date-format"];
const ONE = ["docs/specs/b.md header/date-format"];

test("an edit of the policy diagnoses everything again, open or not, before it is saved", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  const policy = join(folder, "docket.yaml");
  client.open(join(folder, "docs/specs/a.md"), WITHOUT_OWNER);
  client.open(policy, POLICY, "yaml");
  await client.scanned();
  expect(client.allRules(folder)).toEqual(BOTH);
  client.change(policy, WITHOUT_RULE);
  await client.until(() => client.allRules(folder).length === 1);
  expect(client.allRules(folder)).toEqual(ONE);
  client.change(policy, `${POLICY}rules:\n  header/*: error\n`);
  await client.until(() => client.diagnostics(join(folder, "docs/specs/b.md"))[0]?.severity === 1);
  client.close(policy);
  await client.until(() => client.diagnostics(join(folder, "docs/specs/b.md"))[0]?.severity === 3);
  expect(client.allRules(folder)).toEqual(BOTH);
});

test("a broken policy has its finding, and the last good one stays in force", async () => {
  const folder = makeFolder({ "docket.yaml": WITHOUT_RULE, ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  expect(client.allRules(folder)).toEqual(ONE);
  writeInto(folder, "docket.yaml", "version: 1\nextends: [delivery\n");
  client.report(2, join(folder, "docket.yaml"));
  await client.until(() => client.rules(join(folder, "docket.yaml")).length > 0);
  await client.quiet();
  expect(client.allRules(folder)).toEqual(["docket.yaml policy/problem", ...ONE]);
  const path = join(folder, "docs/specs/c.md");
  writeInto(folder, "docs/specs/c.md", WITHOUT_OWNER.replace("2026-02-18", "18 February 2026"));
  client.report(1, path);
  await client.until(() => client.rules(path).length > 0);
  expect(client.rules(path)).toEqual(["header/date-format"]);
  writeInto(folder, "docket.yaml", POLICY);
  client.report(2, join(folder, "docket.yaml"));
  await client.until(() => client.rules(path).includes("header/missing-field"));
  expect(client.rules(join(folder, "docket.yaml"))).toEqual([]);
});

test("a mistake that leaves a policy is located, and the rest of it holds", async () => {
  const folder = makeFolder({ "docket.yaml": `${WITHOUT_RULE}extendz: x\n`, ...DOCUMENTS });
  const client = await startClient({ folders: [folder], docsBase: "file:///docs/rules" });
  await client.scanned();
  expect(client.allRules(folder)).toEqual(["docket.yaml policy/problem", ...ONE]);
  expect(client.diagnostics(join(folder, "docket.yaml"))[0]?.codeDescription).toEqual({
    href: "file:///docs/policy.md",
  });
  expect(client.diagnostics(join(folder, "docket.yaml"))[0]?.range).toEqual({
    start: { line: 4, character: 0 },
    end: { line: 4, character: 7 },
  });
});

test("nothing is said until there is a policy, and everything is taken back when it goes", async () => {
  const folder = makeFolder({ ".git/HEAD": "", ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  client.open(join(folder, "docs/specs/a.md"), WITHOUT_OWNER);
  await client.scanned();
  expect(client.messages).toEqual([]);
  const policy = join(folder, ".docket/policy.yaml");
  writeInto(folder, ".docket/policy.yaml", POLICY);
  client.report(1, join(folder, ".docket"));
  await client.until(() => client.allRules(folder).length === 2);
  expect(client.allRules(folder)).toEqual(BOTH);
  rmSync(policy);
  client.report(3, policy);
  await client.until(() => client.allRules(folder).length === 0);
});

test("the nearest policy governs, from the moment at which it appears", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "team/docs/specs/a.md": WITHOUT_OWNER, ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  expect(client.allRules(folder)).toEqual([...BOTH, "team/docs/specs/a.md header/missing-field"]);
  writeInto(folder, "team/docket.yaml", WITHOUT_RULE);
  client.report(1, join(folder, "team/docket.yaml"));
  await client.until(() => client.allRules(folder).length === 2);
  expect(client.allRules(folder)).toEqual(BOTH);
  rmSync(join(folder, "team/docket.yaml"));
  client.report(3, join(folder, "team/docket.yaml"));
  await client.until(() => client.allRules(folder).length === 3);
});

test("what a policy extends is followed, also when it is absent at first", async () => {
  const folder = makeFolder({ "docket.yaml": "version: 1\nextends: ./base.yaml\n", ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  expect(client.allRules(folder)).toEqual(["docket.yaml policy/problem"]);
  writeInto(folder, "base.yaml", POLICY);
  client.report(1, join(folder, "base.yaml"));
  await client.until(() => client.allRules(folder).length === 2);
  expect(client.allRules(folder)).toEqual(BOTH);
  writeInto(folder, "base.yaml", `${POLICY}nonsense: 1\n`);
  client.report(2, join(folder, "base.yaml"));
  await client.until(() => client.allRules(folder).length === 3);
  expect(client.allRules(folder)).toContain("base.yaml policy/problem");
});

test("opening, saving and closing a policy diagnoses nothing again", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  await client.quiet();
  const { changes } = client;
  client.open(join(folder, "docket.yaml"), POLICY, "yaml");
  client.report(2, join(folder, "docket.yaml"));
  client.close(join(folder, "docket.yaml"));
  await client.quiet();
  expect(client.changes).toBe(changes);
});

test("a change of the policy sends again what has changed, and nothing else", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, ...DOCUMENTS });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const before = client.messages.length;
  writeInto(folder, "docket.yaml", `${POLICY}rules: { header/date-format: warning }\n`);
  client.report(2, join(folder, "docket.yaml"));
  await client.scanned();
  expect(client.messages.slice(before).map(({ uri }) => uri.slice(-4))).toEqual(["b.md"]);
});

test("a folder below the policy is governed by it, within the repository", async () => {
  const top = makeFolder({
    ".git/HEAD": "",
    "docket.yaml": WITHOUT_RULE,
    "team/docs/specs/a.md": "# A\n",
    "docs/specs/a.md": "# A\n",
  });
  const client = await startClient({ folders: [join(top, "team")] });
  await client.scanned();
  expect(client.allRules(top)).toEqual([]);
  const all = makeFolder({
    ".git/HEAD": "",
    "docket.yaml": `${POLICY}classes: { canonical: { paths: ["**/specs/*.md"] } }\n`,
    "team/docs/specs/a.md": "# A\n",
    "docs/specs/b.md": "# A\n",
  });
  const below = await startClient({ folders: [join(all, "team")] });
  await below.scanned();
  expect(below.allRules(all)).toEqual(["team/docs/specs/a.md header/missing-header"]);
});
