/** New documents while they are being asked for: the questions that are left, and in the end the documents. */
import type { TaskPolicy } from "../../policy/deliverables-policy";
import type { Policy, Template, TemplateVariable } from "../../policy/types";
import { pathFromPolicy, pathWithin } from "../../workspace/govern";
import type { DocumentFacts } from "../open-actions";
import { findGatesOf } from "../start-work-item";
import { type Answers, fillMarks, marksIn, plainAnswer } from "./answers";
import { findMistake } from "./check-answer";
import { slugOf } from "./file-name";
import { type NewDocument, newDocument } from "./new-document";
import { folderOfReports, isOfTask, manifestFolder, taskOf } from "./task-files";
import { classOf, FOLDER, type Origin, variablesOf } from "./variables";

export interface Draft {
  readonly policy: Policy;
  /** Of the documents that are made together: one, or those of a work item. */
  readonly templates: readonly Template[];
  readonly origin: Origin;
  /** ISO date. */
  readonly today: string;
  /** What there is at a path relative to the root. */
  readonly kindOf: (path: string) => "file" | "folder" | "absent";
  readonly documents: () => Iterable<DocumentFacts>;
}

/** Each once, though several documents need it; of a work item those alone that nothing else answers. */
export function questionsOf(draft: Draft): readonly TemplateVariable[] {
  const { policy, templates, origin } = draft;
  const byName = new Map<string, TemplateVariable>();
  for (const template of templates)
    for (const variable of variablesOf(policy, template, origin))
      if (!byName.has(variable.name)) byName.set(variable.name, variable);
  const all = [...byName.values()];
  return templates.length === 1 ? all : all.filter(({ name, optional }) => name !== "slug" && !optional);
}

/** What to offer for an answer; empty where nothing suggests itself. */
export function propose(variable: TemplateVariable, answers: Answers, draft: Draft): string {
  const { today } = draft;
  const { kind } = variable;
  const found =
    variable.default === undefined
      ? suggest(variable, answers, draft)
      : fillMarks(variable.default, { ...answers, today });
  if (variable.default !== undefined && marksIn(found).size > 0) return "";
  if (kind === "slug") return slugOf(found);
  return variable.name === FOLDER ? proposeFolder(answers, draft) : found;
}

/** Files of tasks go where the others lie. */
function proposeFolder(answers: Answers, draft: Draft): string {
  const { origin, policy, documents } = draft;
  if (!isAllOfTasks(draft)) return origin.near;
  const reports = folderOfReports(documents(), policy);
  const task = taskOf(answers, policy);
  const ofManifest = draft.templates.some((each) => each.class === policy.deliverables?.manifest?.class);
  if (ofManifest && task !== undefined) return manifestFolder(task, reports);
  return reports ?? origin.near;
}

function isAllOfTasks({ policy, templates }: Draft): boolean {
  return templates.every((each) => isOfTask(classOf(policy, each), policy));
}

function suggest({ name, kind, choices }: TemplateVariable, answers: Answers, draft: Draft): string {
  const { origin, today } = draft;
  const task = taskOf(answers, draft.policy);
  if (name === "title")
    return (task === undefined ? titleOf(answers.id, draft) : titleOfFile(task, answers)) ?? "";
  if (kind === "part") return task === undefined ? "" : nextPart(task, draft);
  if (kind === "name") return slugOf(answers.title ?? "").replaceAll("-", "_");
  if (kind === "slug") return answers.title ?? "";
  if (kind === "id") return findFree(origin.workItem?.id, draft) ?? "";
  if (kind === "date") return today;
  return choices.length === 1 ? (choices[0] ?? "") : "";
}

/** A part has a title of its own. */
function titleOfFile({ title }: TaskPolicy, { part }: Answers): string | undefined {
  return part === undefined ? title : undefined;
}

function nextPart({ id }: TaskPolicy, { documents }: Draft): string {
  let last = 0;
  for (const { deliverable } of documents())
    if (deliverable?.task === id) last = Math.max(last, deliverable.part ?? 0);
  return String(last + 1).padStart(2, "0");
}

/** What a work item is called already. */
function titleOf(id: string | undefined, { origin: { workItem }, documents }: Draft): string | undefined {
  if (id === undefined) return undefined;
  if (workItem?.id === id) return workItem.title;
  for (const { process } of documents())
    if (process.workItem === id && process.gates.length > 0) return process.workItemTitle;
  return undefined;
}

/** One or two sentences, or undefined where the answer will do. `answers` are those before it. */
export function checkAnswer(
  variable: TemplateVariable,
  answer: string,
  answers: Answers,
  draft: Draft,
): string | undefined {
  const { policy, templates, kindOf } = draft;
  const mistake = findMistake(variable, plainAnswer(answer), (path) => isDocument(path, draft));
  if (mistake !== undefined) return mistake;
  const all = { ...answers, [variable.name]: answer };
  if (variable.name === "id") {
    const taken = findTaken(plainAnswer(answer), draft);
    if (taken !== undefined) return taken;
  }
  // the last question on which the name depends
  if (questionsOf(draft).findLast(({ name }) => names(name))?.name !== variable.name) return undefined;
  const existing = templates
    .map((template) => newDocument(policy, template, all, draft.today, draft.origin).path)
    .find((path) => kindOf(path) !== "absent");
  return existing === undefined
    ? undefined
    : `\`${pathWithin(policy, existing)}\` exists already, and nothing is written over it. ${
        isAllOfTasks(draft) ? "Go on there, or take another task or folder." : "Give another name."
      }`;
}

function names(variable: string): boolean {
  return ["task", "part", "id", "title", "slug", "version", "name", FOLDER].includes(variable);
}

function findFree(id: string | undefined, draft: Draft): string | undefined {
  return id === undefined || findTaken(id, draft) !== undefined ? undefined : id;
}

/** A work item has its gates in one document. */
function findTaken(id: string, { policy, templates, documents }: Draft): string | undefined {
  const starts = policy.process.lifecycles.flatMap((each) => each.documents[0] ?? []);
  if (!templates.some((template) => starts.includes(template.id))) return undefined;
  const taken = findGatesOf(id, documents());
  return taken === undefined
    ? undefined
    : `\`${id}\` has its gates in ${pathWithin(policy, taken)}, and a work item has them in one document only. Go on there, or take another id.`;
}

function isDocument(path: string, { policy, kindOf }: Draft): boolean {
  return !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path) && kindOf(pathFromPolicy(policy, path)) === "file";
}

export type Made =
  | { readonly kind: "documents"; readonly documents: readonly NewDocument[] }
  | { readonly kind: "missing"; readonly variables: readonly TemplateVariable[] }
  | { readonly kind: "refused"; readonly variable: string; readonly reason: string };

/** What is not answered is taken from what suggests itself. Nothing is written. */
export function makeDocuments(given: Answers, draft: Draft): Made {
  const { policy, templates, today, origin } = draft;
  let answers: Answers = { ...given };
  const missing: TemplateVariable[] = [];
  for (const variable of questionsOf(draft)) {
    const answer = given[variable.name] ?? propose(variable, answers, draft);
    // an empty folder is the top, which is as good a place for files of tasks as any
    const mayBeEmpty = variable.optional || (variable.name === FOLDER && isAllOfTasks(draft));
    const needed = answer === "" && !mayBeEmpty;
    if (needed && given[variable.name] === undefined) {
      // the short name follows from what is missing before it
      if (variable.kind !== "slug" || missing.length === 0) missing.push(variable);
      continue;
    }
    const reason = missing.length > 0 ? undefined : checkAnswer(variable, answer, answers, draft);
    if (reason !== undefined) return { kind: "refused", variable: variable.name, reason };
    answers = { ...answers, [variable.name]: answer };
  }
  if (missing.length > 0) return { kind: "missing", variables: missing };
  return {
    kind: "documents",
    documents: templates.map((template) =>
      newDocument(policy, template, answers, today, origin, draft.documents),
    ),
  };
}
