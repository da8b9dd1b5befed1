/** `docket fix`: changes what is safe, shows it first, and never takes away a way back. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, FILED, FILED_PATH, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { git, makeRepository } from "../support/git-repository";
import { useCli } from "../support/run-cli";
import { makeFolder, writeInto } from "../support/temporary-folder";

const run = useCli();

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

test("fixes what needs no decision, keeping line endings and byte order mark; a second run changes nothing", () => {
  const crlf = `\uFEFF${WORDY_DATE.replaceAll("\n", "\r\n")}`;
  const folder = makeRepository({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WORDY_DATE,
    "docs/specs/b.md": crlf,
    "docs/specs/c.md": CLEAN,
  });
  const { code, out, err } = run(folder, ["fix"]);
  expect([code, out]).toEqual([0, "docs/specs/a.md  1 fix\ndocs/specs/b.md  1 fix\n"]);
  expect(err).toContain("2 fixes applied in 2 documents.");
  expect(read(folder, "docs/specs/a.md")).toBe(CLEAN);
  expect(read(folder, "docs/specs/b.md")).toBe(`\uFEFF${CLEAN.replaceAll("\n", "\r\n")}`);
  git(folder, "commit", "-qam", "fixed");
  expect(run(folder, ["fix"]).out).toBe("");
  expect(git(folder, "status", "--porcelain")).toBe("");
});

test("exit code 1 when a finding is left", () => {
  const folder = makeRepository({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WORDY_DATE,
    "docs/specs/b.md": WITHOUT_OWNER,
  });
  const { code, err } = run(folder, ["fix"]);
  expect(code).toBe(1);
  expect(err).toContain("1 finding left");
});

test("what is left is what a check finds then, in the policy and of deleted records too", () => {
  const folder = makeRepository({
    "docket.yaml": `${POLICY}rules:\n  header/missing-fields: error\n`,
    "docs/specs/a.md": WORDY_DATE,
    "docs/specs/b.md": WITHOUT_OWNER,
    [FILED_PATH]: FILED,
  });
  rmSync(join(folder, FILED_PATH));
  const dry = run(folder, ["fix", "--dry-run"]);
  expect([dry.code, dry.err]).toEqual([1, expect.stringContaining("3 findings would be left")]);
  const { code, err } = run(folder, ["fix", "--allow-dirty"]);
  expect([code, err]).toEqual([1, expect.stringContaining("1 fix applied in 1 document.\n3 findings left")]);
  expect(run(folder, ["check"]).out).toContain("3 findings: ");
});

test("--dry-run prints a diff that git applies, and writes nothing", () => {
  const crlf = WORDY_DATE.replaceAll("\n", "\r\n");
  const files = { "docket.yaml": POLICY, "docs/specs/a.md": WORDY_DATE, "docs/specs/ä b.md": crlf };
  const folder = makeRepository(files);
  const { out, err } = run(folder, ["fix", "--dry-run"]);
  expect(out).toContain("-**Last Updated:** February 18, 2026\n+**Last Updated:** 2026-02-18\n");
  expect(err).toContain("2 fixes would be applied");
  for (const [path, text] of Object.entries(files)) expect(read(folder, path)).toBe(text);
  writeInto(folder, "changes.patch", out);
  git(folder, "apply", "changes.patch");
  expect(read(folder, "docs/specs/a.md")).toBe(CLEAN);
  expect(read(folder, "docs/specs/ä b.md")).toBe(CLEAN.replaceAll("\n", "\r\n"));
});

test("refuses on files with uncommitted changes, and changes no other file either", () => {
  const folder = makeRepository({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WORDY_DATE,
    "docs/specs/b.md": CLEAN,
  });
  writeInto(folder, "docs/specs/b.md", WORDY_DATE);
  const { code, out, err } = run(folder, ["fix"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("  docs/specs/b.md\n");
  expect(err).toContain("--allow-dirty");
  expect(read(folder, "docs/specs/a.md")).toBe(WORDY_DATE);
  expect(run(folder, ["fix", "docs/specs/a.md"]).code).toBe(0);
  expect(run(folder, ["fix", "--allow-dirty"]).code).toBe(0);
  expect(read(folder, "docs/specs/b.md")).toBe(CLEAN);
});

test("uncommitted changes elsewhere are no obstacle", () => {
  const folder = makeRepository({ "docket.yaml": POLICY, "docs/specs/a.md": WORDY_DATE });
  writeInto(folder, "notes.md", "new");
  expect(run(folder, ["fix"]).code).toBe(0);
});

test("without git there is no way back, so it refuses there, too", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WORDY_DATE });
  const { code, err } = run(folder, ["fix"]);
  expect(code).toBe(2);
  expect(err).toContain("in no git repository");
  expect(read(folder, "docs/specs/a.md")).toBe(WORDY_DATE);
  expect(run(folder, ["fix", "--allow-dirty"]).code).toBe(0);
  expect(read(folder, "docs/specs/a.md")).toBe(CLEAN);
});

test("a filed document is listed and keeps every byte", () => {
  const folder = makeRepository({ "docket.yaml": POLICY, [FILED_PATH]: FILED });
  const { out, err } = run(folder, ["fix"]);
  expect(out).toBe("");
  expect(err).toContain(`Skipped ${FILED_PATH}: it is filed`);
  expect(read(folder, FILED_PATH)).toBe(FILED);
});

test("a document that is no UTF-8 is skipped rather than damaged", () => {
  const bytes = Buffer.from(WORDY_DATE.replace("Calls", "Caf\u00e9s"), "latin1");
  const folder = makeRepository({ "docket.yaml": POLICY, "docs/specs/a.md": bytes });
  const { err } = run(folder, ["fix"]);
  expect(err).toContain("Skipped docs/specs/a.md: it is no UTF-8 text.");
  expect(readFileSync(join(folder, "docs/specs/a.md")).equals(bytes)).toBe(true);
});
