/** New reports, prompt files and manifests: made for a task, each with no findings but what is still to be written. */
import { describe, expect, it, test } from "vitest";
import { analyse } from "../../../../server/engine/analyse";
import { loadPolicies } from "../../../../server/engine/policies";
import type { DocumentFacts } from "../../../../server/features/open-actions";
import {
  checkAnswer,
  type Draft,
  makeDocuments,
  questionsOf,
} from "../../../../server/features/templates/draft";
import { offeredTemplates, reportTemplates } from "../../../../server/features/templates/offered";
import { nextQuestion } from "../../../../server/features/templates/question";
import { FOLDER, NOWHERE } from "../../../../server/features/templates/variables";
import type { Policy, Template } from "../../../../server/policy/types";

const TODAY = "2026-03-02";

/** `files` are those of the workspace by their paths, templates of the team included. */
function setUp(files: Readonly<Record<string, string>> = {}, more = "") {
  const texts: Record<string, string> = { "docket.yaml": `version: 1\nextends: reports\n${more}`, ...files };
  const { policies, problems } = loadPolicies(
    ["docket.yaml"],
    (path) => texts[path],
    undefined,
    () => Object.keys(texts).filter((path) => path.startsWith(".docket/templates/")),
  );
  expect(problems).toEqual([]);
  const policy = policies[0] as Policy;
  const paths = Object.keys(texts).filter((path) => path.endsWith(".md") && !path.startsWith("."));
  const inspect = (path: string, text: string) =>
    analyse({
      path,
      text,
      policy,
      today: TODAY,
      workspace: () => ({ entries: new Map() }),
      filesNamed: (beginning) =>
        [...new Set([...paths, path])].filter((each) =>
          each
            .slice(each.lastIndexOf("/") + 1)
            .toLowerCase()
            .startsWith(beginning),
        ),
    });
  const facts: DocumentFacts[] = paths.map((path) => {
    const analysis = inspect(path, texts[path] ?? "");
    return { entry: analysis.entry, process: analysis.process(), deliverable: analysis.deliverable() };
  });
  const draftOf = (templates: readonly Template[], origin = NOWHERE): Draft => ({
    policy,
    templates,
    origin,
    today: TODAY,
    kindOf: (path) => (texts[path] === undefined ? "absent" : "file"),
    documents: () => facts,
  });
  const offered = offeredTemplates(policy, TODAY);
  return {
    policy,
    inspect,
    offered,
    report: draftOf(reportTemplates(policy, TODAY)),
    draft: (id: string, origin = NOWHERE) =>
      draftOf(
        offered.filter((each) => each.id === id),
        origin,
      ),
  };
}

function documentsOf(answers: Readonly<Record<string, string>>, draft: Draft) {
  const made = makeDocuments(answers, draft);
  if (made.kind !== "documents") throw new Error(JSON.stringify(made));
  return made.documents;
}

const LINES = (count: number) => `${"a\n".repeat(count)}`;

describe("a new report", () => {
  const { policy } = setUp();
  for (const { id } of policy.deliverables?.tasks ?? [])
    it(`on ${id} is its main and its prompt file, which have no findings but their length`, () => {
      const { report } = setUp();
      const made = documentsOf({ task: id.toLowerCase() }, report);
      expect(made.map(({ path }) => path)).toEqual([`report_${id}.md`, `report_${id}_prompt.md`]);
      const { inspect } = setUp(Object.fromEntries(made.map(({ path, text }) => [path, text])));
      const found = made.flatMap(({ path, text }) => inspect(path, text).findings.map(({ rule }) => rule));
      expect(found.filter((rule) => rule !== "report/no-mandatory-task")).toEqual(["report/length"]);
    });

  it("asks for the task, those that have a report last, and for the folder, where the others lie", () => {
    const { report } = setUp({ "docs/report_A01.md": LINES(3), "docs/report_A01_prompt.md": LINES(3) });
    expect(questionsOf(report).map(({ name }) => name)).toEqual(["task", FOLDER]);
    const question = nextQuestion({}, report);
    expect(question).toMatchObject({ name: "task", prompt: "Task", strict: true, step: 1, steps: 2 });
    expect(question?.choices).toHaveLength(18);
    expect(question?.choices[0]).toEqual({
      value: "A02",
      description: "Dask Cluster for Data Processing · List A (mandatory tasks)",
    });
    expect(question?.choices.at(-1)).toEqual({
      value: "A01",
      description: "AWS Data Platform Foundation · List A (mandatory tasks) · has docs/report_A01.md",
    });
    expect(nextQuestion({ task: "A02" }, report)).toMatchObject({ name: FOLDER, value: "docs" });
    expect(documentsOf({ task: "A02" }, report).map(({ path }) => path)).toEqual([
      "docs/report_A02.md",
      "docs/report_A02_prompt.md",
    ]);
  });

  it("is never written over a file, its prompt file included", () => {
    const { report } = setUp({ "docs/report_A01_prompt.md": LINES(3) });
    expect(makeDocuments({ task: "A01" }, report)).toEqual({
      kind: "refused",
      variable: FOLDER,
      reason:
        "`docs/report_A01_prompt.md` exists already, and nothing is written over it. Go on there, or take another task or folder.",
    });
    expect(makeDocuments({ task: "A01", [FOLDER]: "" }, report)).toMatchObject({ kind: "documents" });
  });

  it("is for a task that there is", () => {
    const { report } = setUp();
    const [task] = questionsOf(report);
    if (task === undefined) throw new Error("no question");
    expect(checkAnswer(task, "A0", {}, report)).toMatch(/^`A0` is none of `A01`, .*`B12`\./);
    expect(checkAnswer(task, "b12", {}, report)).toBeUndefined();
    expect(makeDocuments({}, report)).toMatchObject({ kind: "missing", variables: [{ name: "task" }] });
  });

  it("is offered by no policy without deliverables", () => {
    const { policies } = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n");
    expect(reportTemplates(policies[0] as Policy, TODAY)).toEqual([]);
  });
});

describe("a template of the team's", () => {
  const OWN =
    "---\ntitle: Our report\nclass: report\nvariables:\n  client: { prompt: Client }\n---\n---\ntitle: {task_name}\n---\n\n# {task_title} for {client} ({task}, {task_list})\r\n\r\n---\r\n\r\n{sections}\r\n";

  it("goes before the built-in one", () => {
    const { report, offered } = setUp({ ".docket/templates/ours.md": OWN.replace(/(?<!\r)\n/g, "\r\n") });
    expect(offered.map(({ id }) => id)).toEqual(["manifest", "ours", "part", "prompt"].sort());
    expect(questionsOf(report).map(({ name }) => name)).toEqual(["task", "client", FOLDER]);
    const [main, prompt] = documentsOf({ task: "B02", client: "Harbour Line" }, report);
    expect(main?.path).toBe("report_B02.md");
    expect(main?.text).toMatch(
      /^---\r\ntitle: b02_litellm_and_langgraph_analysis\r\n---\r\n\r\n# LiteLLM and LangGraph Analysis for Harbour Line \(B02, List B \(optional tasks\)\)\r\n/,
    );
    expect(main?.text).toContain("## LangGraph Tutorial\r\n");
    expect(main?.text).not.toMatch(/(?<!\r)\n/);
    expect(prompt?.path).toBe("report_B02_prompt.md");
  });

  it("may name the prompt file's kind", () => {
    const { report } = setUp({
      ".docket/templates/asked.md": "---\nclass: report\nkind: prompt\n---\n# Prompts of {task}\n",
    });
    const [, prompt] = documentsOf({ task: "A03" }, report);
    expect(prompt).toEqual({ path: "report_A03_prompt.md", text: "# Prompts of A03\n" });
  });
});

describe("from the list of templates", () => {
  it("each sort of file is offered, and goes to the folder it is called on", () => {
    const { offered, draft } = setUp();
    expect(offered.map(({ id }) => id).sort()).toEqual(["manifest", "part", "prompt", "report"]);
    const here = { ...NOWHERE, folder: "docs", near: "docs" };
    expect(documentsOf({ task: "A01" }, draft("report", here))[0]?.path).toBe("docs/report_A01.md");
  });

  it("a part has a number, a title and a name, and no findings of its own", () => {
    const { draft, inspect } = setUp({
      "report_A01_part01_access.md": LINES(3),
      "report_A01_prompt.md": LINES(3),
    });
    expect(questionsOf(draft("part")).map(({ name }) => name)).toEqual([
      "task",
      "part",
      "title",
      "name",
      FOLDER,
    ]);
    const [part] = documentsOf({ task: "A01", title: "Network Design" }, draft("part"));
    expect(part?.path).toBe("report_A01_part02_network_design.md");
    expect(part?.text).toContain("# AWS Data Platform Foundation: Network Design\n\n---\n");
    expect(inspect(part?.path ?? "", part?.text ?? "").findings.map(({ rule }) => rule)).toEqual([
      "report/length",
    ]);
  });

  it("a manifest lists the files that there are, and has no findings", () => {
    const files = { "docs/report_A01.md": LINES(1204), "docs/report_A01_prompt.md": LINES(70) };
    const { draft } = setUp(files);
    const [manifest] = documentsOf({ task: "A01" }, draft("manifest"));
    expect(manifest?.path).toBe("docs/a_01/project_structure.md");
    expect(manifest?.text).toBe(`---
title: a01_aws_data_platform_foundation_project_structure
created: ${TODAY}
task_type: List A (mandatory tasks)
focus_area: AWS Data Platform Foundation
deliverable_count: 2
estimated_lines: 1274
---

# A01 AWS Data Platform Foundation: Project Structure

## Deliverables

- **report_A01.md** (~1,204 lines): {what the file holds}
- **report_A01_prompt.md** (~70 lines): {what the file holds}
`);
    const { inspect } = setUp({ ...files, [manifest?.path ?? ""]: manifest?.text ?? "" });
    expect(inspect(manifest?.path ?? "", manifest?.text ?? "").findings).toEqual([]);
  });

  it("a manifest of a task without files lists those that are to be written", () => {
    const { draft, inspect } = setUp();
    const [manifest] = documentsOf({ task: "B01" }, draft("manifest"));
    expect(manifest?.path).toBe("b_01/project_structure.md");
    expect(manifest?.text).toContain("- **report_B01_prompt.md** (~{lines of the file} lines)");
    const found = inspect(manifest?.path ?? "", manifest?.text ?? "").findings.map(({ rule }) => rule);
    expect(found).toEqual(["manifest/missing-deliverable", "manifest/missing-deliverable"]);
  });
});

test("a policy of other words, without kinds and in a folder below, has its own reports", () => {
  const text = `version: 1
classes:
  study: { name: Study, folder: studies, paths: ["studies/*.md"] }
deliverables:
  class: study
  files: { reports: ["study-{task}.md"], prompts: ["study-{task}-prompts.md"] }
  tasks: { T1: { title: Tides, requirements: [{ name: section on moons, terms: [moon*], section: Moons }] } }
`;
  const { policies, problems } = loadPolicies(["team/docket.yaml"], () => text);
  expect(problems).toEqual([]);
  const policy = policies[0] as Policy;
  const templates = reportTemplates(policy, TODAY);
  expect(templates.map(({ id }) => id)).toEqual(["study", "study-prompt"]);
  const draft: Draft = {
    policy,
    templates,
    origin: NOWHERE,
    today: TODAY,
    kindOf: () => "absent",
    documents: () => [],
  };
  expect(documentsOf({ task: "t1" }, draft)).toEqual([
    {
      path: "team/studies/study-T1.md",
      text: "# Tides\n\n## Moons\n\n- **Moons:** {what there is to say}\n",
    },
    {
      path: "team/studies/study-T1-prompts.md",
      text: "# Tides: Prompts\n\n## Prompts\n\n- **Prompt 1:** {the prompt as it was given}\n",
    },
  ]);
});
