/** New documents through the language server: templates, questions, answers, documents, and templates that change. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { methods } from "../../server/protocol/messages";
import type {
  NewDocuments,
  TemplateChoice,
  TemplateQuestion,
  WorkItemKind,
} from "../../server/protocol/new-document";
import { CLEAN, GATE, GATE_PATH, POLICY, WITHOUT_OWNER } from "../support/delivery-documents";
import { type LspClient, startClient, uriOf } from "../support/lsp-client";
import { start } from "../support/start-workspace";
import { makeFolder } from "../support/temporary-folder";

const SPIKE = "---\ntitle: Spike\nclass: planning-document\n---\n# {title}\n";

const templatesIn = (client: LspClient, folder: string, more: object = {}) =>
  client.request<readonly TemplateChoice[]>(methods.templates, { folder: uriOf(folder), ...more });

describe("a new document", () => {
  it("goes where its class belongs, under a name that follows the pattern", async () => {
    const { folder, client } = await start({});
    expect(await templatesIn(client, folder)).toContainEqual({
      policy: "docket.yaml",
      id: "phase-gate",
      title: "Phase gate document",
      description: expect.stringMatching(/\.$/),
      class: "Delivery Record (Class 7)",
      folder: "docs/product/phase_gates",
      fileName: "{id}-{slug}-phase-gate.md",
      fits: false,
    });
    const draft = { folder: uriOf(folder), policy: "docket.yaml", template: "phase-gate" };
    const answers = { id: "3.2", title: "Retries of Calls" };
    const made = await client.request<NewDocuments>(methods.newDocument, { ...draft, answers });
    const [document] = made.documents;
    expect(document?.uri).toBe(
      uriOf(join(folder, "docs/product/phase_gates/3.2-retries-of-calls-phase-gate.md")),
    );
    expect(document?.text).toContain("3.2 Retries of Calls");
    expect(document?.text).not.toMatch(/\{(?:id|title|today)\}/);
    expect(await client.request(methods.newDocument, { ...draft, answers: {} })).toEqual({
      documents: [],
      refusal: expect.stringContaining("Not answered: Id"),
    });
    expect(await client.request(methods.newDocument, { ...draft, template: "none", answers })).toMatchObject({
      documents: [],
      refusal: expect.stringContaining("no such template"),
    });
  });

  it("is asked for in the words of its template, with what follows from where it was called", async () => {
    const { folder, client } = await start({ [GATE_PATH]: GATE });
    const draft = { folder: uriOf(folder), policy: "docket.yaml", at: uriOf(join(folder, GATE_PATH)) };
    const ask = (template: string, answers: object) =>
      client.request<TemplateQuestion | null>(methods.templateQuestion, { ...draft, template, answers });
    expect(await ask("lessons-learnt", {})).toMatchObject({ name: "id", value: "3.2", step: 1, steps: 3 });
    expect(await ask("lessons-learnt", { id: "3.2" })).toMatchObject({ name: "title", value: "Retries" });
    expect(await ask("lessons-learnt", { id: "3.2", title: "a", slug: "a" })).toBeNull();
    const check = (name: string, value: string) =>
      client.request(methods.checkAnswer, { ...draft, template: "phase-gate", answers: {}, name, value });
    expect(await check("id", "3.2")).toContain("has its gates in docs/product");
    expect(await check("id", "3 2")).toContain("An id is");
    expect(await check("id", "3.3")).toBeNull();
  });

  it("goes to the folder that it was asked for where it belongs there", async () => {
    const { folder, client } = await start({ "docs/specs/api/a.md": CLEAN });
    const called = { at: uriOf(join(folder, "docs/specs/api")), placed: true };
    const templates = await templatesIn(client, folder, called);
    expect(templates.filter(({ fits }) => fits).map(({ id }) => id)).toEqual(["specification"]);
    const params = { folder: uriOf(folder), ...called, policy: "docket.yaml", template: "specification" };
    const answers = { title: "Retries", owner: "", slug: "retries" };
    const { documents } = await client.request<NewDocuments>(methods.newDocument, { ...params, answers });
    expect(documents[0]?.uri).toBe(uriOf(join(folder, "docs/specs/api/retries.md")));
  });
});

test("a work item starts with all of its documents, once", async () => {
  const { folder, client } = await start({});
  const inFolder = { folder: uriOf(folder) };
  const kinds = await client.request<readonly WorkItemKind[]>(methods.workItemKinds, inFolder);
  expect(kinds.map(({ name, documents }) => [name, documents.length])).toEqual([
    ["feature", 3],
    ["defect", 3],
  ]);
  const answers = { id: "BLG-TECH-09", title: "Calls time out" };
  const begin = (workItem: string, given: object = answers) =>
    client.request<NewDocuments>(methods.newDocument, {
      ...inFolder,
      policy: "docket.yaml",
      workItem,
      answers: given,
    });
  const draft = await begin("defect");
  expect(draft.refusal).toBeNull();
  expect(draft.documents.map(({ uri }) => uri)).toEqual(
    [
      "docs/product/phase_gates/BLG-TECH-09-calls-time-out-phase-gate.md",
      "docs/product/decisions/BLG-TECH-09-calls-time-out.md",
      "docs/product/lessons_learnt/BLG-TECH-09-calls-time-out-lessons.md",
    ].map((path) => uriOf(join(folder, path))),
  );
  expect(await begin("epic")).toMatchObject({ documents: [] });

  const [gates] = draft.documents;
  const path = join(folder, "docs/product/phase_gates/BLG-TECH-09-calls-time-out-phase-gate.md");
  client.open(path, gates?.text ?? "");
  await client.until(() => client.published(path) !== undefined);
  const refusal = expect.stringContaining("has its gates in docs/product");
  expect(await begin("defect")).toEqual({ documents: [], refusal });
});

test("a new report is a main and a prompt file whose one finding is a length", async () => {
  const { folder, client } = await start({ "docket.yaml": "version: 1\nextends: reports\n" });
  const inFolder = { folder: uriOf(folder) };
  expect(await client.request(methods.reportChoices, inFolder)).toEqual([
    { policy: "docket.yaml", name: "reports" },
  ]);
  const draft = { ...inFolder, policy: "docket.yaml", report: true, answers: { task: "a05" } };
  const question = await client.request<TemplateQuestion | null>(methods.templateQuestion, draft);
  expect(question).toMatchObject({ name: "(folder)", value: "", step: 2, steps: 2 });
  const { documents } = await client.request<NewDocuments>(methods.newDocument, draft);
  const paths = ["report_A05.md", "report_A05_prompt.md"].map((path) => join(folder, path));
  expect(documents.map(({ uri }) => uri)).toEqual(paths.map(uriOf));
  for (const [index, path] of paths.entries()) {
    writeFileSync(path, documents[index]?.text ?? "");
    client.report(1, path);
    client.open(path, documents[index]?.text ?? "");
  }
  const rulesIn = (path: string) => client.diagnostics(path).map(({ code }) => code);
  await expect.poll(() => paths.map(rulesIn)).toEqual([["report/length"], []]);

  // the task that has a report is the last one, and nothing is written over it
  const asked = await client.request<TemplateQuestion | null>(methods.templateQuestion, {
    ...draft,
    answers: {},
  });
  expect(asked?.choices.at(-1)).toEqual({
    value: "A05",
    description: expect.stringMatching(/^Real-Time Streaming .* · has report_A05\.md$/),
  });
  expect(await client.request(methods.newDocument, draft)).toEqual({
    documents: [],
    refusal: expect.stringContaining("`report_A05.md` exists already"),
  });
});

test("where no policy has tasks, there is no report to begin", async () => {
  const { folder, client } = await start({});
  expect(await client.request(methods.reportChoices, { folder: uriOf(folder) })).toEqual([]);
});

test("asked before the policies are found, the server answers when they are", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`a/${index}/b/notes.md`, "# Notes\n"]),
  );
  const folder = makeFolder({
    ...files,
    "team/docket.yaml": POLICY,
    "team/.docket/templates/spike.md": SPIKE,
  });
  const client = await startClient({ folders: [folder] });
  const [templates, kinds] = await Promise.all([
    templatesIn(client, folder),
    client.request<readonly WorkItemKind[]>(methods.workItemKinds, { folder: uriOf(folder) }),
  ]);
  expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(["phase-gate", "spike"]));
  expect(templates.find(({ id }) => id === "phase-gate")?.folder).toBe("team/docs/product/phase_gates");
  expect(kinds.map(({ name }) => name)).toEqual(["feature", "defect"]);
});

test("of several policies the nearest upward answers, all of them where none is above", async () => {
  const policies = { "a/docket.yaml": POLICY, "b/docket.yaml": POLICY };
  const folder = makeFolder({
    ...policies,
    "b/.docket/templates/spike.md": SPIKE,
    "b/docs/specs/a.md": CLEAN,
  });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const all = await templatesIn(client, folder);
  expect(new Set(all.map(({ policy }) => policy))).toEqual(new Set(["a/docket.yaml", "b/docket.yaml"]));
  const inB = await templatesIn(client, folder, { at: uriOf(join(folder, "b/docs/specs/a.md")) });
  expect(new Set(inB.map(({ policy }) => policy))).toEqual(new Set(["b/docket.yaml"]));
  expect(inB.map(({ id }) => id)).toContain("spike");
  const inA = await templatesIn(client, folder, { at: uriOf(join(folder, "a")), placed: true });
  expect(inA.map(({ id }) => id)).not.toContain("spike");
});

describe("a template of the workspace", () => {
  const path = ".docket/templates/spike.md";

  it("is seen at once when it comes, changes and goes, and no document is read again for it", async () => {
    const { folder, client } = await start({ "docs/specs/a.md": WITHOUT_OWNER });
    const absolute = join(folder, path);
    const timesTold = () => client.messages.filter(({ uri }) => uri.endsWith("/a.md")).length;
    const titleNow = async () => (await templatesIn(client, folder)).find(({ id }) => id === "spike")?.title;
    expect(await titleNow()).toBeUndefined();
    mkdirSync(join(folder, ".docket/templates"), { recursive: true });
    writeFileSync(absolute, SPIKE);
    client.report(1, absolute);
    await expect.poll(titleNow).toBe("Spike");
    client.open(absolute, SPIKE.replace("title: Spike", "title: Spike report"));
    await expect.poll(titleNow).toBe("Spike report");
    client.close(absolute);
    await expect.poll(titleNow).toBe("Spike");
    renameSync(join(folder, ".docket/templates"), join(folder, ".docket/old"));
    client.report(3, join(folder, ".docket/templates"));
    client.report(1, join(folder, ".docket/old"));
    await expect.poll(titleNow).toBe(undefined);
    expect(timesTold()).toBe(1);
  });

  it("has its mistakes in its own file, and is no document itself", async () => {
    const broken = "---\ntitle: Spike\nclass: planing-document\n---\n# {title}\n\n**Status:** Finalised\n";
    const { folder, client } = await start({ [path]: broken });
    const absolute = join(folder, path);
    await client.until(() => client.diagnostics(absolute).length > 0);
    expect(client.diagnostics(absolute)).toMatchObject([
      {
        message: expect.stringMatching(/`planing-document` is no class.*Did you mean `planning-document`/),
        range: { start: { line: 2, character: 7 }, end: { line: 2, character: 23 } },
      },
    ]);
    expect((await templatesIn(client, folder)).map(({ id }) => id)).not.toContain("spike");
    client.open(absolute, broken.replace("planing", "planning"));
    await client.until(() => client.diagnostics(absolute).length === 0);
    expect((await templatesIn(client, folder)).map(({ id }) => id)).toContain("spike");
  });

  it("is found fault with as soon as it comes, open or not, until it is right", async () => {
    const broken = SPIKE.replace("---\n#", "kind: decision-record\n---\n#");
    const { folder, client } = await start({ "docs/specs/a.md": CLEAN });
    const absolute = join(folder, path);
    mkdirSync(join(folder, ".docket/templates"), { recursive: true });
    writeFileSync(absolute, broken);
    client.report(1, absolute);
    await client.until(() => client.diagnostics(absolute).length === 1);
    client.open(absolute, broken);
    await templatesIn(client, folder);
    expect(client.diagnostics(absolute)).toHaveLength(1);
    writeFileSync(absolute, SPIKE);
    client.report(2, absolute);
    client.change(absolute, SPIKE);
    await client.until(() => client.diagnostics(absolute).length === 0);
    client.close(absolute);
    expect((await templatesIn(client, folder)).map(({ id }) => id)).toContain("spike");
    rmSync(absolute);
    client.report(3, absolute);
    await expect
      .poll(async () => (await templatesIn(client, folder)).map(({ id }) => id))
      .not.toContain("spike");
  });
});
