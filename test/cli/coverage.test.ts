/** `docket coverage`: for people, to paste, and for programs. */
import { expect, test } from "vitest";
import { PROMPTS, SENSORS, TASKS_POLICY, WIRING } from "../support/coverage-documents";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

const FILES = {
  "docket.yaml": TASKS_POLICY,
  "report_H01_part01_sensors.md": SENSORS,
  "wiring/report_H01_part02_wiring.md": WIRING,
  "report_H01_prompt.md": PROMPTS,
  "report_H02.md": "# Lamps\n\n## Lamps | Posts\n",
};

test("tells people of each task its files and what is missing", () => {
  expect(run(makeFolder(FILES), ["coverage"])).toEqual({
    code: 0,
    err: "",
    out: `H01  Harbour Sensors  3 of 3 requirements
  ✓ report_H01_part01_sensors.md         9 lines
  ✓ wiring/report_H01_part02_wiring.md  13 lines
  ✓ report_H01_prompt.md                 1 line   prompts

H02  Quay Lamps  1 of 2 requirements
  ! report_H02.md  3 lines  5 too few
  ! No prompt file
  ○ Glossary  missing

1 more task without a report: H03

2 tasks with files, 1 complete; 4 of 5 requirements met.
`,
  });
});

test("makes a table to paste, in which nothing breaks a row", () => {
  const text = TASKS_POLICY.replace("name: lamp plan", 'name: "lamp | plan"').replace("[lamp*]", "[none]");
  const { out } = run(makeFolder({ ...FILES, "docket.yaml": text }), ["coverage", "--format", "markdown"]);
  expect(out).toBe(`| Task | Files | Requirements | Missing |
| --- | --- | --- | --- |
| **H01** Harbour Sensors | \`report_H01_part01_sensors.md\` (9 lines)<br>\`report_H01_part02_wiring.md\` (13 lines)<br>\`report_H01_prompt.md\` (1 line) | 3 of 3 | – |
| **H02** Quay Lamps | \`report_H02.md\` (3 lines, 5 too few)<br>no prompt file | 0 of 2 | lamp \\| plan, glossary |

1 more task without a report: H03.
`);
});

test("tells programs of all tasks, with the place of what meets a requirement", () => {
  const { out, code } = run(makeFolder(FILES), ["coverage", "--format", "json"]);
  expect(code).toBe(0);
  const { version, policies } = JSON.parse(out);
  expect([version, policies.length, policies[0].policy]).toEqual([1, 1, "docket.yaml"]);
  const [first, second, third] = policies[0].tasks;
  expect(first).toMatchObject({
    task: "H01",
    title: "Harbour Sensors",
    list: "H",
    complete: true,
    met: 3,
    required: 3,
    fileCount: "within",
    lacks: [],
  });
  expect(first.files[1]).toEqual({
    path: "wiring/report_H01_part02_wiring.md",
    role: "report",
    part: 2,
    lines: 13,
    length: "within",
    fewest: 8,
    most: 1200,
  });
  expect(first.requirements[1]).toEqual({
    name: "wiring diagram",
    met: true,
    path: "wiring/report_H01_part02_wiring.md",
    line: 9,
  });
  expect(second).toMatchObject({ task: "H02", complete: false, met: 1, required: 2, lacks: ["prompt"] });
  expect(second.requirements[1]).toEqual({ name: "glossary", met: false, path: null, line: null });
  expect(third).toMatchObject({ task: "H03", files: [], met: 0, required: 1, lacks: [] });
});

test("of a path tells the whole task to which it belongs", () => {
  const folder = makeFolder(FILES);
  expect(run(folder, ["coverage", "wiring"]).out).toMatch(
    /^H01 .*3 of 3 requirements\n(?: .*\n){3}\n1 task with files, 1 complete; 3 of 3 requirements met\.\n$/,
  );
  expect(run(folder, ["coverage", "docket.yaml"]).out).toBe("Nothing there is delivered for a task.\n");
});

test("keeps the tasks of several policies apart", () => {
  const { out } = run(
    makeFolder({ ...FILES, "more/docket.yaml": TASKS_POLICY, "more/report_H03.md": SENSORS }),
    ["coverage"],
  );
  expect(out).toMatch(
    /^docket\.yaml\n\nH01 [\s\S]*\n\nmore\/docket\.yaml\n\nH03 [\s\S]*more\/report_H03\.md/,
  );
  expect(out).toContain("2 more tasks without a report: H01, H02\n");
  expect(out).toContain("3 tasks with files, 1 complete; 5 of 6 requirements met.\n");
});

test("where no policy has tasks, and where one cannot be read", () => {
  const none = run(makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n" }), ["coverage"]);
  expect(none).toEqual({
    code: 0,
    out: "There are no tasks: no policy here says what is to be delivered (`deliverables`).\n",
    err: "",
  });
  const broken = run(makeFolder({ "docket.yaml": "version: [\n" }), ["coverage"]);
  expect(broken.code).toBe(2);
  expect(broken.err).toContain("A policy cannot be read");
});
