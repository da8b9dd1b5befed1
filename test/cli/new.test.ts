/** `docket new`: the document in its place, or what is missing; nothing is asked where nobody is, nothing written over. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { describe, expect, it, test, vi } from "vitest";
import { newDocument } from "../../server/cli/commands/new";
import { runProgram } from "../../server/cli/program";
import { CLEAN, POLICY } from "../support/delivery-documents";
import { type CliResult, parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

// the package is found from where the bundle lies
vi.mock("../../server/cli/version", () => ({ readVersion: () => "0.0.0" }));

const runProcess = useCli();

/** Within the tests' own process, which costs less than one of its own. */
async function run(folder: string, parameters: readonly string[]): Promise<CliResult> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(parameters, {
    folder,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    colours: pc.createColors(false),
    showsProgress: false,
  });
  return { code: code ?? null, out: out.join(""), err: err.join("") };
}

const SPIKE = `---
title: Spike report
description: What a spike has shown.
class: planning-document
variables:
  stage: { choices: [Early, Late], prompt: How far it is }
---
---
owner: Product Owner
class: Planning Document (Class 4)
status: Draft
last_updated: {today}
stage: {stage}
---
# {title}

> Standing notice: all detail is indicative.
`;

const workspace = (files = {}) => makeFolder({ "docket.yaml": POLICY, ...files });

describe("a document", () => {
  it("is written where the policy says, under its name, and its path is printed", async () => {
    const folder = workspace();
    const made = runProcess(folder, ["new", "phase-gate", "--id", "3.2", "--title", "Night trains"]);
    const path = "docs/product/phase_gates/3.2-night-trains-phase-gate.md";
    expect(made).toEqual({ code: 0, out: `${path}\n`, err: "" });
    expect(readFileSync(join(folder, path), "utf8")).toContain("# Phase Gate Document — 3.2 Night trains\n");
    const again = await run(folder, ["new", "decisions-record", "--id", "3.2"]);
    // the work item has its title already
    expect(again.out).toBe("docs/product/decisions/3.2-night-trains.md\n");
  });

  it("of every template has no finding but its placeholders", async () => {
    const folder = workspace({ "docs/specs/a.md": CLEAN });
    const { templates } = JSON.parse((await run(folder, ["new", "--list", "--format", "json"])).out) as {
      templates: readonly { id: string; folder: string | null; variables: readonly { name: string }[] }[];
    };
    expect(templates.length).toBe(15);
    for (const [index, { id, folder: own, variables }] of templates.entries()) {
      const values = { version: "1.4", environment: "Production", role: `Rider ${index} Owner` };
      const set = Object.entries(values).flatMap(([name, value]) =>
        variables.some((each) => each.name === name) || (name === "version" && id === "operational-record")
          ? ["--set", `${name}=${value}`]
          : [],
      );
      const out = own === null ? ["--out", "docs/product/"] : [];
      const words = ["--id", `3.${index}`, "--title", `Night trains ${index}`];
      const made = await run(folder, ["new", id, ...words, ...set, ...out]);
      expect([made.code, made.err], id).toEqual([0, ""]);
    }
    const { documents, findings } = parseCheck(await run(folder, ["check", "--format", "json"]));
    expect(documents).toBe(16);
    expect(
      findings.map(({ message }) => message).filter((each) => !each.includes(" is a placeholder.")),
    ).toEqual([]);
  }, 60_000);

  it("is never written over another", async () => {
    const folder = workspace({ "docs/specs/a.md": CLEAN });
    for (const more of [[], ["--out", "docs/specs/a.md"]]) {
      const { code, err } = await run(folder, ["new", "specification", "--title", "A", ...more]);
      expect(code).toBe(2);
      expect(err).toMatch(/already|exists/);
      expect(readFileSync(join(folder, "docs/specs/a.md"), "utf8")).toBe(CLEAN);
    }
  });

  it("goes where --out says, a file or a folder, and not out of the policy's folder", async () => {
    const folder = workspace();
    const path = async (out: string) => run(folder, ["new", "specification", "--title", "A", "--out", out]);
    expect((await path("docs/specs/api/")).out).toBe("docs/specs/api/a.md\n");
    expect((await path("docs/specs/api")).out).toBe("");
    expect((await path("docs/specs/b.md")).out).toBe("docs/specs/b.md\n");
    for (const out of ["../x.md", "/tmp/x.md", ".."])
      expect(await path(out), out).toMatchObject({ code: 2, out: "" });
    expect((await path("../x.md")).err).toContain("outside of the folder that the policy governs");
  });

  it("goes to the working folder where it belongs there", async () => {
    const folder = workspace();
    mkdirSync(join(folder, "docs/specs/api"), { recursive: true });
    expect((await run(join(folder, "docs/specs/api"), ["new", "specification", "--title", "A"])).out).toBe(
      "a.md\n",
    );
    expect(
      (await run(join(folder, "docs/specs/api"), ["new", "governance-prompt", "--title", "A"])).out,
    ).toBe("../../documentation_team/prompts/a.md\n");
  });

  it("is only shown with --dry-run", async () => {
    const folder = workspace();
    const made = await run(folder, ["new", "specification", "--title", "A", "--dry-run"]);
    expect(made).toMatchObject({ code: 0, err: "Would write docs/specs/a.md.\n" });
    expect(made.out).toMatch(/^# A\n/);
    const json = await run(folder, ["new", "specification", "--title", "A", "--dry-run", "--format", "json"]);
    expect(JSON.parse(json.out)).toEqual({
      version: 1,
      path: "docs/specs/a.md",
      written: false,
      text: made.out,
    });
    expect(readdirSync(folder)).toEqual(["docket.yaml"]);
  });
});

describe("what is missing or wrong", () => {
  it("is said with the way to give it, and nothing is written", async () => {
    const folder = workspace();
    expect(await run(folder, ["new", "phase-gate"])).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^`docket new phase-gate` needs to be told:\n {2}--id <id> +Id of .*, such as 3\.2 .*\n {2}--title <title> +Title.*\n$/,
      ),
    });
    expect((await run(folder, ["new", "supporting"])).err).toContain(
      "May be left open: --set source=<source>",
    );
    expect((await run(folder, ["new", "planning-document", "--title", "A"])).err).toContain(
      "--out <folder>/",
    );
    expect(readdirSync(folder)).toEqual(["docket.yaml"]);
  });

  it("of an answer is one sentence", async () => {
    const folder = workspace();
    const say = async (...more: readonly string[]) => (await run(folder, ["new", ...more])).err;
    expect(await say("phase-gate", "--id", "../x", "--title", "A")).toMatch(
      /^--id <id>: `\.\.\/x` cannot stand/,
    );
    expect(await say("phase-gate", "--set", "x")).toContain("sets nothing");
    expect(await say("phase-gate", "--set", "x=1")).toMatch(
      /does not ask for `x`\. It asks for `id`, `title` and `slug`/,
    );
    expect(await say("phase-gat")).toContain("Did you mean `phase-gate`?");
    expect(await say()).toContain("Name a template: `canonical`");
    expect(await run(makeFolder(), ["new", "--list"])).toMatchObject({ code: 2, out: "" });
  });
});

test("a person at a terminal is asked for what is missing, again where the answer will not do", async () => {
  const folder = workspace();
  const typed = ["3 2", "3.2", "Night trains"];
  const asked: string[] = [];
  const said: string[] = [];
  const terminal = {
    folder,
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
    colours: pc.createColors(false),
    showsProgress: false,
    ask: async (prompt: string) => {
      asked.push(prompt);
      return typed.shift();
    },
  };
  const options = { set: [], list: false, dryRun: false, format: "pretty" } as const;
  expect(await newDocument("decisions-record", options, terminal)).toBe(0);
  expect(asked.map((each) => each.slice(0, 5))).toEqual(["Id of", "Id of", "Title"]);
  expect(said.join("")).toContain("docs/product/decisions/");
  // the end of the input leaves nothing behind
  await expect(newDocument("phase-gate", options, terminal)).rejects.toThrow("needs to be told");
  expect(existsSync(join(folder, "docs/product/phase_gates"))).toBe(false);
});

test("a template of the workspace is listed and used, its mistakes are findings, and it is no document", async () => {
  const folder = workspace({
    ".docket/templates/spike.md": SPIKE,
    ".docket/templates/broken.md": "---\nclass: nothing\n---\n# X\n",
  });
  const { out } = await run(folder, ["new", "--list"]);
  expect(out).toMatch(/^spike +Spike report\n +What a spike has shown\.\n +where --out says$/m);
  expect(out).toMatch(/^phase-gate +/m);
  const answers = [
    "--title",
    "Tides: a first look",
    "--set",
    "stage=Late",
    "--out",
    "docs/product/decisions/1.1-a.md",
  ];
  expect(await run(folder, ["new", "spike", ...answers])).toMatchObject({ code: 0, err: "" });
  expect(
    (await run(folder, ["new", "spike", "--title", "A", "--set", "stage=Now", "--out", "x.md"])).err,
  ).toContain("is none of `Early` and `Late`");
  const text = readFileSync(join(folder, "docs/product/decisions/1.1-a.md"), "utf8");
  expect(text).toMatch(/^---\nowner: Product Owner\n/);
  expect(text).toContain("\nstage: Late\n");
  const { documents, findings } = parseCheck(await run(folder, ["check", "--format", "json"]));
  expect(documents).toBe(1);
  expect(findings.map(({ path, rule, line }) => [path, rule, line])).toEqual([
    [".docket/templates/broken.md", "policy/problem", 2],
  ]);
});

test("a report comes with its prompt file, where nothing is written over", async () => {
  const folder = makeFolder({ "docket.yaml": "version: 1\nextends: reports\n" });
  const made = await run(folder, ["new", "report", "--task", "a01"]);
  expect(made).toEqual({ code: 0, out: "report_A01.md\nreport_A01_prompt.md\n", err: "" });
  const { findings } = parseCheck(runProcess(folder, ["check", ".", "--format", "json"]));
  expect(findings.map(({ rule }) => rule)).toEqual(["report/length"]);
  const text = readFileSync(join(folder, "report_A01.md"), "utf8");
  expect(await run(folder, ["new", "report", "--task", "A01"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("`report_A01.md` exists already"),
  });
  expect(readFileSync(join(folder, "report_A01.md"), "utf8")).toBe(text);
  const shown = await run(folder, ["new", "report", "--task", "A02", "--dry-run", "--format", "json"]);
  expect(JSON.parse(shown.out)).toMatchObject({
    path: "report_A02.md",
    written: false,
    more: [{ path: "report_A02_prompt.md", written: false }],
  });
  const alone = await run(folder, ["new", "report", "--task", "A03", "--out", "docs/report_A03.md"]);
  expect(alone.out).toBe("docs/report_A03.md\n");
  expect(readdirSync(join(folder, "docs"))).toEqual(["report_A03.md"]);
});
