/** `docket check --against`: a branch's change, judged by the policy of its base as well. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY } from "../support/delivery-documents";
import { git, makeRepository } from "../support/git-repository";
import { parseCheck, useCli } from "../support/run-cli";

const run = useCli();
const FOLDER = "docs/product/lessons_learnt";
const RECORD = `${FOLDER}/3.2-guest-passes-lessons.md`;
const TEXT = `# Lessons learnt: guest passes

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Filed
**Feature:** 3.2
**Version:** v1.0
**Date Filed:** 2026-02-20

## Findings

Guests waited for four minutes.
`;
const EDITED = TEXT.replace("four", "two");
const EDIT = `record/filed-record-edited ${RECORD}:12`;
const GONE = "record/filed-record-deleted docket.yaml:1";
const LOOSENED = "policy/loosened docket.yaml:1";

interface Branch {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly commit: () => void;
}

/** A repository with one filed record, and a branch that has just left main. */
function branch(files: Readonly<Record<string, string | Uint8Array>> = {}): Branch {
  const folder = makeRepository({ "docket.yaml": POLICY, [RECORD]: TEXT, ...files });
  git(folder, "switch", "-qc", "branch");
  return {
    folder,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit: () => {
      git(folder, "add", "-A");
      git(folder, "commit", "-qm", "change");
    },
  };
}

function findings(folder: string, ref = "main"): readonly string[] {
  const result = run(folder, ["check", "--against", ref, "--format", "json"]);
  expect(result.err).toBe("");
  const found = parseCheck(result).findings;
  const grave = found.some(({ severity }) => severity !== "information");
  expect(result.code).toBe(grave ? 1 : 0);
  return found.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}

test("what a branch has committed was changed since the branch began", () => {
  const { folder, write, commit } = branch({ "docs/specs/a.md": CLEAN });
  write("docs/specs/a.md", `${CLEAN}\nGuests come in by the side door.\n`);
  commit();
  const { out } = run(folder, ["check", "--against", "main"]);
  expect(out).toContain("The text was changed since this branch began, and the version is still");
  expect(out).not.toContain("since the last commit");
});

test("nothing is reported of what the branch did not touch, whatever it is", () => {
  const other = "# Rules\n\n**Owner:** TBD\n**Status:** Canonical\n";
  const { folder, write, commit } = branch({
    "docs/specs/rules.md": other,
    "logo.png": Uint8Array.of(0, 1, 2),
  });
  expect(findings(folder)).toEqual([]);
  write("notes.txt", "Owner: Nobody\n");
  write("logo.png", "other");
  commit();
  expect(findings(folder)).toEqual([]);
  // main goes on, and amends a record: that is not the branch's doing
  git(folder, "switch", "-q", "main");
  write(RECORD, EDITED);
  commit();
  git(folder, "switch", "-q", "branch");
  expect(findings(folder)).toEqual([]);
});

test("a changed record and a deleted one, committed or not", () => {
  const { folder, write, commit } = branch();
  write(RECORD, EDITED);
  expect(findings(folder)).toEqual([EDIT]);
  commit();
  expect(findings(folder)).toEqual([EDIT]);
  rmSync(join(folder, RECORD));
  expect(findings(folder)).toEqual([GONE]);
  commit();
  expect(findings(folder)).toEqual([GONE]);
});

test("a record that only the index has lost is gone", () => {
  const { folder } = branch();
  git(folder, "rm", "-q", "--cached", RECORD);
  expect(findings(folder)).toEqual([GONE]);
});

test("a record that was amended before is no error for who brings it back", () => {
  const { folder, write, commit } = branch();
  git(folder, "switch", "-q", "main");
  write(RECORD, EDITED);
  commit();
  git(folder, "switch", "-qc", "repair");
  write(RECORD, TEXT);
  commit();
  expect(findings(folder)).toEqual([]);
});

test("a record that the branch filed and lost again", () => {
  const { folder, write, commit } = branch();
  const path = `${FOLDER}/3.3-night-passes-lessons.md`;
  write(path, TEXT.replaceAll("3.2", "3.3"));
  commit();
  expect(findings(folder)).toEqual([]);
  rmSync(join(folder, path));
  commit();
  expect(findings(folder)).toEqual([GONE]);
});

const frozen = "classes: { delivery-record: { immutable: ";
test.each([
  ["no longer immutable", `${POLICY}${frozen}null } }\n`, LOOSENED],
  ["another mode", `${POLICY}${frozen}{ when: { Status: Filed }, mode: append-only } } }\n`, LOOSENED],
  ["links allowed", `${POLICY}${frozen}{ when: { Status: Filed }, allow: { links: true } } } }\n`, LOOSENED],
  ["another condition", `${POLICY}${frozen}{ when: { Status: Active } } } }\n`, LOOSENED],
  ["documents ignored", `${POLICY}ignore: ["docs/product/**"]\n`, LOOSENED],
  ["a rule switched off", `${POLICY}rules: { "record/*": off }\n`, LOOSENED],
])("a policy that protects less, alone and with an edit: %s", (_, policy, loosened) => {
  const { folder, write, commit } = branch();
  write("docket.yaml", policy);
  commit();
  const alone = findings(folder);
  expect(new Set(alone)).toEqual(new Set([loosened]));
  write(RECORD, EDITED);
  commit();
  expect(findings(folder)).toEqual([...alone, EDIT]);
});

test("a policy closer by that protects less", () => {
  const { folder, write, commit } = branch();
  write(
    `${FOLDER}/docket.yaml`,
    `${POLICY}${frozen}{ when: { Status: Filed }, allow: { fields: { Owner: "*" } } } } }\n`,
  );
  commit();
  expect(findings(folder)).toEqual([`policy/loosened ${FOLDER}/docket.yaml:1`]);
});

test.each([
  ["more conditions", `${POLICY}${frozen}{ when: { Status: [Filed, Active] } } } }\n`],
  ["no white space", `${POLICY}${frozen}{ when: { Status: Filed }, allow: { whitespace: false } } } }\n`],
])("a policy that protects more is nobody's loss: %s", (_, policy) => {
  const { folder, write, commit } = branch();
  write("docket.yaml", policy);
  commit();
  expect(findings(folder)).toEqual([]);
});

test("a record that the base no longer looked at is missed all the same", () => {
  const { folder, write, commit } = branch();
  git(folder, "switch", "-q", "main");
  write("docket.yaml", `${POLICY}ignore: ["docs/product/**"]\n`);
  commit();
  git(folder, "switch", "-qc", "second");
  rmSync(join(folder, RECORD));
  commit();
  expect(findings(folder)).toEqual([GONE]);
});

test("a base that cannot be told", () => {
  const { folder } = branch();
  for (const ref of ["nowhere", "--output=x", "main..branch"]) {
    const { code, err } = run(folder, ["check", `--against=${ref}`]);
    expect([code, err]).toEqual([2, expect.stringContaining("cannot be compared with")]);
  }
  const orphan = makeRepository({ "docket.yaml": POLICY });
  git(orphan, "switch", "-q", "--orphan", "alone");
  writeFileSync(join(orphan, "docket.yaml"), POLICY);
  git(orphan, "add", "-A");
  git(orphan, "commit", "-qm", "alone");
  expect(run(orphan, ["check", "--against", "main"]).code).toBe(2);
});

test("the only policy deleted, alone and with an edit", () => {
  const { folder, write, commit } = branch();
  rmSync(join(folder, "docket.yaml"));
  expect(findings(folder)).toEqual([LOOSENED]);
  write(RECORD, EDITED);
  commit();
  expect(findings(folder)).toEqual([LOOSENED, EDIT]);
  expect(findings(join(folder, FOLDER))).toEqual([LOOSENED, EDIT]);
  const unknown = run(folder, ["check", "--against", "nowhere"]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("No policy governs")]);
});

test("a record replaced by a link, committed or not", () => {
  const { folder, write, commit } = branch();
  rmSync(join(folder, RECORD));
  symlinkSync("3.3-other-lessons.md", join(folder, RECORD));
  write(`${FOLDER}/3.3-other-lessons.md`, TEXT);
  expect(findings(folder)).toEqual([GONE]);
  expect(parseCheck(run(folder, ["check", "--format", "json"])).findings).toEqual([
    expect.objectContaining({
      rule: "record/filed-record-deleted",
      message: expect.stringMatching(
        /is no document any more\. The file was replaced by a symbolic link\. .* restore the file\.$/,
      ),
    }),
  ]);
  commit();
  expect(findings(folder)).toEqual([GONE]);
});
