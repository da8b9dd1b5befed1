/** Branches that both sealed records, merged by git itself with and without the union driver. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../server/host/hash";
import { parseLedger } from "../../server/records/ledger";
import { FILED, FILED_PATH, POLICY } from "../support/delivery-documents";
import { git, makeRepository } from "../support/git-repository";
import { useCli } from "../support/run-cli";
import { writeInto } from "../support/temporary-folder";

const run = useCli();

const LEDGER = ".docket/seals.jsonl";
const record = (day: string) => FILED_PATH.replace("2026-02-14", `2026-03-${day}`);

function ledgerOf(folder: string) {
  const text = readFileSync(join(folder, LEDGER), "utf8");
  const ledger = parseLedger(text, sha256);
  return {
    text,
    kinds: ledger.problems.map(({ kind }) => kind),
    paths: ledger.entries.flatMap((entry) => (entry.kind === "seal" ? [entry.path] : [])).sort(),
  };
}

/** Files, seals and commits records for these days on a new or existing branch. */
function sealOn(folder: string, branch: string, ...days: readonly string[]): void {
  git(
    folder,
    "checkout",
    "-q",
    ...(git(folder, "branch", "--list", branch) === "" ? ["-b", branch] : [branch]),
  );
  for (const day of days) writeInto(folder, record(day), FILED);
  expect(run(folder, ["seal"]).code).toBe(0);
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", `${branch} ${days.join()}`);
}

/** A ledger with one seal on `main`, and two branches from there that both seal. */
function makeBranches(attributes?: string): string {
  const folder = makeRepository({
    "docket.yaml": POLICY,
    [FILED_PATH]: FILED,
    ...(attributes === undefined ? {} : { ".gitattributes": attributes }),
  });
  sealOn(folder, "main");
  git(folder, "branch", "theirs");
  sealOn(folder, "ours", "01", "02");
  sealOn(folder, "theirs", "11");
  git(folder, "checkout", "-q", "ours");
  return folder;
}

test("with the union driver git keeps all lines, and the next seal joins them", () => {
  const folder = makeBranches();
  git(folder, "merge", "-q", "-m", "merge", "theirs");
  const merged = ledgerOf(folder);
  expect([merged.kinds, merged.paths]).toEqual([
    ["fork"],
    [FILED_PATH, record("01"), record("02"), record("11")],
  ]);
  const { code, out } = run(folder, ["seal"]);
  expect([code, out]).toEqual([0, `Joined the 2 branches of ${LEDGER}\n`]);
  const joined = ledgerOf(folder);
  expect([joined.kinds, joined.text.startsWith(merged.text)]).toEqual([[], true]);
  expect(run(folder, ["seal"]).out).toBe("");
});

test("branches may begin the ledger both, and may be merged again and again before anybody seals", () => {
  const folder = makeRepository({ "docket.yaml": POLICY });
  git(folder, "branch", "a");
  git(folder, "branch", "b");
  sealOn(folder, "a", "01");
  sealOn(folder, "b", "11");
  git(folder, "merge", "-q", "-m", "merge", "a");
  git(folder, "checkout", "-q", "a");
  writeInto(folder, record("02"), FILED);
  sealOn(folder, "a", "02");
  git(folder, "checkout", "-q", "b");
  git(folder, "merge", "-q", "-m", "merge", "a");
  expect(ledgerOf(folder).kinds).toEqual(["fork"]);
  sealOn(folder, "b", "12");
  sealOn(folder, "a", "03");
  git(folder, "checkout", "-q", "b");
  git(folder, "merge", "-q", "-m", "merge", "a");
  expect(run(folder, ["seal"]).code).toBe(0);
  const { kinds, paths } = ledgerOf(folder);
  expect([kinds, paths]).toEqual([[], ["01", "02", "03", "11", "12"].map(record)]);
});

test("the same record sealed alike on both branches stands there once or twice, and either way is sound", () => {
  const folder = makeBranches();
  sealOn(folder, "ours", "05");
  sealOn(folder, "theirs", "05");
  git(folder, "checkout", "-q", "ours");
  git(folder, "merge", "-q", "-m", "merge", "theirs");
  expect(run(folder, ["seal"]).code).toBe(0);
  expect(ledgerOf(folder).kinds).toEqual([]);
});

test("of a record sealed differently on both branches one line is given up, with what follows it", () => {
  const folder = makeBranches();
  // ours seals it and something after it, theirs another content
  sealOn(folder, "ours", "05");
  sealOn(folder, "ours", "06");
  git(folder, "checkout", "-q", "theirs");
  writeInto(folder, record("05"), FILED.replace("All services", "Most services"));
  sealOn(folder, "theirs");
  git(folder, "checkout", "-q", "ours");
  spawnSync("git", ["merge", "-q", "theirs"], { cwd: folder });
  git(folder, "checkout", "-q", "--theirs", record("05"));
  git(folder, "add", record("05"));
  const refused = run(folder, ["seal"]);
  expect([refused.code, ledgerOf(folder).kinds.sort()]).toEqual([1, ["contradiction", "fork"]]);
  const said = refused.err.split("\n").find((line) => line.includes("another content"));
  expect(said).toMatch(
    /take out the line of the one that was given up, and the lines that follow it on its branch, then run/,
  );
  const own = git(folder, "show", `ours:${LEDGER}`).split("\n");
  const givenUp = own
    .slice(own.findIndex((line) => line.includes(record("05"))))
    .filter((line) => line !== "");
  expect(givenUp).toHaveLength(2);
  const { text } = ledgerOf(folder);
  writeInto(
    folder,
    LEDGER,
    text
      .split("\n")
      .filter((line) => !givenUp.includes(line))
      .join("\n"),
  );
  expect(run(folder, ["seal"]).code).toBe(0);
  const { kinds, paths } = ledgerOf(folder);
  expect([kinds, paths]).toEqual([[], [FILED_PATH, ...["01", "02", "05", "06", "11"].map(record)]]);
});

test.each(["merge", "diff3", "zdiff3"])(
  "without the driver the marks of style %s are resolved, no line lost",
  (style) => {
    const folder = makeBranches(`${LEDGER} merge\n`);
    git(folder, "config", "merge.conflictStyle", style);
    const { status } = spawnSync("git", ["merge", "-q", "theirs"], { cwd: folder });
    expect([status, ledgerOf(folder).kinds]).toEqual([1, ["conflict"]]);
    const { code, out } = run(folder, ["seal"]);
    expect([code, out]).toEqual([
      0,
      `Took conflict marks and repeated lines out of ${LEDGER}\nJoined the 2 branches of ${LEDGER}\n`,
    ]);
    const { kinds, paths } = ledgerOf(folder);
    expect([kinds, paths]).toEqual([[], [FILED_PATH, record("01"), record("02"), record("11")]]);
  },
);

test("marks where one side changed a common line are refused, and the ledger stays", () => {
  const folder = makeBranches(`${LEDGER} merge\n`);
  git(folder, "config", "merge.conflictStyle", "diff3");
  const changed = ledgerOf(folder).text.replace('"filed":"2026-02-15"', '"filed":"2026-02-16"');
  writeInto(folder, LEDGER, changed);
  git(folder, "commit", "-qam", "changed");
  spawnSync("git", ["merge", "-q", "theirs"], { cwd: folder });
  const before = ledgerOf(folder).text;
  const { code, err } = run(folder, ["seal"]);
  expect([code, ledgerOf(folder).text]).toEqual([1, before]);
  expect(err).toContain("one side changed or took out a line that both began with");
});
