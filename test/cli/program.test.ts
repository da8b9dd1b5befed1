/** The command line as such: help, version, misuse. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
