/** `docket file`: files a document once nothing stands in its way, and writes nothing else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../server/host/hash";
import { parseLedger } from "../../server/records/ledger";
import { CLEAN, FILED, FILED_PATH, POLICY } from "../support/delivery-documents";
import { GATES, GATES_PATH, REPORT, REPORT_PATH } from "../support/filing-documents";
import { git, makeRepository } from "../support/git-repository";
import { useCli } from "../support/run-cli";
import { makeFolder, writeInto } from "../support/temporary-folder";

const run = useCli();

const LEDGER = ".docket/seals.jsonl";
const FILES = { "docket.yaml": POLICY, [REPORT_PATH]: REPORT };

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** The day on which the machine files. */
function filingDay(text: string): string {
  return /\*\*Date Filed:\*\* (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? "";
}

test("files: two lines change, the document is then filed, and a second time is refused", () => {
  const folder = makeRepository(FILES);
  const { code, out, err } = run(folder, ["file", REPORT_PATH]);
  expect([code, out, err]).toEqual([0, `Filed ${REPORT_PATH}. Commit it to make it permanent.\n`, ""]);
  const text = read(folder, REPORT_PATH);
  const day = filingDay(text);
  expect(text).toBe(
    REPORT.replace("**Status:** Active", "**Status:** Filed").replace(
      "**Date Filed:** —",
      `**Date Filed:** ${day}`,
    ),
  );
  expect(git(folder, "status", "--porcelain")).toBe(` M ${REPORT_PATH}\n`);
  expect(run(folder, ["check"]).code).toBe(0);
  const again = run(folder, ["file", REPORT_PATH]);
  expect([again.code, again.err]).toEqual([
    1,
    `${REPORT_PATH} cannot be filed:\n  line 5: This document is filed already. A filed record is permanent; what follows it is a new document.\n`,
  ]);
  expect(read(folder, REPORT_PATH)).toBe(text);
});

test("refuses with all reasons, each with its line, and writes nothing", () => {
  const text = GATES.replace("commit 1a2b3c", "[PENDING]")
    .replace("✅ Complete", "Not started")
    .replace("PMO Lead\n", "—\n");
  const folder = makeRepository({ "docket.yaml": POLICY, [GATES_PATH]: text });
  const { code, out, err } = run(folder, ["file", GATES_PATH]);
  expect([code, out, read(folder, GATES_PATH)]).toEqual([1, "", text]);
  expect(err.split("\n").map((line) => line.slice(0, 44))).toEqual([
    `${GATES_PATH} cannot be filed:`.slice(0, 44),
    expect.stringMatching(/^ {2}line 3: `—` is a placeholder/),
    "  line 15: Gate item R.1 is pending: it lack",
    "  line 27: Action A-01 (`Lock the specificat",
    "",
  ]);
});

test("--dry-run shows a diff that git applies, and writes nothing", () => {
  const folder = makeRepository(FILES);
  const { code, out, err } = run(folder, ["file", "--dry-run", REPORT_PATH]);
  expect([code, err, git(folder, "status", "--porcelain")]).toEqual([
    0,
    `${REPORT_PATH} can be filed.\n`,
    "",
  ]);
  writeInto(folder, "changes.patch", out);
  git(folder, "apply", "changes.patch");
  expect(read(folder, REPORT_PATH)).toContain("**Status:** Filed\n");
  const refused = run(folder, ["file", "--dry-run", REPORT_PATH]);
  expect([refused.code, refused.out]).toEqual([1, ""]);
});

test("tells what nobody may correct later, and files all the same", () => {
  const folder = makeRepository({
    ...FILES,
    [REPORT_PATH]: REPORT.replace("Delivery Record", "Delivery Recrod"),
  });
  for (const parameters of [
    ["file", "--dry-run", REPORT_PATH],
    ["file", REPORT_PATH],
  ]) {
    const { code, err } = run(folder, parameters);
    expect(code).toBe(0);
    expect(err).toContain(`${REPORT_PATH}: what nobody may correct once it is filed:\n  line 4: `);
  }
});

test("seals the record where a ledger is kept, and keeps none where there is none", () => {
  const folder = makeRepository({ ...FILES, [FILED_PATH]: FILED });
  run(folder, ["seal"]);
  const before = read(folder, LEDGER);
  const { code, out } = run(folder, ["file", REPORT_PATH]);
  expect([code, out]).toEqual([
    0,
    `Filed ${REPORT_PATH}. Commit it to make it permanent.\nSealed it in ${LEDGER}, which belongs into the same commit.\n`,
  ]);
  const text = read(folder, LEDGER);
  const { entries, problems } = parseLedger(text, sha256);
  expect([text.startsWith(before), problems]).toEqual([true, []]);
  expect(entries[1]).toMatchObject({
    path: REPORT_PATH,
    filed: filingDay(read(folder, REPORT_PATH)),
    sha256: sha256(read(folder, REPORT_PATH)),
  });
  expect(run(folder, ["seal"]).out).toBe("");
});

test("does not file anew what was sealed, reopened and edited, nor beside a broken ledger", () => {
  const folder = makeRepository({ ...FILES, [FILED_PATH]: FILED });
  run(folder, ["seal"]);
  run(folder, ["file", REPORT_PATH]);
  const reopened = REPORT.replace("All criteria pass", "Most criteria pass");
  writeInto(folder, REPORT_PATH, reopened);
  const again = run(folder, ["file", REPORT_PATH]);
  expect([again.code, read(folder, REPORT_PATH)]).toEqual([1, reopened]);
  expect(again.err).toContain("It is not what was sealed on");
  writeInto(folder, LEDGER, read(folder, LEDGER).replace("2026-02-15", "2026-02-16"));
  const broken = run(folder, ["file", REPORT_PATH]);
  expect([broken.code, read(folder, REPORT_PATH)]).toEqual([1, reopened]);
  expect(broken.err).toContain(`${LEDGER}, line 2: This line follows none of the lines above it.`);
});

test("misuse: no document, a folder, an uncovered file, no policy", () => {
  const folder = makeRepository({ ...FILES, "notes.txt": "x", "docs/specs/a.md": CLEAN });
  for (const [parameters, message] of [
    [["file"], "missing required argument"],
    [["file", "docs/none.md"], "There is no file or folder"],
    [["file", "docs"], "`docs` is a folder"],
    [["file", "notes.txt"], "No policy covers `notes.txt`"],
    [["file", REPORT_PATH, "docs/specs/a.md"], "too many arguments"],
  ] as const) {
    const { code, err } = run(folder, parameters);
    expect([code, err], parameters.join(" ")).toEqual([2, expect.stringContaining(message)]);
  }
  expect(run(folder, ["file", "docs/specs/a.md"]).code).toBe(1);
  expect(run(makeFolder({ "a.md": REPORT }), ["file", "a.md"]).code).toBe(2);
  const unreadable = makeFolder({ ...FILES, "docket.yaml": "classes: [" });
  expect(run(unreadable, ["file", REPORT_PATH])).toMatchObject({
    code: 2,
    err: expect.stringContaining("The policy cannot be read"),
  });
});

test("a document that cannot be written back stays as it is", () => {
  const bytes = Buffer.from(REPORT.replace("All criteria pass", "All crit\u00e8res pass"), "latin1");
  const folder = makeRepository({ ...FILES, [REPORT_PATH]: bytes });
  const { code, err } = run(folder, ["file", REPORT_PATH]);
  expect([code, readFileSync(join(folder, REPORT_PATH)).equals(bytes)]).toEqual([2, true]);
  expect(err).toContain("was not filed: it is no UTF-8 text");
});

test("there is no unfile: it says why, and what to do instead", () => {
  const folder = makeRepository(FILES);
  for (const parameters of [["unfile"], ["unfile", REPORT_PATH, "--force"]]) {
    const { code, out, err } = run(folder, parameters);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^There is no way back from filing, .*: create a successor, .*\.\n$/);
  }
  expect(run(folder, ["--help"]).out).not.toContain("unfile");
});
