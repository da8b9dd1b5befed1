/** What is known of all documents gives how far each task of a policy is. */
import { expect, test } from "vitest";
import { coverageOf, type DeliveredDocument, type TaskCoverage } from "../../../server/deliverables/coverage";
import { analyse } from "../../../server/engine/analyse";
import { loadPolicies } from "../../../server/engine/policies";
import { PROMPTS, SENSORS, TASKS_POLICY, WIRING } from "../../support/coverage-documents";

type Files = Readonly<Record<string, string>>;

/** By the id of the task. */
function cover(files: Files, text = TASKS_POLICY): Readonly<Record<string, TaskCoverage>> {
  const { policies, problems } = loadPolicies(["docket.yaml"], () => text);
  expect(problems).toEqual([]);
  const [policy] = policies;
  if (policy?.deliverables === undefined) throw new Error("there are no tasks");
  const documents = Object.entries(files).map(([path, content]): DeliveredDocument => {
    const workspace = () => ({ entries: new Map() });
    const analysis = analyse({ path, text: content, policy, today: "2026-03-02", workspace });
    return {
      entry: analysis.entry,
      deliverable: analysis.deliverable(),
      statedLengths: analysis.statedLengths(),
    };
  });
  const covered = coverageOf(policy.path, policy.deliverables, documents);
  return Object.fromEntries(covered.map((each) => [each.task.id, each]));
}

/** Where each requirement is met: the path and the words there. */
function placesOf({ requirements }: TaskCoverage, files: Files) {
  return requirements.map(({ name, met }) => [
    name,
    met && [met.path, files[met.path]?.slice(met.range.start, met.range.end)],
  ]);
}

test("a task is covered by all its parts together, each requirement by the first that meets it", () => {
  const files = {
    "b/report_H01_part02_wiring.md": WIRING.replace("# Wiring", "# Glossary\n\n## Glossary"),
    "report_h01_part01_sensors.md": SENSORS,
    "report_H01_prompt.md": PROMPTS,
    "report_H02.md": `${SENSORS}\n\n`,
  };
  const { H01, H02, H03 } = cover(files);
  expect(H01?.files.map(({ path, role, part, lines }) => [path, role, part, lines])).toEqual([
    ["report_h01_part01_sensors.md", "report", 1, 9],
    ["b/report_H01_part02_wiring.md", "report", 2, 15],
    ["report_H01_prompt.md", "prompt", undefined, 1],
  ]);
  expect(H01 && placesOf(H01, files)).toEqual([
    ["section on buoys", ["report_h01_part01_sensors.md", "Buoys"]],
    ["wiring diagram", ["b/report_H01_part02_wiring.md", "mermaid"]],
    ["glossary", ["report_h01_part01_sensors.md", "Glossary"]],
  ]);
  expect([H01?.met, H01?.lacks, H01?.fileCount, H01?.complete]).toEqual([3, [], "within", true]);
  expect(H02 && placesOf(H02, files)).toEqual([
    ["lamp plan", undefined],
    ["glossary", ["report_H02.md", "Glossary"]],
  ]);
  expect([H02?.met, H02?.lacks, H02?.fileCount, H02?.complete]).toEqual([1, ["prompt"], "within", false]);
  expect([H03?.files, H03?.met, H03?.lacks, H03?.complete]).toEqual([[], 0, [], false]);
});

test("a file is too short or too long for the policy; a prompt file is neither", () => {
  const measure = (text: string) =>
    cover({ "report_H01.md": text, "report_H01_prompt.md": text }).H01?.files.map(
      ({ lines, length, bounds }) => [lines, length, bounds.fewest, bounds.most],
    );
  expect(measure("# A\n")).toEqual([
    [1, "below", 8, 1200],
    [1, "within", undefined, undefined],
  ]);
  expect(measure("a\n".repeat(1200))?.[0]).toEqual([1200, "within", 8, 1200]);
  expect(measure("a\n".repeat(1201))?.[0]).toEqual([1201, "above", 8, 1200]);
});

test("what a manifest states of a file goes before the policy, with its tolerance", () => {
  const measure = (lines: number, stated: string) =>
    cover({
      "report_H01.md": "a\n".repeat(lines),
      "h_01/project_structure.md": `# Structure\n\n- **report_H01.md** (${stated} lines)\n`,
      "project_structure.md": "# Nothing stated\n\n- `report_H01.md`\n",
    }).H01?.files[0]?.length;
  // the same limits as those of the finding on the manifest
  expect([2520, 2521].map((lines) => measure(lines, "~2,100"))).toEqual(["within", "above"]);
  expect([1680, 1679].map((lines) => measure(lines, "~2,100"))).toEqual(["within", "below"]);
  expect([3000, 1679].map((lines) => measure(lines, "2,100+"))).toEqual(["within", "below"]);
});

test("of several files of one name none is held against the manifest", () => {
  const lengths = (manifest: string) =>
    cover({
      "report_H01.md": "a\n",
      "old/report_h01.md": "a\n",
      "project_structure.md": manifest,
    }).H01?.files.map(({ length }) => length);
  expect(lengths("# Structure\n\n- **report_H01.md** (~2,100 lines)\n")).toEqual(["within", "within"]);
  expect(lengths("# Structure\n")).toEqual(["below", "below"]);
});

test("a report that is missing counts as a file; parts may be too many", () => {
  const prompts = cover({ "report_H01_prompt.md": PROMPTS }).H01;
  expect([prompts?.lacks, prompts?.fileCount, prompts?.met]).toEqual([["report"], "within", 0]);
  const parts = Object.fromEntries(
    [1, 2, 3].map((part) => [`report_H01_part0${part}_x.md`, SENSORS] as const),
  );
  const { H01 } = cover({ ...parts, "report_H01_prompt.md": PROMPTS });
  expect([H01?.files.length, H01?.fileCount]).toEqual([4, "above"]);
  const several = TASKS_POLICY.replace("fewest: 2", "fewest: 3");
  expect(cover({ "report_H01.md": SENSORS }, several).H01?.fileCount).toBe("below");
});

test("an alias stands for its task; other documents and other policies' files count for nothing", () => {
  const { H03 } = cover({ "report_tt.md": SENSORS, "notes.md": SENSORS, "report_H09.md": SENSORS });
  expect(H03?.files.map(({ path }) => path)).toEqual(["report_tt.md"]);
  expect(H03?.requirements.map(({ name, met }) => [name, met?.path])).toEqual([["glossary", "report_tt.md"]]);
  const { policies } = loadPolicies(["docket.yaml"], () => TASKS_POLICY);
  const [policy] = policies;
  if (policy?.deliverables === undefined) throw new Error("there are no tasks");
  const deliverable = {
    task: "H01",
    role: "report",
    part: undefined,
    lines: 9,
    title: { start: 0, end: 1 },
    met: [],
  } as const;
  const entry = { path: "sub/report_H01.md", policyPath: "sub/docket.yaml" };
  const covered = coverageOf(policy.path, policy.deliverables, [{ entry, deliverable, statedLengths: [] }]);
  expect(covered.flatMap(({ files }) => files)).toEqual([]);
});
