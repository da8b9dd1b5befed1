/** Files and folders that are created, changed, renamed and deleted while the server runs. */
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { start } from "../support/start-workspace";
import { writeInto } from "../support/temporary-folder";

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

test("a file is created, changed and deleted", async () => {
  const { folder, client } = await start({});
  const path = join(folder, "docs/specs/a.md");
  writeInto(folder, "docs/specs/a.md", WITHOUT_OWNER);
  client.report(CREATED, path);
  await client.until(() => client.rules(path)[0] === "header/missing-field");
  writeInto(folder, "docs/specs/a.md", WORDY_DATE);
  client.report(CHANGED, path);
  await client.until(() => client.rules(path)[0] === "header/date-format");
  rmSync(path);
  client.report(DELETED, path);
  await client.until(() => client.rules(path).length === 0);
});

test("a folder is deleted: the editor reports the folder alone", async () => {
  const { folder, client } = await start({
    "docs/specs/x/a.md": WITHOUT_OWNER,
    "docs/specs/x/y/b.md": WITHOUT_OWNER,
    "docs/specs/xy.md": WITHOUT_OWNER,
  });
  rmSync(join(folder, "docs/specs/x"), { recursive: true });
  client.report(DELETED, join(folder, "docs/specs/x"));
  await client.until(() => client.allRules(folder).length === 1);
  expect(client.allRules(folder)).toEqual(["docs/specs/xy.md header/missing-field"]);
});

test("a folder is renamed, with all that is in it", async () => {
  const { folder, client } = await start({
    "docs/specs/x/a.md": WITHOUT_OWNER,
    "docs/specs/x/y/b.md": WORDY_DATE,
  });
  renameSync(join(folder, "docs/specs/x"), join(folder, "docs/specs/z"));
  client.report(DELETED, join(folder, "docs/specs/x"));
  client.report(CREATED, join(folder, "docs/specs/z"));
  await client.until(() => client.rules(join(folder, "docs/specs/z/y/b.md")).length > 0);
  await client.quiet();
  expect(client.allRules(folder)).toEqual([
    "docs/specs/z/a.md header/missing-field",
    "docs/specs/z/y/b.md header/date-format",
  ]);
});

test("a folder is deleted and made again before anyone looks", async () => {
  const { folder, client } = await start({
    "docs/specs/a.md": WITHOUT_OWNER,
    "docs/specs/x/b.md": WITHOUT_OWNER,
    "docs/specs/x/docket.yaml": `${POLICY}rules: { "*": off }\n`,
    "docs/specs/y/c.md": "# C\0",
  });
  expect(client.allRules(folder)).toEqual([
    "docs/specs/a.md header/missing-field",
    "docs/specs/y/c.md internal/unreadable-path",
  ]);
  rmSync(join(folder, "docs"), { recursive: true });
  client.report(DELETED, join(folder, "docs"));
  writeInto(folder, "docs/specs/x/docs/specs/d.md", WITHOUT_OWNER);
  client.report(CREATED, join(folder, "docs"));
  await client.until(() => client.rules(join(folder, "docs/specs/x/docs/specs/d.md")).length > 0);
  await client.scanned();
  expect(client.allRules(folder)).toEqual(["docs/specs/x/docs/specs/d.md header/missing-field"]);
});

test("a document moves to where another class, or none, claims it", async () => {
  const { folder, client } = await start({ "docs/specs/a.md": "# A\n" });
  expect(client.allRules(folder)).toEqual(["docs/specs/a.md header/missing-header"]);
  mkdirSync(join(folder, "attic"));
  renameSync(join(folder, "docs/specs/a.md"), join(folder, "attic/a.md"));
  client.report(DELETED, join(folder, "docs/specs/a.md"));
  client.report(CREATED, join(folder, "attic/a.md"));
  await client.until(() => client.allRules(folder).length === 0);
});

test("a file deleted under its open document keeps its findings until it is closed", async () => {
  const { folder, client } = await start({ "docs/specs/a.md": CLEAN });
  const path = join(folder, "docs/specs/a.md");
  client.open(path, WITHOUT_OWNER);
  await client.until(() => client.rules(path).length === 1);
  rmSync(path);
  client.report(DELETED, path);
  await client.quiet();
  expect(client.rules(path)).toEqual(["header/missing-field"]);
  client.close(path);
  await client.until(() => client.rules(path).length === 0);
});

test("a file deleted under a document that was saved is gone, and comes back with what is typed", async () => {
  const { folder, client } = await start({ "docs/specs/a.md": WITHOUT_OWNER });
  const path = join(folder, "docs/specs/a.md");
  client.open(path, WITHOUT_OWNER);
  await client.until(() => client.published(path)?.version === 1);
  rmSync(path);
  client.report(DELETED, path);
  await client.until(() => client.rules(path).length === 0);
  client.change(path, WORDY_DATE);
  await client.until(() => client.rules(path)[0] === "header/date-format");
});

test("an editor that keeps documents of deleted files opens them anew: they are there again with their file", async () => {
  const options = { parameters: { initializationOptions: { views: true, keepsDeleted: true } } };
  const { folder, client } = await start({}, options);
  const path = join(folder, "docs/specs/a.md");
  client.open(path, WITHOUT_OWNER);
  await client.quiet();
  expect(client.rules(path)).toEqual([]);
  writeInto(folder, "docs/specs/a.md", WITHOUT_OWNER);
  client.report(CREATED, path);
  await client.until(() => client.rules(path).length === 1);
  rmSync(path);
  client.report(DELETED, path);
  await client.until(() => client.rules(path).length === 0);
});

test("a new document that has not been saved is diagnosed, and forgotten when it is closed", async () => {
  const { folder, client } = await start({});
  const path = join(folder, "docs/specs/new one (draft).md");
  client.open(path, WITHOUT_OWNER);
  await client.until(() => client.rules(path).length === 1);
  client.close(path);
  await client.until(() => client.rules(path).length === 0);
});

test("many changes at once, as a checkout makes them, all arrive", async () => {
  const names = Array.from({ length: 300 }, (_, i) => `docs/specs/${i}.md`);
  const { folder, client } = await start(Object.fromEntries(names.map((name) => [name, CLEAN])));
  for (const name of names) writeInto(folder, name, WITHOUT_OWNER);
  client.report(CHANGED, ...names.map((name) => join(folder, name)));
  await client.until(() => client.allRules(folder).length === names.length);
  for (const name of names) rmSync(join(folder, name));
  client.report(DELETED, ...names.map((name) => join(folder, name)));
  await client.until(() => client.allRules(folder).length === 0);
});

test("what becomes unreadable is a finding for as long as it is so", async () => {
  const { folder, client } = await start({ "docs/specs/a.md": CLEAN });
  const path = join(folder, "docs/specs/a.md");
  writeInto(folder, "docs/specs/a.md", "# A\0");
  client.report(CHANGED, path);
  await client.until(() => client.rules(path)[0] === "internal/unreadable-path");
  writeInto(folder, "docs/specs/a.md", CLEAN);
  client.report(CHANGED, path);
  await client.until(() => client.rules(path).length === 0);
});

test("evidence that names a document follows whether that is there", async () => {
  const cited = "docs/specs/tides.md";
  const gates = "docs/product/phase_gates/3.2-tides-phase-gate.md";
  const { folder, client } = await start({ [gates]: citing(cited) });
  const path = join(folder, gates);
  const isTold = () => client.rules(path).includes("gate/cited-evidence-missing");
  expect(isTold()).toBe(true);
  writeInto(folder, cited, CLEAN);
  client.report(CREATED, join(folder, cited));
  await client.until(() => !isTold());
  rmSync(join(folder, "docs/specs"), { recursive: true });
  client.report(DELETED, join(folder, "docs/specs"));
  await client.until(isTold);
});

function citing(path: string): string {
  return `# Phase Gate Document — 3.2 Tides

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 3.2 — Tides
**Version:** v1.0
**Date Filed:** —
**Last Updated:** 2026-02-18

## Gate 1 — Pre-alignment

### Gate 1.1 — Tides written down

- Evidence: ${path} v1.0
- Owner confirmation: Yes — Harbour Lead, 2026-02-18
- PMO validation: Pass — PMO Lead, 2026-02-18
`;
}
