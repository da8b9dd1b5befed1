/** The command line as such: help, version, misuse. */
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY } from "../support/delivery-documents";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

test("help names the commands, with examples, and is no failure", () => {
  const folder = makeFolder();
  const { code, out, err } = run(folder, ["--help"]);
  expect([code, err]).toEqual([0, ""]);
  for (const word of ["check", "fix", "actions", "gates", "init", "lsp", "Examples:", "Exit codes:"])
    expect(out).toContain(word);
  expect(run(folder, ["check", "--help"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("--format"),
  });
});

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
    readonly version: string;
  };
  expect(run(makeFolder(), ["--version"])).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
});

test.each([[["chekc"]], [["check", "--formta", "json"]], [["check", "--format", "xml"]], [["lsp"]], [[]]])(
  "%j is misuse: exit code 2, words on standard error alone",
  (parameters) => {
    const { code, out, err } = run(makeFolder(), parameters);
    expect([code, out]).toEqual([2, ""]);
    expect(err.length).toBeGreaterThan(0);
  },
);

// only Linux has a device that is always full
test.runIf(existsSync("/dev/full"))(
  "output that cannot be written is a failure, and is told in a sentence",
  () => {
    const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": CLEAN });
    const stdout = openSync("/dev/full", "w");
    for (const parameters of [["check"], ["status"], ["board"], ["--version"]]) {
      const { code, err } = run(folder, parameters, { stdout });
      expect([parameters, code]).toEqual([parameters, 2]);
      expect(err).toContain("The output could not be written: ENOSPC");
      expect(err).not.toContain("    at ");
    }
    closeSync(stdout);
  },
);
