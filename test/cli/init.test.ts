/** `docket init`: the first policy, and what it recognises. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, FILED, FILED_PATH, POLICY, WITHOUT_OWNER } from "../support/delivery-documents";
import { parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

test("says what it recognises, writes a policy under which that is so, and names the next step", () => {
  const folder = makeFolder({
    "docs/specs/a.md": CLEAN,
    "docs/specs/b.md": WITHOUT_OWNER,
    [FILED_PATH]: FILED,
    "notes.md": "# Notes\n",
  });
  const { code, out, err } = run(folder, ["init"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(
    /^3 documents recognised, 2 findings:\n {2}2 {2}Canonical \(Class 1\)\n {2}1 {2}Operational Record \(Class 3\)\n/,
  );
  expect(out).toMatch(
    /Wrote docket\.yaml, which builds on the profile `delivery`\.\nNext: run `docket check`/,
  );
  const { documents, findings } = parseCheck(run(folder, ["check", "--format", "json"]));
  expect([documents, findings.length]).toEqual([3, 2]);
});

test("begins with the profile that recognises most documents, unless another one is asked for", () => {
  const files = {
    "report_A01.md": "# Berths\n",
    "report_A01_prompt.md": "# Prompts\n",
    "docs/specs/a.md": CLEAN,
  };
  const chosen = makeFolder(files);
  const { out } = run(chosen, ["init"]);
  expect(out).toContain("builds on the profile `reports`");
  // rules that look at the files beside a report count as well
  const { findings } = parseCheck(run(chosen, ["check", "--format", "json"]));
  expect(out).toMatch(new RegExp(`, ${findings.length} findings:`));
  expect(readFileSync(join(chosen, "docket.yaml"), "utf8")).toContain("extends: reports");
  const asked = makeFolder(files);
  expect(run(asked, ["init", "--profile", "delivery"]).out).toContain("builds on the profile `delivery`");
});

test("never replaces a policy", () => {
  for (const path of ["docket.yaml", ".docket/policy.yaml"]) {
    const folder = makeFolder({ [path]: "version: 1\n" });
    const { code, err } = run(folder, ["init"]);
    expect(code).toBe(2);
    expect(err).toContain(`already has a policy, \`${path}\``);
    expect(readFileSync(join(folder, path), "utf8")).toBe("version: 1\n");
  }
});

test("governs the folder that is named, and says that a policy lies above it", () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "team/docs/specs/a.md": CLEAN });
  const { code, out } = run(folder, ["init", "team"]);
  expect(code).toBe(0);
  expect(out).toContain("takes the place of the policy above it");
  expect(existsSync(join(folder, "team/docket.yaml"))).toBe(true);
  expect(run(folder, ["init", "none"])).toMatchObject({ code: 2, err: "There is no folder `none`.\n" });
});

test("an unknown profile is misuse", () => {
  const folder = makeFolder();
  const { code, err } = run(folder, ["init", "--profile", "deliverz"]);
  expect(code).toBe(2);
  expect(err).toContain("`deliverz`");
  expect(err).toContain("delivery");
  expect(existsSync(join(folder, "docket.yaml"))).toBe(false);
});

test("a folder without documents gets a policy all the same", () => {
  const folder = makeFolder();
  const { code, out } = run(folder, ["init"]);
  expect(code).toBe(0);
  expect(out).toContain("No document here is recognised");
  expect(run(folder, ["check"]).code).toBe(0);
});
