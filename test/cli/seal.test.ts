/** `docket seal`: seals what is filed, once, and never touches a ledger that somebody changed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../server/host/hash";
import { parseLedger } from "../../server/records/ledger";
import { CLEAN, FILED, FILED_PATH, POLICY } from "../support/delivery-documents";
import { commitAll, git, makeRepository } from "../support/git-repository";
import { useCli } from "../support/run-cli";
import { makeFolder, writeInto } from "../support/temporary-folder";

const run = useCli();

const LEDGER = ".docket/seals.jsonl";
const OTHER_PATH = FILED_PATH.replace("2026-02-14", "2026-03-14");
const FILES = { "docket.yaml": POLICY, "docs/specs/a.md": CLEAN, [FILED_PATH]: FILED };

function read(folder: string, path = LEDGER): string {
  return readFileSync(join(folder, path), "utf8");
}

const parse = (folder: string) => parseLedger(read(folder), sha256);

test("seals filed records with their filing date; a second run finds nothing to seal", () => {
  const folder = makeRepository(FILES);
  const { code, out, err } = run(folder, ["seal"]);
  expect([code, out]).toEqual([0, `Sealed ${FILED_PATH}\n`]);
  expect(err).toBe("1 record sealed. Commit the ledger with the records.\n");
  expect(parse(folder)).toMatchObject({
    entries: [{ kind: "seal", path: FILED_PATH, filed: "2026-02-15", sha256: sha256(FILED) }],
    problems: [],
  });
  expect(read(folder, ".gitattributes")).toBe(".docket/seals.jsonl merge=union\n");
  const text = read(folder);
  const second = run(folder, ["seal"]);
  expect([second.code, second.out, read(folder)]).toEqual([0, "", text]);
  expect(second.err).toBe("Nothing to seal: 1 record had a seal already.\n");
});

test("does not vouch for a record that is known not to be as it was filed", () => {
  const folder = makeRepository({ ...FILES, [OTHER_PATH]: FILED });
  const amended = FILED.replace("All services answer", "Most services answer");
  writeInto(folder, FILED_PATH, amended);
  const edited = run(folder, ["seal"]);
  expect([edited.code, edited.out]).toEqual([1, `Sealed ${OTHER_PATH}\n`]);
  expect(edited.err).toContain(
    `${FILED_PATH} was not sealed: it was edited after it was filed (1 line changed), and a seal would vouch for the text that it has now. Restore what was filed, or create a successor.\n`,
  );
  commitAll(folder, "Amend the report");
  expect(run(folder, ["seal"]).err).toMatch(/was not sealed: it was amended in [0-9a-f]{7} on \d{4}-/);
  writeInto(folder, FILED_PATH, FILED);
  expect(run(folder, ["seal"]).out).toBe(`Sealed ${FILED_PATH}\n`);
});

test("--dry-run says the same and writes nothing", () => {
  const folder = makeRepository(FILES);
  const { code, out } = run(folder, ["seal", "--dry-run"]);
  expect([code, out]).toEqual([0, `Would seal ${FILED_PATH}\n`]);
  expect(git(folder, "status", "--porcelain")).toBe("");
});

test("seals what is named, says so of what is no record, and knows misuse", () => {
  const folder = makeRepository({ ...FILES, [OTHER_PATH]: FILED });
  expect(run(folder, ["seal", OTHER_PATH]).out).toBe(`Sealed ${OTHER_PATH}\n`);
  const { code, err } = run(folder, ["seal", "docs/specs/a.md"]);
  expect([code, err]).toEqual([1, "docs/specs/a.md was not sealed: it is no filed record.\n"]);
  expect(run(folder, ["seal", "docs/none.md"]).code).toBe(2);
  expect(run(makeFolder(), ["seal"]).code).toBe(2);
});

test("names a record that changed after it was sealed, and seals the others", () => {
  const folder = makeRepository(FILES);
  run(folder, ["seal"]);
  writeInto(folder, FILED_PATH, FILED.replace("All services answer", "Most services answer"));
  writeInto(folder, OTHER_PATH, FILED);
  const before = read(folder);
  const { code, out, err } = run(folder, ["seal"]);
  expect([code, out]).toEqual([1, `Sealed ${OTHER_PATH}\n`]);
  expect(err).toContain(`${FILED_PATH} was not sealed: it was sealed on `);
  expect(read(folder).startsWith(before)).toBe(true);
  expect(parse(folder).problems).toEqual([]);
});

test("adds nothing to a ledger whose chain is broken, and names the line", () => {
  const folder = makeRepository({ ...FILES, [OTHER_PATH]: FILED });
  run(folder, ["seal"]);
  const broken = read(folder).replace('"filed":"2026-02-15"', '"filed":"2026-02-16"');
  writeInto(folder, LEDGER, broken);
  writeInto(folder, FILED_PATH.replace("2026-02-14", "2026-04-14"), FILED);
  const { code, out, err } = run(folder, ["seal"]);
  expect([code, out, read(folder)]).toEqual([1, "", broken]);
  expect(err).toContain(`${LEDGER}, line 2: This line follows none of the lines above it.`);
});

test("a checkout with other line endings has the same seals", () => {
  const folder = makeRepository(FILES);
  run(folder, ["seal"]);
  writeInto(folder, FILED_PATH, `\uFEFF${FILED.replaceAll("\n", "\r\n")}`);
  writeInto(folder, LEDGER, read(folder).replaceAll("\n", "\r\n"));
  writeInto(folder, OTHER_PATH, FILED);
  expect(run(folder, ["seal"]).out).toBe(`Sealed ${OTHER_PATH}\n`);
  expect(read(folder)).toMatch(/^(?:[^\r\n]+\r\n){2}$/);
  expect(parse(folder).problems).toEqual([]);
});

test("keeps what .gitattributes says, and writes none where there is no git", () => {
  const folder = makeRepository({ ...FILES, ".gitattributes": "*.png binary" });
  run(folder, ["seal"]);
  expect(read(folder, ".gitattributes")).toBe("*.png binary\n.docket/seals.jsonl merge=union\n");
  const own = makeRepository({ ...FILES, ".gitattributes": "/.docket/seals.jsonl -merge\n" });
  run(own, ["seal"]);
  expect(read(own, ".gitattributes")).toBe("/.docket/seals.jsonl -merge\n");
  const plain = makeFolder(FILES);
  expect(run(plain, ["seal"]).code).toBe(0);
  expect(existsSync(join(plain, ".gitattributes"))).toBe(false);
});

test("every policy has its own ledger, beside it", () => {
  const folder = makeRepository({
    ...FILES,
    "team/.docket/policy.yaml": POLICY,
    [`team/${FILED_PATH}`]: FILED,
  });
  expect(run(folder, ["seal"]).out.split("\n").sort()).toEqual(
    ["", `Sealed ${FILED_PATH}`, `Sealed team/${FILED_PATH}`].sort(),
  );
  for (const path of [LEDGER, `team/${LEDGER}`])
    expect(parseLedger(read(folder, path), sha256).entries).toMatchObject([{ path: FILED_PATH }]);
  expect(read(folder, "team/.gitattributes")).toBe(".docket/seals.jsonl merge=union\n");
});

test("a class of records from creation on: sealed once it is committed and unchanged", () => {
  const policy = `${POLICY}classes:\n  log:\n    name: Log\n    paths: [logs/*.md]\n    fields: { Owner: {} }\n    immutable: { when: creation }\n`;
  const files = {
    "docket.yaml": policy,
    "logs/a.md": "# A\n\n**Owner:** X\n",
    "logs/b.md": "# B\n\n**Owner:** X\n",
  };
  const folder = makeRepository(files);
  writeInto(folder, "logs/b.md", "# B\n\n**Owner:** Y\n");
  writeInto(folder, "logs/c.md", "# C\n\n**Owner:** X\n");
  expect(run(folder, ["seal"]).out).toBe("Sealed logs/a.md\n");
  const unknown = run(makeFolder(files), ["seal"]);
  expect([unknown.code, unknown.err]).toEqual([
    1,
    expect.stringContaining("this folder is in no git repository"),
  ]);
});

test("does not seal bytes that are no UTF-8, which no hash of a text tells apart", () => {
  const folder = makeRepository({
    ...FILES,
    [FILED_PATH]: FILED.replace("services", "\uFFFD"),
    [OTHER_PATH]: Buffer.from(FILED.replace("services", "d\u00e9s"), "latin1"),
  });
  const { code, out, err } = run(folder, ["seal"]);
  expect([code, out]).toEqual([1, `Sealed ${FILED_PATH}\n`]);
  expect(err).toContain(`${OTHER_PATH} was not sealed: it is no UTF-8 text.`);
});
