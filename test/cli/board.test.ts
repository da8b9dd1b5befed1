/** `docket board`: one page, two charts to paste, or data. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { phaseGate, phaseGatePath } from "../support/board-of";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

const PATH = phaseGatePath("7.1");
const TIDES = phaseGate({
  id: "7.1",
  title: "Tides",
  state: "SPEC_DELIVERY",
  gates: "## Gate 2 — In progress\n",
  rows: [
    ["A1", "Print", "Printer", "2999-02-27", "In progress", "—"],
    ["A2", "Bind", "Binder", "2999-03-04", "Blocked", "A1"],
  ],
});

function makeRoot(): string {
  return makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: TIDES });
}

test("writes one page, whose links lead from where it lies to the documents", () => {
  const folder = makeRoot();
  const result = run(folder, ["board", "--out", "out/board.html"]);
  expect(result).toEqual({ code: 0, out: "", err: "The board is in `out/board.html`.\n" });
  const page = readFileSync(join(folder, "out/board.html"), "utf8");
  expect(page).toMatch(/^<!DOCTYPE html>/);
  const line = TIDES.split("\n").findIndex((each) => each.startsWith("| A1")) + 1;
  expect(page).toContain(`href="../${PATH}#L${line}"`);
  for (const [, path = ""] of page.matchAll(/href="([^"#]*)/g))
    expect(existsSync(join(folder, "out", path))).toBe(true);
  expect(readdirSync(join(folder, "out"))).toEqual(["board.html"]);
});

test("lets no style but its own through", () => {
  const { out } = run(makeRoot(), ["board"]);
  const style = /<style>([^<]*)<\/style>/.exec(out)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(out).toContain(`style-src 'sha256-${hash}'`);
  expect(out).toContain(`href="./${PATH}#L`);
});

test("from a folder below, links and files go from there", () => {
  const folder = makeRoot();
  run(join(folder, "docs"), ["board", "--out", "board.html"]);
  expect(readFileSync(join(folder, "docs/board.html"), "utf8")).toContain(`href="../${PATH}#L`);
});

test("replaces an older board, and nothing that is no file or is a document", () => {
  const folder = makeRoot();
  writeFileSync(join(folder, "board.html"), "old");
  mkdirSync(join(folder, "boards"));
  expect(run(folder, ["board", "--out", "board.html"]).code).toBe(0);
  expect(readFileSync(join(folder, "board.html"), "utf8")).toContain("Tides");
  expect(run(folder, ["board", "--out", "boards"])).toEqual({
    code: 2,
    out: "",
    err: "`boards` was not written: it is a folder. Name another file, such as `--out board.html`.\n",
  });
  expect(run(folder, ["board", "--out", PATH])).toEqual({
    code: 2,
    out: "",
    err: `\`${PATH}\` was not written: it is a document of this workspace. Name another file, such as \`--out board.html\`.\n`,
  });
  expect(readFileSync(join(folder, PATH), "utf8")).toBe(TIDES);
  expect(run(folder, ["board", "--out", "docket.yaml"]).code).toBe(2);
  expect(run(folder, ["board", "--out", "board.html/x.html"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("`board.html/x.html` was not written: "),
  });
});

test("gives data with all that the page shows", () => {
  const { code, out } = run(makeRoot(), ["board", "--format", "json"]);
  const board = JSON.parse(out);
  expect(code).toBe(0);
  expect(board).toMatchObject({
    version: 1,
    lanes: [{ lifecycle: "feature", closed: 0 }],
    charts: [{ workItem: "7.1", loose: 0 }],
    deadlines: [{ workItem: "7.1", actions: [{ id: "A1", due: "2999-02-27" }, { id: "A2" }] }],
    compliance: [{ class: "Delivery Record (Class 7)", documents: 1 }],
  });
  const column = board.lanes[0].columns.find(({ state }: { state: string }) => state === "SPEC_DELIVERY");
  expect(column.workItems).toMatchObject([{ key: "7.1", due: "2999-02-27", nextGate: { gate: "2" } }]);
  expect(board.charts[0].nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
    "action",
    "action",
    "gate",
  ]);
  expect(board.charts[0].edges.map(({ critical }: { critical: boolean }) => critical)).toEqual([true, true]);
});

test("counts findings as `docket check` does", () => {
  const folder = makeRoot();
  writeFileSync(join(folder, PATH), TIDES.replace("**Owner:** PMO Lead\n", ""));
  const { findings } = JSON.parse(run(folder, ["check", "--format", "json"]).out);
  const worse = findings.filter(({ severity }: { severity: string }) => severity !== "information");
  const { compliance } = JSON.parse(run(folder, ["board", "--format", "json"]).out);
  expect(worse.length).toBeGreaterThan(0);
  expect(compliance[0].worst).toEqual({ path: PATH, findings: worse.length });
});

test("prints charts to paste, to a file too", () => {
  const folder = makeRoot();
  const { out } = run(folder, ["board", "--format", "mermaid"]);
  expect(out).toContain("A1 Print (Printer) :crit, milestone, t0_0, 2999-02-27, 0d");
  run(folder, ["board", "--format", "mermaid", "--out", "board.txt"]);
  expect(readFileSync(join(folder, "board.txt"), "utf8")).toBe(out);
});

test("says which formats there are, and fails where a policy is broken", () => {
  expect(run(makeRoot(), ["board", "--format", "pdf"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("html, mermaid, json"),
  });
  const broken = makeFolder({ "docket.yaml": "version: [\n", [PATH]: TIDES });
  expect(run(broken, ["board"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("A policy cannot be read"),
  });
});
