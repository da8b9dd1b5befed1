/** `docket check`: what it prints, in which words and places, and how it ends. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

test("exit code 0, and one line, for documents without a finding", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": CLEAN, "notes.md": "# Notes\n" });
  expect(run(folder, ["check"])).toEqual({
    code: 0,
    out: "✓ 1 document, nothing to report. 1 other document is ungoverned.\n",
    err: "",
  });
});

test("exit code 1 for an error, with the finding at its place", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/b.md": WORDY_DATE,
    "docs/specs/a.md": WITHOUT_OWNER,
  });
  const { code, out } = run(folder, ["check"]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^docs\/specs\/a\.md\n {2}5:1 {2}error {4}`Owner` is missing\..* header\/missing-field\n/,
  );
  expect(out).toContain("\n\ndocs/specs/b.md\n  6:19  info");
  expect(out).toMatch(
    /\n2 documents, 2 findings: 1 error, 1 information\.\n`docket fix` corrects 1 finding\.\n$/,
  );
});

test("information alone is clean", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WORDY_DATE });
  expect(run(folder, ["check"]).code).toBe(0);
});

test("the JSON has the promised keys, counts from 1, and nothing else stands on standard output", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WITHOUT_OWNER,
    "docs/specs/b.md": WORDY_DATE,
  });
  const result = run(folder, ["check", "--format", "json"]);
  const { version, documents, findings } = parseCheck(result);
  expect([result.code, result.err, version, documents]).toEqual([1, "", 1, 2]);
  expect(findings).toEqual([
    {
      rule: "header/missing-field",
      severity: "error",
      path: "docs/specs/a.md",
      line: 5,
      column: 1,
      endLine: 5,
      endColumn: 29,
      message: expect.stringContaining("`Owner` is missing."),
      fixable: true,
      field: "Owner",
    },
    {
      rule: "header/date-format",
      severity: "information",
      path: "docs/specs/b.md",
      line: 6,
      column: 19,
      endLine: 6,
      endColumn: 36,
      message: expect.any(String),
      fixable: true,
      field: "Last Updated",
    },
  ]);
  expect(Object.keys(findings[0] ?? {})).toEqual([
    "rule",
    "severity",
    "path",
    "line",
    "column",
    "endLine",
    "endColumn",
    "message",
    "fixable",
    "field",
  ]);
});

test("takes files and folders, from wherever it is called, and shows paths from the root", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WITHOUT_OWNER,
    "docs/specs/deep/b.md": WITHOUT_OWNER,
    "docs/reference/c.md": "# C\n",
  });
  const pathsOf = (from: string, ...paths: readonly string[]) =>
    parseCheck(run(join(folder, from), ["check", "--format", "json", ...paths])).findings.map(
      ({ path }) => path,
    );
  expect(pathsOf("docs", "specs/a.md")).toEqual(["docs/specs/a.md"]);
  expect(pathsOf("docs/reference", "../specs")).toEqual(["docs/specs/a.md", "docs/specs/deep/b.md"]);
  expect(pathsOf("", "docs/specs/deep", "docs/specs/a.md", "docs/specs")).toEqual([
    "docs/specs/a.md",
    "docs/specs/deep/b.md",
  ]);
  expect(pathsOf("docs/specs/deep")).toContain("docs/reference/c.md");
});

test("the nearest policy governs, whichever folder is checked", () => {
  const off = `${POLICY}rules:\n  header/missing-field: off\n`;
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/a.md": WITHOUT_OWNER,
    "team/.docket/policy.yaml": off,
    "team/docs/specs/b.md": WITHOUT_OWNER,
    "team/docs/specs/c.md": "# C\n",
  });
  const rulesOf = (from: string) =>
    parseCheck(run(join(folder, from), ["check", "--format", "json"])).findings.map(
      ({ path, rule }) => `${path} ${rule}`,
    );
  expect(rulesOf("")).toEqual([
    "docs/specs/a.md header/missing-field",
    "team/docs/specs/c.md header/missing-header",
  ]);
  expect(rulesOf("team/docs")).toEqual(["docs/specs/c.md header/missing-header"]);
});

test("an extended file may lie above the root, as long as the repository holds it", () => {
  const folder = makeFolder({
    ".git/HEAD": "",
    "base.yaml": POLICY,
    "team/docket.yaml": "version: 1\nextends: ../base.yaml\n",
    "team/docs/specs/a.md": WITHOUT_OWNER,
  });
  expect(
    parseCheck(run(join(folder, "team"), ["check", "--format", "json"])).findings.map(
      ({ path, rule }) => `${path} ${rule}`,
    ),
  ).toEqual(["docs/specs/a.md header/missing-field"]);
});

test("without a policy it says how to begin", () => {
  const folder = makeFolder({ ".git/HEAD": "", "docs/specs/a.md": CLEAN });
  const { code, out, err } = run(folder, ["check"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("docket init");
});

test("a path that does not exist is misuse, and named", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": CLEAN });
  expect(run(folder, ["check", "docs/specs/a.md", "docs/spec"])).toEqual({
    code: 2,
    out: "",
    err: "There is no file or folder `docs/spec`.\n",
  });
});

test("paths of two policies without a common one are misuse", () => {
  const folder = makeFolder({ ".git/HEAD": "", "a/docket.yaml": POLICY, "b/docket.yaml": POLICY });
  const { code, err } = run(folder, ["check", "a", "b"]);
  expect(code).toBe(2);
  expect(err).toContain("different policies");
});

test("what a file says never steers the terminal", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/a.md": CLEAN.replace("Canonical", "Cano\u001b[2Jnical\u202e"),
  });
  const { code, out } = run(folder, ["check"]);
  expect(code).toBe(1);
  expect(out).toContain("Cano\uFFFD[2Jnical");
  expect([out.includes("\u001b"), out.includes("\u202e")]).toEqual([false, false]);
});

test("colours only where they are asked for", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  expect(run(folder, ["check"]).out).not.toContain("\u001b[");
  expect(run(folder, ["check"], { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[31merror");
  expect(run(folder, ["check"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain("\u001b[");
});
