/** What the files of a task are called, and what stands in them: their templates, and the marks that a task fills in. */

import { folderOf, nameOf } from "../../base/path-parts";
import { filesOfTask } from "../../deliverables/files";
import {
  fileTitle,
  partTemplate,
  promptTemplate,
  reportTemplate,
  taskSections,
} from "../../deliverables/skeleton";
import type { DeliverableName, DeliverablesPolicy, TaskPolicy } from "../../policy/deliverables-policy";
import type { DocumentClass, FileNamePattern, Policy } from "../../policy/types";
import { countOf } from "../../rules/deliverables";
import { classByPath } from "../../workspace/classify";
import { pathWithin } from "../../workspace/govern";
import type { DocumentFacts } from "../open-actions";
import { type Answers, marksIn } from "./answers";

/** How one sort of a task's files is named, and of which class or kind they are. */
export interface TaskFileName {
  readonly class: DocumentClass;
  readonly role: DeliverableName["role"];
  readonly isPart: boolean;
  readonly name: FileNamePattern;
}

/** In the policy's order, reports first; of names that tell the same class and role the first one. */
export function taskFileNames(policy: Policy): readonly TaskFileName[] {
  const { deliverables } = policy;
  const own = policy.classes.find(({ id }) => id === deliverables?.class);
  if (deliverables === undefined || own === undefined) return [];
  const found: TaskFileName[] = [];
  for (const [role, names] of [
    ["report", deliverables.reportNames],
    ["prompt", deliverables.promptNames],
  ] as const)
    for (const name of names) {
      const path = own.folder === undefined ? name.example : `${own.folder}/${name.example}`;
      const told = classByPath(path, policy);
      const documentClass = told?.id === own.id ? told : own;
      const isKnown = found.some((each) => each.class === documentClass && each.role === role);
      if (!isKnown)
        found.push({ class: documentClass, role, isPart: marksIn(name.pattern).has("part"), name });
    }
  return found;
}

/** What a file of that sort starts from. */
export function taskTemplate({ class: { style }, role, isPart }: TaskFileName): string {
  if (role === "prompt") return promptTemplate(style);
  return isPart ? partTemplate(style) : reportTemplate(style);
}

/** A list of the task's files. */
export const MANIFEST_TEMPLATE = "# {task} {task_title}: Structure\n\n## Deliverables\n\n{files}\n";

/** What a task alone fills in, wherever the text of a template has it. */
const TASK_MARKS = [
  "task",
  "task_name",
  "task_title",
  "task_list",
  "sections",
  "files",
  "file_count",
  "line_count",
];

/** True where documents of the class are delivered for a task, or say what is. */
export function isOfTask({ id }: DocumentClass, { deliverables }: Policy): boolean {
  return deliverables !== undefined && (id === deliverables.class || id === deliverables.manifest?.class);
}

export function hasTaskMarks(marks: ReadonlySet<string>): boolean {
  return TASK_MARKS.some((mark) => marks.has(mark));
}

export function taskOf(answers: Answers, { deliverables }: Policy): TaskPolicy | undefined {
  return deliverables?.taskByKey.get(answers.task?.toLowerCase() ?? "");
}

/** What the answered task fills in; nothing where none is answered. */
export function taskAnswers(
  answers: Answers,
  documentClass: DocumentClass,
  policy: Policy,
  documents: () => Iterable<DocumentFacts>,
): Answers {
  const { deliverables } = policy;
  const task = taskOf(answers, policy);
  if (task === undefined || deliverables === undefined || !isOfTask(documentClass, policy)) return {};
  const { style } = documentClass;
  return {
    task: task.id,
    task_name: fileTitle(task, style),
    task_title: task.title,
    task_list: deliverables.lists.find(({ id }) => id === task.list)?.title,
    sections: taskSections(task, deliverables, style).trimEnd(),
    ...(documentClass.id === deliverables.manifest?.class
      ? fileAnswers(task, deliverables, policy, documents())
      : {}),
  };
}

/** The files that there are; those that are to be written where there is none. */
function fileAnswers(
  task: TaskPolicy,
  deliverables: DeliverablesPolicy,
  policy: Policy,
  documents: Iterable<DocumentFacts>,
): Answers {
  const lines = new Map<string, number>();
  for (const { entry, deliverable } of documents)
    if (deliverable?.task === task.id && entry.policyPath === policy.path)
      lines.set(entry.path, deliverable.lines);
  const there = filesOfTask(task, deliverables, [...lines.keys()]);
  const word = deliverables.manifest?.lineWord ?? "";
  const item = (name: string, length: string) => `- **${name}** (~${length} ${word}): {what the file holds}`;
  if (there.length > 0) {
    const total = [...lines.values()].reduce((sum, each) => sum + each, 0);
    return {
      files: there.map(({ path }) => item(nameOf(path), countOf(lines.get(path) ?? 0))).join("\n"),
      file_count: String(there.length),
      line_count: String(total),
    };
  }
  const wanted = taskFileNames(policy).filter(({ isPart }) => !isPart);
  return {
    files: wanted
      .map(({ name }) => item(name.pattern.replaceAll("{task}", task.id), "{lines of the file}"))
      .join("\n"),
    file_count: String(wanted.length),
  };
}

/** Where most files of tasks lie, relative to the policy's folder; undefined where there is none yet. */
export function folderOfReports(documents: Iterable<DocumentFacts>, policy: Policy): string | undefined {
  const counts = new Map<string, number>();
  for (const { entry, deliverable } of documents)
    if (deliverable !== undefined && entry.policyPath === policy.path) {
      const folder = folderOf(pathWithin(policy, entry.path));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  const [most] = [...counts].sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  return most?.[0];
}

/** A manifest lies in a folder of its task beside the reports: `a_01` for A01. */
export function manifestFolder(task: TaskPolicy, reports: string | undefined): string {
  const own = task.id.toLowerCase().replace(/([a-z])(?=\d)/g, "$1_");
  return reports === undefined || reports === "" ? own : `${reports}/${own}`;
}

/** The first report on each task that has one, by the task's id. */
export function reportsByTask(
  documents: Iterable<DocumentFacts>,
  policy: Policy,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { entry, deliverable } of documents) {
    if (deliverable?.role !== "report" || entry.policyPath !== policy.path) continue;
    const known = found.get(deliverable.task);
    if (known === undefined || entry.path < known) found.set(deliverable.task, entry.path);
  }
  return found;
}
