/** What a policy says of deliverables and cannot be right: the exact place and the sentence. */
import { describe, expect, it } from "vitest";
import { compare } from "./policy-file";

function expectProblems(text: string, ...expected: string[]): void {
  const { found, wanted, policy } = compare(text, expected);
  expect(found).toEqual(wanted);
  expect(policy).toBeDefined();
}

const own = (deliverables: string) =>
  `version: 1\nclasses: { study: { name: Study, paths: ["study-*.md"] } }\ndeliverables:\n${deliverables}`;
const team = (deliverables: string) => `version: 1\nextends: reports\ndeliverables:\n${deliverables}`;

describe("classes", () => {
  it("that there are not", () => {
    expectProblems(own("  class: «studdy»\n"), "error `studdy` is the id of no class. Did you mean `study`?");
    expectProblems(
      team("  class: «Report»\n"),
      "error `Report` is the id of no class. Did you mean `report`?",
    );
    expectProblems(
      team("  manifest: { class: «manifst» }\n"),
      "error `manifst` is the id of no class. Did you mean `manifest`?",
    );
  });

  it("that nobody names", () => {
    expectProblems(
      "version: 1\n«deliverables»: { tasks: { T1: { title: Tides } } }\n",
      "error `class` is missing: nothing says which documents are delivered, so that none is checked.",
    );
    expectProblems(
      own("  class: study\n  «manifest»: { count: files }\n"),
      "error `class` is missing: nothing says which documents are manifests.",
    );
    expectProblems(team("  manifest: { tolerance: 10 }\n"));
  });
});

describe("names of files", () => {
  it("that do not tell the task, or hold what means nothing", () => {
    expectProblems(
      own('  class: study\n  files: { reports: [«"study.md"», "study-{task}.md"], prompts: ["«{taks}»"] }\n'),
      "error `study.md` lacks `{task}`, so that nobody can tell for which task such a file is delivered.",
      "error `{taks}` stands for nothing in a file name. Did you mean `{task}`?",
    );
    expectProblems(
      own('  class: study\n  files: { reports: [«"docs/study-{task}.md"»] }\n'),
      "error `docs/study-{task}.md` holds a folder. Files are told by their names alone.",
    );
  });
});

describe("requirements", () => {
  it("that nothing can meet", () => {
    const message = (name: string) =>
      `error \`${name}\` can never be met: nothing says by what. Give it \`terms\`, \`diagrams\` or \`languages\`.`;
    expectProblems(
      own(
        "  class: study\n  terminology: { name: «glossary» }\n  audiences: [{ name: «readers», terms: [] }]\n  tasks: { T1: { title: Tides, requirements: { name: «picture», diagrams: [], terms: [tide] } } }\n",
      ),
      message("glossary"),
      message("readers"),
      message("picture"),
    );
    expectProblems(
      own('  class: study\n  requirements: [{ name: tables, terms: [«"**"», table*] }]\n'),
      "warning `**` has no letter or digit, so that it is looked for nowhere.",
    );
  });

  it("that the section which fixes add would not meet", () => {
    expectProblems(
      own(
        "  class: study\n  audiences:\n    - { name: «part for readers», terms: [business, executive*] }\n    - { name: part for all, terms: [all], section: «Summary» }\n    - { name: part for owners, terms: [executive*], section: Executives }\n    - { name: drawing, terms: [sea], diagrams: [pie] }\n",
      ).replace("name: drawing", "name: «drawing»"),
      "warning The section that fixes add is called `Part for readers`, which has the words of none of its `terms`, so that it would not count. Give the requirement a `section` that has.",
      "warning The section that fixes add is called `Summary`, which has the words of none of its `terms`, so that it would not count. Give the requirement a `section` that has.",
      "warning The section that fixes add is called `Drawing`, which has the words of none of its `terms`, so that it would not count. Give the requirement a `section` that has.",
    );
  });

  it("with diagrams that Mermaid does not draw", () => {
    expectProblems(
      own(
        "  class: study\n  diagram: { name: picture, diagrams: [«flowchrt», stateDiagram-v2, xychart-beta, «photo»] }\n",
      ),
      "warning `flowchrt` is no type of Mermaid diagram, so that no diagram counts for it. Did you mean `flowchart`?",
      "warning `photo` is no type of Mermaid diagram, so that no diagram counts for it.",
    );
  });

  it("for lists that there are not", () => {
    expectProblems(
      team("  timeline: { name: timeline, diagrams: [gantt], lists: [A, «C»] }\n"),
      "warning `C` is none of the `lists` of tasks.",
    );
  });
});

describe("tasks", () => {
  it("of lists that there are not", () => {
    expectProblems(
      team("  tasks: { C01: { title: Tides, list: «Later» } }\n"),
      "error `Later` is none of the `lists` of tasks.",
    );
  });

  it("that share an id or another name", () => {
    const shared = (name: string, other: string) =>
      `error \`${name}\` also stands for the task \`${other}\`, so that nobody can tell for which one a file is delivered: case makes no difference.`;
    expectProblems(
      own("  class: study\n  tasks: { T1: { title: Tides }, «t1»: { title: Moons } }\n"),
      shared("t1", "T1"),
    );
    expectProblems(
      own("  class: study\n  tasks: { T1: { title: Tides, aliases: [«t2»] }, T2: { title: Moons } }\n"),
      shared("t2", "T2"),
    );
    expectProblems(team("  tasks: { «A04a»: { title: Tracking } }\n"), shared("A04a", "A04"));
  });

  it("without a title", () => {
    expectProblems(
      team("  tasks: { «A1»: { lines: { fewest: 10 } }, A02: { lines: { fewest: 10 } } }\n"),
      "error `A1` is a new task without a title. Give it a `title`.",
    );
    expectProblems(
      own("  class: study\n  tasks: { «T1»: { list: null } }\n"),
      "error `T1` is a new task without a title. Give it a `title`.",
    );
  });

  it("whose id no file name can have", () => {
    expectProblems(
      own('  class: study\n  tasks: { «"T 1"»: { title: Tides } }\n'),
      "error `T 1` cannot stand in the name of a file. The id of a task is letters and digits, such as `A01`.",
    );
  });

  it("with more at least than at most", () => {
    const message = (fewest: number, most: number) =>
      `error \`fewest\` is ${fewest} and \`most\` is ${most}: no number is both.`;
    expectProblems(team("  «lines»: { fewest: 2000 }\n"), message(2000, 1500));
    expectProblems(team("  «files»: { most: 1 }\n"), message(2, 1));
    expectProblems(
      team("  tasks: { A01: { «lines»: { most: 10 }, «files»: { fewest: 11 } } }\n"),
      message(1000, 10),
      message(11, 10),
    );
    expectProblems(team("  lines: { fewest: 2000, most: null }\n"));
  });

  it("of which a list has fewer than there have to be", () => {
    expectProblems(
      team("  lists: { A: { fewest: «7» }, C: { title: Later, fewest: «1» } }\n"),
      "error Of this list there have to be reports on at least 7 tasks, and it has only 6.",
      "error Of this list there have to be reports on at least one task, and it has none.",
    );
  });
});

it("a team's own tasks upon the profile are no mistake", () => {
  expectProblems(
    team(
      "  tasks:\n    B05: { title: PMO Framework, requirements: [{ name: section on governance, terms: [governance] }] }\n    A02: null\n    C01: { title: Tides, list: A, aliases: [C01a], lines: { fewest: 100 } }\n",
    ),
  );
});
