/** The schema of `deliverables`: the files that are delivered for a task, and what has to be in them. */
import * as v from "valibot";
import { count, key, named, oneOrMany, strict, text, texts } from "./schema-parts";

const bounds = strict("bounds", {
  fewest: key("The least number. No limit unless given.", 2, count),
  most: key("The greatest number. No limit unless given.", 10, count),
});

const requirement = strict("requirement", {
  name: v.pipe(
    text,
    v.description("What findings call it; it stands behind “the report lacks”."),
    v.examples(["access control design"]),
  ),
  terms: key(
    "The requirement is met by a heading or a summary with all words of one of these, in any order. A word that ends in `*` stands for all that begin so.",
    ["access control", "iam polic*"],
    texts,
  ),
  diagrams: key(
    "Types of Mermaid diagrams of which there has to be one; with `terms`, one under such a heading, or that has the words itself.",
    ["flowchart", "graph"],
    texts,
  ),
  languages: key("The same for code blocks: the languages that count.", ["python"], texts),
  lists: key("The lists for whose tasks it holds. All unless given.", ["A"], texts),
  section: key(
    "The heading that a skeleton gives the section. The name unless given.",
    "Access Control",
    text,
  ),
  body: key(
    "What a skeleton writes in the section; `{…}` marks what the author fills in.",
    "- **Roles:** {who may do what}",
    text,
  ),
});

const requirements = oneOrMany(requirement);

const task = strict("task", {
  title: key(
    "The task's title. One that a lower layer has may be left out.",
    "AWS Data Platform Foundation",
    text,
  ),
  list: key("The list to which the task belongs.", "A", text),
  aliases: key("Other ids that stand for the task in file names.", ["A04a", "A04b"], texts),
  requirements: key(
    "What has to be in the task's report, in the order in which skeletons write it.",
    [{ name: "access control design", terms: ["access control"] }],
    requirements,
  ),
  lines: key("How many lines a report file of this task has.", { fewest: 500 }, bounds),
  files: key("How many files are delivered for this task.", { most: 4 }, bounds),
});

const list = strict("list", {
  title: key("What the list is called.", "Mandatory tasks", text),
  fewest: key("Of how many of its tasks there has to be a report. None unless given.", 1, count),
});

const files = strict("deliverable files", {
  reports: key(
    "How report files are named, with `{task}`, `{part}` and `{name}`.",
    ["report_{task}.md", "report_{task}_part{part}_{name}.md"],
    texts,
  ),
  prompts: key("How prompt files are named.", ["report_{task}_prompt.md"], texts),
  fewest: key("How many files are delivered for a task at least.", 2, count),
  most: key("How many files are delivered for a task at most.", 10, count),
});

const manifest = strict("manifest", {
  class: key("The class of the manifests, which list the files of a task.", "manifest", text),
  count: key("The field with the number of files.", "deliverable_count", text),
  lines: key("The field with the sum of their lines.", "estimated_lines", text),
  lineWords: key("Words behind a number that is a file's length.", ["lines"], texts),
  sectionWords: key("Words in front of a section's number.", ["Section"], texts),
  tolerance: key("By how many percent a length may differ from the stated one. 20 unless given.", 20, count),
});

export const deliverablesSchema = strict("deliverables", {
  class: key("The class of the files that are delivered.", "report", text),
  files: key("How they are named, and how many there are for a task.", { fewest: 2, most: 10 }, files),
  lines: key("How many lines a report file has.", { fewest: 1000, most: 1500 }, bounds),
  lists: key(
    "The lists of tasks, by their ids.",
    { A: { title: "Mandatory tasks", fewest: 1 } },
    named(list),
  ),
  tasks: key(
    "The tasks by their ids, as they stand in file names; case does not count.",
    { A01: { title: "AWS Data Platform Foundation", list: "A" } },
    named(task),
  ),
  requirements: key(
    "What has to be in every report, behind what its task asks for.",
    [{ name: "monitoring or operations", terms: ["monitor*", "operat*"] }],
    requirements,
  ),
  diagram: key(
    "The diagram that every report has.",
    { name: "architecture diagram", diagrams: ["flowchart"] },
    requirement,
  ),
  timeline: key(
    "The timeline that every report has.",
    { name: "timeline", diagrams: ["gantt"], lists: ["A"] },
    requirement,
  ),
  terminology: key(
    "The section that says what words mean.",
    { name: "terminology section", terms: ["glossary"] },
    requirement,
  ),
  audiences: key(
    "The readers for each of whom every report has a part.",
    [{ name: "part for business readers", terms: ["executive summary"] }],
    requirements,
  ),
  manifest: key(
    "How a manifest lists the files of a task.",
    { class: "manifest", count: "deliverable_count" },
    manifest,
  ),
});
