/** What is delivered for tasks, as the view and the lens above a title have it. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  DeliverableGroup,
  RequirementNode,
  TaskDetails,
  TaskNode,
} from "../../server/protocol/deliverables";
import { methods, type ProcessLine } from "../../server/protocol/messages";
import { PROMPTS, SENSORS, TASKS_POLICY, WIRING } from "../support/coverage-documents";
import { type LspClient, uriOf } from "../support/lsp-client";
import { start } from "../support/start-workspace";

const FIRST = "report_H01_part01_sensors.md";
const SECOND = "wiring/report_H01_part02_wiring.md";
const PROMPT = "report_H01_prompt.md";
const FILES = { "docket.yaml": TASKS_POLICY, [FIRST]: SENSORS, [SECOND]: WIRING, [PROMPT]: PROMPTS };

const DELETED = 3;

const ask = (client: LspClient, opened: readonly string[] = []) =>
  client.request<readonly DeliverableGroup[]>(methods.deliverables, { opened });

/** Asks again after every change, until the only task with files is right. */
async function taskOnce(
  client: LspClient,
  isRight: (task: TaskNode) => boolean = () => true,
): Promise<TaskNode> {
  for (;;) {
    const before = client.changes;
    const tasks = (await ask(client)).flatMap((group) => group.tasks);
    expect(tasks.length).toBeLessThan(2);
    const [task] = tasks;
    if (task !== undefined && isRight(task)) return task;
    await client.until(() => client.changes > before);
  }
}

const lensesOf = (client: LspClient, path: string) =>
  client.request<readonly ProcessLine[]>(methods.processLines, { uri: uriOf(path) });

/** The name, and the file and zero-based line of what meets it. */
const places = (requirements: readonly RequirementNode[] = []) =>
  requirements.map(({ name, met }) => [name, met && [met.path, met.range.start.line]]);

test("a task comes with the files of all its parts, and the place of what meets each requirement", async () => {
  const { folder, client } = await start(FILES);
  const [group] = await ask(client);
  expect(group).toMatchObject({
    path: "docket.yaml",
    open: [
      { task: "H02", title: "Quay Lamps", list: "Harbour tasks" },
      { task: "H03", list: null },
    ],
  });
  const task = await taskOnce(client);
  expect(task).toMatchObject({
    task: "H01",
    list: "Harbour tasks",
    met: 3,
    required: 3,
    lacks: [],
    complete: true,
    place: { uri: uriOf(join(folder, FIRST)), range: { start: { line: 0, character: 2 } } },
  });
  expect(task.details?.files.map(({ path, role, lines, length }) => [path, role, lines, length])).toEqual([
    [FIRST, "report", 9, "within"],
    [SECOND, "report", 13, "within"],
    [PROMPT, "prompt", 1, "within"],
  ]);
  expect(places(task.details?.requirements)).toEqual([
    ["Section on buoys", [FIRST, 2]],
    ["Wiring diagram", [SECOND, 8]],
    ["Glossary", [FIRST, 6]],
  ]);
});

test("it follows what is typed, and files that go", async () => {
  const { folder, client } = await start(FILES);
  client.open(
    join(folder, FIRST),
    `🙂\r\n\r\n${SENSORS.replace("Glossary", "Words").replaceAll("\n", "\r\n")}`,
  );
  const typed = await taskOnce(client, ({ met }) => met === 2);
  expect(typed).toMatchObject({ complete: false, place: { range: { start: { line: 2 } } } });
  expect(places(typed.details?.requirements)).toEqual([
    ["Section on buoys", [FIRST, 4]],
    ["Wiring diagram", [SECOND, 8]],
    ["Glossary", null],
  ]);
  expect(typed.details?.files[0]?.lines).toBe(11);
  rmSync(join(folder, SECOND));
  rmSync(join(folder, PROMPT));
  client.report(DELETED, join(folder, SECOND), join(folder, PROMPT));
  const left = await taskOnce(client, ({ files }) => files === 1);
  expect(left).toMatchObject({ met: 1, lacks: ["prompt"], complete: false });
});

test("a policy without tasks has no group; one that gets them has one at once", async () => {
  const { folder, client } = await start({ [FIRST]: SENSORS });
  expect(await ask(client)).toEqual([]);
  client.open(join(folder, "docket.yaml"), TASKS_POLICY);
  expect((await taskOnce(client)).met).toBe(2);
});

test("of many files only those of the tasks come that are looked into", async () => {
  const copies = Array.from({ length: 200 }, (_, index) => [`${index}/report_H02.md`, SENSORS] as const);
  const { client } = await start({ ...FILES, ...Object.fromEntries(copies) });
  const [group] = await ask(client);
  expect(group?.tasks.map(({ task, files, details }) => [task, files, details])).toEqual([
    ["H01", 3, null],
    ["H02", 200, null],
  ]);
  const key = group?.tasks[0]?.key ?? "";
  const details = await client.request<TaskDetails>(methods.detailsOfTask, { key });
  expect(details.files.map(({ path }) => path)).toEqual([FIRST, SECOND, PROMPT]);
  expect((await ask(client, [key]))[0]?.tasks.map((task) => task.details)).toEqual([details, null]);
  expect(await client.request(methods.detailsOfTask, { key: "another" })).toBeNull();
});

test("above a title stands how long the file is and how far its task, and which task it leads to", async () => {
  const { folder, client } = await start(FILES);
  const { key } = await taskOnce(client);
  const lensOf = async (path: string) => lensesOf(client, join(folder, path));
  const at = (line: number, title: string) => [{ line, title, citedBy: null, taskKey: key }];
  expect(await lensOf(FIRST)).toEqual(at(0, "H01 · 9 lines · 3 of 3 requirements"));
  expect(await lensOf(SECOND)).toEqual(at(0, "H01 · 13 lines · 3 of 3 requirements"));
  expect(await lensOf(PROMPT)).toEqual(at(0, "H01 · prompts"));
  client.open(join(folder, SECOND), `\n\n${WIRING.replace("flowchart", "flow")}`);
  await taskOnce(client, ({ met }) => met === 2);
  expect(await lensOf(SECOND)).toEqual(at(2, "H01 · 15 lines · 2 of 3 requirements"));
  // without a title it stands above the first line
  client.open(join(folder, FIRST), "---\ntitle: sensors\n---\n\n## Buoys\n");
  await taskOnce(client, ({ met }) => met === 1);
  expect(await lensOf(FIRST)).toEqual(at(0, "H01 · 5 lines · 1 of 3 requirements"));
});
