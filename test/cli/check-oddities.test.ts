/** `docket check` on a disk as disks are: what cannot be read or trusted is named, and the rest still works. */
import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER } from "../support/delivery-documents";
import { type CliOptions, parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

function findingsOf(folder: string, options: CliOptions = {}): readonly string[] {
  return parseCheck(run(folder, ["check", "--format", "json"], options)).findings.map(
    ({ rule, severity, path, line, column }) => `${path}:${line}:${column} ${severity} ${rule}`,
  );
}

test.skipIf(process.platform === "win32")(
  "folders and files without read permission are findings, the rest is checked",
  () => {
    const folder = makeFolder({
      "docket.yaml": POLICY,
      "docs/specs/closed/a.md": CLEAN,
      "docs/specs/locked.md": CLEAN,
      "docs/specs/b.md": WITHOUT_OWNER,
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "docs/specs/closed"), 0);
    chmodSync(join(folder, "docs/specs/locked.md"), 0);
    try {
      // permissions do not hold for root
      expect(findingsOf(folder, isRoot ? { uid: NOBODY } : {})).toEqual([
        "docs/specs/b.md:5:1 error header/missing-field",
        "docs/specs/closed:1:1 warning internal/unreadable-path",
        "docs/specs/locked.md:1:1 warning internal/unreadable-path",
      ]);
    } finally {
      chmodSync(join(folder, "docs/specs/closed"), 0o755);
    }
  },
);

test.skipIf(process.platform === "win32")("a pipe, which nobody may ever write to, is passed over", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/b.md": WITHOUT_OWNER });
  execFileSync("mkfifo", [join(folder, "docs/specs/a.md"), join(folder, "docs/pipe.md")]);
  symlinkSync("../pipe.md", join(folder, "docs/specs/link.md"));
  expect(findingsOf(folder, { timeout: 20_000 })).toEqual(["docs/specs/b.md:5:1 error header/missing-field"]);
});

test("links in a circle and out of the root are passed over, linked documents reported once", () => {
  const outside = makeFolder({ "secret.md": WITHOUT_OWNER });
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  symlinkSync("..", join(folder, "docs/specs/up"));
  symlinkSync("a.md", join(folder, "docs/specs/alias.md"));
  symlinkSync(outside, join(folder, "docs/specs/outside"));
  expect(findingsOf(folder)).toEqual(["docs/specs/a.md:5:1 error header/missing-field"]);
});

test("binary files and files that are too large are findings", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/utf16.md": Buffer.from(CLEAN, "utf16le"),
    "docs/specs/huge.md": Buffer.alloc(21 * 1024 * 1024, 0x20),
    "image.png": Buffer.alloc(16),
    "docs/specs/a.md": CLEAN,
  });
  expect(findingsOf(folder)).toEqual([
    "docs/specs/huge.md:1:1 warning internal/unreadable-path",
    "docs/specs/utf16.md:1:1 warning internal/unreadable-path",
  ]);
});

test("an empty document, one of 5 MB and one that is no UTF-8 are checked like any other", () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/specs/empty.md": "",
    "docs/specs/large.md": CLEAN + "Another line of text.\n".repeat(250_000),
    "docs/specs/latin.md": Buffer.from(WITHOUT_OWNER.replace("Calls", "Caf\u00e9s"), "latin1"),
    "docs/specs/bom.md": `\uFEFF${WITHOUT_OWNER.replaceAll("\n", "\r\n")}`,
  });
  expect(findingsOf(folder)).toEqual([
    "docs/specs/bom.md:5:1 error header/missing-field",
    "docs/specs/empty.md:1:1 error header/missing-header",
    "docs/specs/latin.md:5:1 error header/missing-field",
  ]);
});

test("a mistake in the policy is a finding in the policy, and the rest of it holds", () => {
  const folder = makeFolder({ "docket.yaml": `${POLICY}rulez:\n  x: 1\n`, "docs/specs/a.md": WITHOUT_OWNER });
  const { code } = run(folder, ["check"]);
  expect(code).toBe(1);
  expect(findingsOf(folder)).toEqual([
    "docket.yaml:3:1 error policy/problem",
    "docs/specs/a.md:5:1 error header/missing-field",
  ]);
});

test("a file-name pattern with an unknown token is refused in the policy, and asks nothing of any name", () => {
  const policy = `${POLICY}classes: { canonical: { kinds: { specification: { fileName: "{titel}.md" } } } }\n`;
  const folder = makeFolder({ "docket.yaml": policy, "docs/specs/a.md": CLEAN });
  const { findings } = parseCheck(run(folder, ["check", "--format", "json"]));
  expect(findings.map(({ rule, path, line, message }) => [rule, path, line, message])).toEqual([
    [
      "policy/problem",
      "docket.yaml",
      3,
      "`{titel}` stands for nothing in a file name. There are `{id}`, `{slug}`, `{version}`, `{date}`, `{task}`, `{part}`, `{name}` and `{any}`.",
    ],
  ]);
});

test("a policy that is no YAML is a finding, and the verdict is that there is none", () => {
  const folder = makeFolder({
    "docket.yaml": "version: 1\nextends: [delivery\n",
    "docs/specs/a.md": WITHOUT_OWNER,
  });
  const result = run(folder, ["check", "--format", "json"]);
  expect(result.code).toBe(2);
  expect(parseCheck(result).findings.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    "docket.yaml policy/problem",
  ]);
  expect(result.err).toContain("not been checked");
});

test("nothing below node_modules, .git or what the policy ignores is looked at", () => {
  const folder = makeFolder({
    "docket.yaml": `${POLICY}ignore: ["**/drafts/**"]\n`,
    ".git/docs/specs/a.md": WITHOUT_OWNER,
    "node_modules/x/docs/specs/a.md": WITHOUT_OWNER,
    "docs/specs/drafts/a.md": WITHOUT_OWNER,
    "docs/specs/drafts/docket.yaml": "nonsense: [",
    "docs/specs/a.md": WITHOUT_OWNER,
  });
  expect(findingsOf(folder)).toEqual(["docs/specs/a.md:5:1 error header/missing-field"]);
});
