/** What is asked for a new document, what is proposed, and what is said of answers. */
import { describe, expect, it, test } from "vitest";
import { workItemTemplates } from "../../../../server/features/start-work-item";
import {
  checkAnswer,
  type Draft,
  makeDocuments,
  questionsOf,
} from "../../../../server/features/templates/draft";
import { nextQuestion } from "../../../../server/features/templates/question";
import { FOLDER, NOWHERE, type Origin } from "../../../../server/features/templates/variables";
import type { Template } from "../../../../server/policy/types";
import { CURSOR, contextAt, TODAY } from "../authoring/workspace";

const { workspace, document } = contextAt("docs/specs/rain.md", `# Rain${CURSOR}\n`);
const { policy } = document;
const files = new Set(["docs/specs/tides.md", "docs/product/decisions/7.1-tide-tables.md"]);

function draftOf(templates: readonly Template[], origin: Origin = NOWHERE): Draft {
  const kindOf = (path: string) => (files.has(path) ? "file" : path === "docs/specs" ? "folder" : "absent");
  return { policy, templates, origin, today: TODAY, kindOf, documents: workspace.documents };
}

function draft(id: string, origin: Origin = NOWHERE): Draft {
  return draftOf(
    policy.templates.filter((each) => each.id === id),
    origin,
  );
}

const check = (of: Draft, name: string, answer: string, before = {}) => {
  const variable = questionsOf(of).find((each) => each.name === name);
  if (variable === undefined) throw new Error(`${name} is asked for`);
  return checkAnswer(variable, answer, before, of);
};
const namesOf = (of: Draft) => questionsOf(of).map(({ name }) => name);

const HERE: Origin = { folder: undefined, near: "docs/specs", workItem: { id: "7.1", title: "Tide Tables" } };

describe("the questions", () => {
  it("are what the name of the file, the text and the template ask for, the short name behind what it follows from", () => {
    expect(namesOf(draft("phase-gate"))).toEqual(["id", "title", "slug"]);
    expect(namesOf(draft("role-charter"))).toEqual(["role", "manager", "slug"]);
    expect(namesOf(draft("operational-record"))).toEqual(["version", "environment", "observer"]);
    expect(namesOf(draft("scope-document"))).toEqual(["id", "title", "release", "slug"]);
  });

  it("ask for the folder where nothing says which", () => {
    expect(namesOf(draft("planning-document"))).toEqual(["title", "slug", FOLDER]);
    const at = (folder: string) =>
      namesOf(draft("planning-document", { ...NOWHERE, folder, isCertain: true }));
    expect(at("docs/product")).toEqual(["title", "slug"]);
    const named: Origin = { ...NOWHERE, folder: "docs", isCertain: true, fileName: "plan.md" };
    expect(namesOf(draft("planning-document", named))).toEqual(["title"]);
  });

  it("of a work item are those that nothing else answers", () => {
    expect(namesOf(draftOf(workItemTemplates(policy, "feature", TODAY)))).toEqual(["id", "title"]);
  });

  it("come one after the other, each with what suggests itself", () => {
    const lessons = draft("lessons-learnt", HERE);
    expect(nextQuestion({}, lessons)).toMatchObject({ name: "id", value: "7.1", step: 1, steps: 3 });
    expect(nextQuestion({ id: "7.1" }, lessons)).toMatchObject({ name: "title", value: "Tide Tables" });
    expect(nextQuestion({ id: "7.1", title: "Tide Tables" }, lessons)).toMatchObject({
      name: "slug",
      value: "tide-tables",
      step: 3,
    });
    expect(nextQuestion({ id: "7.1", title: "T", slug: "t" }, lessons)).toBeUndefined();
  });

  it("know a work item by its id, wherever they are asked", () => {
    expect(nextQuestion({ id: "7.1" }, draft("lessons-learnt"))).toMatchObject({ value: "Tide Tables" });
    expect(nextQuestion({ id: "7.2" }, draft("lessons-learnt"))).toMatchObject({ value: "" });
  });

  it("do not propose an id that would be refused", () => {
    expect(nextQuestion({}, draft("phase-gate", HERE))).toMatchObject({ name: "id", value: "" });
  });

  it("propose the folder in use", () => {
    const answers = { title: "a", slug: "a" };
    expect(nextQuestion(answers, draft("planning-document", HERE))).toMatchObject({ value: "docs/specs" });
  });

  it("follow the template's default, where all that it names is answered", () => {
    const charter = draft("role-charter");
    expect(nextQuestion({ role: "Tariff Owner", manager: "" }, charter)).toMatchObject({
      name: "slug",
      value: "tariff-owner",
    });
    expect(nextQuestion({ role: "", manager: "" }, charter)).toMatchObject({ value: "" });
  });

  it("offer the roles and the documents of the workspace", () => {
    expect(nextQuestion({ role: "X" }, draft("role-charter"))?.choices[0]).toEqual({
      value: "Pilot Lead",
      description: "has a charter",
    });
    const source = nextQuestion({ title: "X" }, draft("supporting"));
    expect(source).toMatchObject({ name: "source", optional: true, strict: false });
    expect(source?.choices).toEqual([
      { value: "docs/specs/charts.md", description: "Charts · 1.0" },
      { value: "docs/specs/rain.md", description: "Rain" },
      { value: "docs/specs/tides.md", description: "Tides · 1.3" },
    ]);
  });
});

describe("an answer", () => {
  it("is an id as documents have them", () => {
    for (const id of ["3.2", "BLG-TECH-02", "QWB", "7"])
      expect(check(draft("phase-gate"), "id", id)).toBeUndefined();
    for (const id of ["", "../x", "a b", "a/b", "3.", "-3", "😀", "blg-1"])
      expect(check(draft("phase-gate"), "id", id), id).toMatch(/\.$/);
  });

  it("is a short name that leads nowhere else, and that every machine takes", () => {
    for (const slug of ["a", "group-rides-2"])
      expect(check(draft("phase-gate"), "slug", slug)).toBeUndefined();
    for (const slug of ["", "Group-Rides", "group_rides", "a--b", "../x", "a/b", "a.", "con", "x".repeat(81)])
      expect(check(draft("phase-gate"), "slug", slug), slug).toMatch(/\.$/);
  });

  it("is a document that is there", () => {
    expect(check(draft("supporting"), "source", "docs/specs/tides.md")).toBeUndefined();
    expect(check(draft("supporting"), "source", "")).toBeUndefined();
    for (const path of ["docs/specs", "docs/specs/none.md", "/etc/passwd", "../a.md"])
      expect(check(draft("supporting"), "source", path), path).toContain("There is no document");
  });

  it("is a folder within the workspace", () => {
    expect(check(draft("planning-document"), FOLDER, "docs")).toBeUndefined();
    for (const folder of ["/etc", "../x", "C:\\x"])
      expect(check(draft("planning-document"), FOLDER, folder), folder).toContain("no folder within");
  });

  it("gives no id twice that has its gates already", () => {
    expect(check(draft("phase-gate"), "id", "7.1")).toMatch(
      /`7\.1` has its gates in docs\/product\/phase_gates\/7\.1-tide-tables-phase-gate\.md/,
    );
    expect(check(draft("lessons-learnt"), "id", "7.1")).toBeUndefined();
  });

  it("makes no name that is taken, which the last question on it says", () => {
    const decisions = draft("decisions-record");
    const before = { id: "7.1", title: "Tide tables" };
    expect(check(decisions, "title", "Tide tables", { id: "7.1" })).toBeUndefined();
    expect(check(decisions, "slug", "tide-tables", before)).toContain("exists already");
    expect(check(decisions, "slug", "tides", before)).toBeUndefined();
    const feature = draftOf(workItemTemplates(policy, "feature", TODAY));
    expect(check(feature, "title", "Tide tables", { id: "7.1" })).toContain("exists already");
  });
});

test("documents are made of what is answered and what suggests itself; what is missing is said", () => {
  expect(makeDocuments({ id: "7.2", title: "Fog horns" }, draft("decisions-record"))).toMatchObject({
    kind: "documents",
    documents: [{ path: "docs/product/decisions/7.2-fog-horns.md" }],
  });
  expect(makeDocuments({}, draft("decisions-record"))).toMatchObject({
    kind: "missing",
    variables: [{ name: "id" }, { name: "title" }],
  });
  expect(makeDocuments({ id: "7.2", title: "已" }, draft("decisions-record"))).toMatchObject({
    kind: "missing",
    variables: [{ name: "slug" }],
  });
  expect(makeDocuments({ id: "../7", title: "a" }, draft("decisions-record"))).toMatchObject({
    kind: "refused",
    variable: "id",
  });
});

test("a variable with choices takes nothing else, a date is one", () => {
  const template: Template = {
    id: "x",
    title: "X",
    description: undefined,
    class: "canonical",
    kind: undefined,
    variables: ["stage", "day"].map((name) => ({
      name,
      kind: name === "day" ? "date" : "text",
      prompt: undefined,
      example: undefined,
      default: undefined,
      choices: name === "stage" ? ["Early", "Late"] : [],
      class: undefined,
      optional: false,
    })),
    body: "{stage} {day}",
  };
  const own = draftOf([template], { ...NOWHERE, folder: "docs", isCertain: true, fileName: "x.md" });
  expect(nextQuestion({}, own)).toMatchObject({ strict: true, prompt: "Stage" });
  expect(check(own, "stage", "Late")).toBeUndefined();
  expect(check(own, "stage", "late")).toMatch(/is none of `Early` and `Late`\. Did you mean `Late`\?/);
  expect(nextQuestion({ stage: "Late" }, own)).toMatchObject({ value: TODAY });
  for (const day of ["tomorrow", "2026-02-30", "1 March 2026"])
    expect(check(own, "day", day), day).toContain("is no date");
});
