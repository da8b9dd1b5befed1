/** What a new document has to be asked for, in the order in which it is asked. */
import type { DocumentClass, Policy, Template, TemplateVariable, VariableKind } from "../../policy/types";
import { classByPath } from "../../workspace/classify";
import { findClass } from "../document-status";
import { marksIn } from "./answers";
import { fileNameFor, patternOf } from "./file-name";
import { hasTaskMarks, isOfTask } from "./task-files";

/** From where a new document was asked for; paths are relative to the policy's folder. */
export interface Origin {
  /** The folder that it was asked for, if for a certain one. */
  readonly folder: string | undefined;
  /** True where it is to be that folder, whatever the policy says. */
  readonly isCertain?: boolean;
  /** The name of the file, where the caller says it. */
  readonly fileName?: string;
  /** Where the author is: proposed where nothing says which folder. */
  readonly near: string;
  /** What the author is working on. */
  readonly workItem: { readonly id: string; readonly title: string | undefined } | undefined;
}

export const NOWHERE: Origin = { folder: undefined, near: "", workItem: undefined };

/** The folder is asked for by this name, which no template can have. */
export const FOLDER = "(folder)";

export function classOf(policy: Policy, template: Template): DocumentClass {
  // templates of classes that the policy does not have are left out of it
  return findClass(policy, template.class, template.kind) as DocumentClass;
}

/** The folder that the policy or the caller says; undefined where it is to be asked for. */
export function targetFolder(
  policy: Policy,
  template: Template,
  { folder, isCertain }: Origin,
): string | undefined {
  if (isCertain === true) return folder;
  const documentClass = classOf(policy, template);
  const name = fileNameFor(policy, template)?.example;
  return folder !== undefined && belongsIn(folder, documentClass, policy, name)
    ? folder
    : documentClass.folder;
}

/** True when a document of the class, put there under such a name, would be one of that class in its right place. */
export function belongsIn(
  folder: string,
  documentClass: DocumentClass,
  policy: Policy,
  name = "new-document.md",
): boolean {
  const { id, kind, locations, folder: own } = documentClass;
  const path = `${folder === "" ? "" : `${folder}/`}${name}`;
  if (!policy.covers(path) || (locations.length > 0 && !locations.some((each) => each.matches(path))))
    return false;
  const claimed = classByPath(path, policy);
  if (claimed !== undefined) return claimed.id === id && claimed.kind === kind;
  return own !== undefined && (folder === own || folder.startsWith(`${own}/`));
}

/** What the name of the file needs and what the text and its template ask for. */
export function variablesOf(policy: Policy, template: Template, origin: Origin): readonly TemplateVariable[] {
  const { variables, body } = template;
  const documentClass = classOf(policy, template);
  const tokens = marksIn(origin.fileName === undefined ? patternOf(policy, template) : "");
  const marks = marksIn(body);
  const declared = new Set(variables.map(({ name }) => name));
  const slug = variables.find(({ name }) => name === "slug");
  const needs = (name: string, isNeeded: boolean, kind: VariableKind = "text"): TemplateVariable[] =>
    isNeeded && !declared.has(name) ? [builtIn(name, kind)] : [];
  const hasTask = isOfTask(documentClass, policy);
  const needsTask = hasTask && (tokens.has("task") || hasTaskMarks(marks));
  const asked = [
    ...needs("task", needsTask, "task").map((each) => ({ ...each, choices: idsOf(policy) })),
    ...needs("part", tokens.has("part") || (hasTask && marks.has("part")), "part"),
    ...needs("id", tokens.has("id") || marks.has("id"), "id"),
    ...needs("title", marks.has("title") || (tokens.has("slug") && slug === undefined)),
    ...needs("version", tokens.has("version"), "version"),
    ...variables.filter((each) => each !== slug),
    ...(slug === undefined ? needs("slug", tokens.has("slug") || marks.has("slug"), "slug") : [slug]),
    ...needs("name", tokens.has("name"), "name"),
    ...(targetFolder(policy, template, origin) === undefined ? [builtIn(FOLDER, "text")] : []),
  ];
  // a task and an id come before a title, wherever a template names them
  return asked.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ name }: TemplateVariable): number {
  const rank = FIRST.indexOf(name);
  return rank < 0 ? FIRST.length : rank;
}

const FIRST = ["task", "part", "id", "title"];

function idsOf({ deliverables }: Policy): readonly string[] {
  return deliverables?.tasks.map(({ id }) => id) ?? [];
}

function builtIn(name: string, kind: VariableKind): TemplateVariable {
  return {
    name,
    kind,
    prompt: undefined,
    example: undefined,
    default: undefined,
    choices: [],
    class: undefined,
    optional: false,
  };
}
