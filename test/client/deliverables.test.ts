/** The rows of the tree *Deliverables*. */
import { describe, expect, it } from "vitest";
import { createDeliverables } from "../../client/views/deliverables/model";
import type {
  DeliverableFileNode,
  DeliverableGroup,
  TaskDetails,
  TaskNode,
} from "../../server/protocol/deliverables";
import { fill } from "./fill";

const uri = "file:///repository/report_A01.md";
const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } };
const titlePlace = { uri, path: "report_A01.md", range };
const metPlace = {
  ...titlePlace,
  range: { start: { line: 40, character: 3 }, end: { line: 40, character: 8 } },
};

const file = (given: Partial<DeliverableFileNode>): DeliverableFileNode => ({
  uri,
  path: "report_A01.md",
  role: "report",
  lines: 1402,
  length: "within",
  bounds: { fewest: 1000, most: 1500 },
  ...given,
});

const prompts = file({
  path: "report_A01_prompt.md",
  role: "prompt",
  lines: 1,
  bounds: { fewest: null, most: null },
});

const details: TaskDetails = {
  files: [file({}), prompts],
  requirements: [
    { name: "Access control design", met: metPlace },
    { name: "Ansible strategy", met: null },
  ],
};

const task = (given: Partial<TaskNode>): TaskNode => ({
  key: "/repository:docket.yaml#A01",
  task: "A01",
  title: "AWS Data Platform",
  list: "Mandatory tasks",
  met: 1,
  required: 2,
  lacks: [],
  files: 2,
  fileCount: "within",
  fileBounds: { fewest: 2, most: 10 },
  wrongLengths: 0,
  complete: false,
  place: titlePlace,
  details,
  ...given,
});

const group = (given: Partial<DeliverableGroup>): DeliverableGroup => ({
  key: "/repository:docket.yaml",
  name: "repository",
  uri: "file:///repository/docket.yaml",
  path: "docket.yaml",
  tasks: [task({})],
  open: [],
  ...given,
});

const setting = {
  t: fill,
  renderNumber: (value: number) => value.toLocaleString("en"),
  nameFolder: (): string => "",
  load: async (): Promise<never> => {
    throw new Error("there is nothing to load");
  },
};

const create = (...groups: readonly DeliverableGroup[]) => createDeliverables(groups, setting).nodes;
const createOne = (given: Partial<TaskNode>) => create(group({ tasks: [task(given)] }))[0];

describe("the tree Deliverables", () => {
  it("names the folder of a policy in a workspace of several ones", () => {
    const groups = [group({}), group({ key: "/other:docket.yaml" })];
    const [row] = createDeliverables(groups, { ...setting, nameFolder: () => "harbour" }).nodes;
    expect(row?.description).toMatch(/^harbour · /);
    expect(row?.tooltip).toContain("Policy: harbour · docket\\.yaml");
  });

  it("names the task and how far it is", () => {
    const row = createOne({});
    expect(row).toMatchObject({
      id: "/repository:docket.yaml#A01",
      label: "A01 · 1 of 2",
      description: "AWS Data Platform",
      icon: { id: "circle-large-outline" },
      sentence: "A01 · AWS Data Platform: 1 of 2 requirements",
      state: "open",
    });
    expect(row?.tooltip).toContain("List: Mandatory tasks");
    expect(row?.tooltip).toContain("Files: 2 · 2 to 10");
    expect(createOne({ complete: true })).toMatchObject({
      icon: { id: "pass" },
      sentence: "A01 · AWS Data Platform: complete; 1 of 2 requirements",
    });
    expect(createOne({ lacks: ["prompt"], fileCount: "above", wrongLengths: 1 })?.description).toBe(
      "AWS Data Platform · no prompt file · too many files · length off",
    );
    expect(createOne({ required: 0, lacks: ["report"] })).toMatchObject({
      label: "A01",
      description: "AWS Data Platform · no report",
      sentence: "A01 · AWS Data Platform: no report",
    });
  });

  it("shows the files with their lengths, each of which it opens", () => {
    const [first, second] = createOne({})?.children() ?? [];
    expect(first).toMatchObject({
      label: "report_A01.md",
      description: "1,402 lines",
      icon: { id: "file" },
      target: { uri, range: { start: { line: 0, character: 0 } } },
      sentence: "report_A01.md: report; 1,402 lines",
    });
    expect(second).toMatchObject({
      description: "1 line",
      icon: { id: "comment-discussion" },
      sentence: "report_A01_prompt.md: prompts; 1 line",
    });
    expect(second?.tooltip).not.toContain("Asked for");
  });

  it("warns of what is too short or too long, and by how much", () => {
    const rowOf = (given: Partial<DeliverableFileNode>) =>
      createOne({ details: { ...details, files: [file(given)] } })?.children()[0];
    expect(rowOf({ lines: 902, length: "below" })).toMatchObject({
      description: "902 lines · 98 too few",
      icon: { id: "warning", color: "list.warningForeground" },
      sentence: "report_A01.md: report; 902 lines; 98 too few",
    });
    expect(rowOf({ lines: 3002, length: "above" })?.description).toBe("3,002 lines · 1,502 too many");
    const limits = (fewest: number | null, most: number | null) =>
      /Asked for: (.*)/.exec(rowOf({ bounds: { fewest, most } })?.tooltip ?? "")?.[1]?.trim();
    expect([limits(1000, 1500), limits(null, 1500), limits(1000, null)]).toEqual([
      "1,000 to 1,500",
      "at most 1,500",
      "at least 1,000",
    ]);
  });

  it("leads from what is met to where it is met, and from what is missing to the title", () => {
    const rows = createOne({ lacks: ["prompt"] })?.children() ?? [];
    expect(
      rows.slice(2).map(({ label, description, icon, target }) => [label, description, icon?.id, target]),
    ).toEqual([
      ["No prompt file", "", "warning", titlePlace],
      ["Access control design", "", "pass", metPlace],
      ["Ansible strategy", "missing", "circle-large-outline", titlePlace],
    ]);
    expect(rows.slice(3).map(({ sentence }) => sentence)).toEqual([
      "Access control design; met in report_A01.md",
      "Ansible strategy; missing",
    ]);
  });

  it("says which part meets a requirement, and in which folder files of one name are", () => {
    const files = [file({}), file({ path: "old/report_A01.md" })];
    const rows = createOne({ details: { ...details, files } })?.children() ?? [];
    expect(rows.map(({ description }) => description)).toEqual([
      "1,402 lines · report_A01.md",
      "1,402 lines · old/report_A01.md",
      "report_A01.md",
      "missing",
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
  });

  it("counts the tasks without a report in one row, which is open while there are no others", () => {
    const open = ["A02", "A03"].map((id) => ({ key: `k#${id}`, task: id, title: "Title", list: null }));
    const last = (given: Partial<DeliverableGroup>) => create(group(given)).at(-1);
    expect(last({ open })).toMatchObject({ label: "2 more tasks without a report", state: "closed" });
    expect(last({ open: open.slice(1) })?.label).toBe("1 more task without a report");
    const alone = last({ open, tasks: [] });
    expect(alone).toMatchObject({ label: "2 tasks without a report", state: "open" });
    expect(alone?.children().map(({ label, sentence }) => [label, sentence])).toEqual([
      ["A02 · Title", "A02 · Title; no report"],
      ["A03 · Title", "A03 · Title; no report"],
    ]);
    // what New Report… is given
    expect(alone?.children()[0]).toMatchObject({ task: "A02", uri: "file:///repository/docket.yaml" });
  });

  it("keeps the tasks of several policies apart", () => {
    const open = [{ key: "k#A02", task: "A02", title: "Title", list: null }];
    const rows = create(
      group({ tasks: [task({ complete: true })], open }),
      group({ key: "other", name: "other" }),
    );
    expect(rows.map(({ label, description, state }) => [label, description, state])).toEqual([
      ["repository", "1 of 2 tasks complete", "open"],
      ["other", "0 of 1 tasks complete", "open"],
    ]);
    expect(rows[1]?.children().map(({ label }) => label)).toEqual(["A01 · 1 of 2"]);
  });

  it("asks for what is in a task where that was not sent, and shows nothing of one that has gone", async () => {
    const rows = async (answer: TaskDetails | undefined) => {
      const given = { ...setting, load: async () => answer };
      return await createDeliverables(
        [group({ tasks: [task({ details: null })] })],
        given,
      ).nodes[0]?.load?.();
    };
    expect((await rows(details))?.map(({ label }) => label)).toEqual(
      createOne({})
        ?.children()
        .map(({ label }) => label),
    );
    expect(await rows(undefined)).toEqual([]);
  });
});
