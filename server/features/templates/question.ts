/** One question of a new document, as an editor or a terminal puts it. */
import type { TemplateVariable } from "../../policy/types";
import { pathWithin } from "../../workspace/govern";
import { RoleIndex } from "../authoring/roles";
import type { DocumentFacts } from "../open-actions";
import type { Answers } from "./answers";
import { type Draft, propose, questionsOf } from "./draft";
import { reportsByTask } from "./task-files";
import { FOLDER } from "./variables";

interface Choice {
  readonly value: string;
  /** What tells it from the others. */
  readonly description: string;
}

export interface Question {
  readonly name: string;
  readonly prompt: string;
  readonly example: string;
  /** What is proposed; empty where nothing suggests itself. */
  readonly value: string;
  readonly choices: readonly Choice[];
  /** True where nothing but the choices will do. */
  readonly strict: boolean;
  readonly optional: boolean;
  /** One-based. */
  readonly step: number;
  readonly steps: number;
}

/** More than a person looks through. */
const MOST_CHOICES = 500;

/** The first that has no answer; undefined when all have one. */
export function nextQuestion(answers: Answers, draft: Draft): Question | undefined {
  const all = questionsOf(draft);
  const index = all.findIndex(({ name }) => answers[name] === undefined);
  const variable = all[index];
  if (variable === undefined) return undefined;
  return {
    name: variable.name,
    ...wordsOf(variable),
    value: propose(variable, answers, draft),
    choices: choicesOf(variable, draft),
    strict: variable.choices.length > 0,
    optional: variable.optional,
    step: index + 1,
    steps: all.length,
  };
}

const PROMPTS: Readonly<Record<string, { readonly prompt: string; readonly example: string }>> = {
  id: { prompt: "Id of the roadmap or backlog item", example: "3.2 or BLG-TECH-02" },
  title: { prompt: "Title, as the heading will have it", example: "Group rides" },
  slug: { prompt: "Short name, for the name of the file", example: "group-rides" },
  version: { prompt: "Version", example: "1.4" },
  task: { prompt: "Task", example: "A01" },
  part: { prompt: "Number of the part, in two digits", example: "01" },
  name: { prompt: "Name of the part, for the name of the file", example: "network_design" },
  [FOLDER]: { prompt: "Folder, from the policy's folder; empty for the top", example: "docs/specs" },
};
const EXAMPLES: Readonly<Record<string, string>> = {
  date: "2026-02-20",
  role: "PMO Lead",
  document: "docs/specs/tariffs.md",
};

export function wordsOf({ name, kind, prompt, example }: TemplateVariable): {
  prompt: string;
  example: string;
} {
  const known = PROMPTS[name] ?? PROMPTS[kind];
  const word = name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[_-]/g, " ");
  return {
    prompt: prompt ?? PROMPTS[name]?.prompt ?? word,
    example: example ?? known?.example ?? EXAMPLES[kind] ?? "",
  };
}

function choicesOf(variable: TemplateVariable, draft: Draft): readonly Choice[] {
  if (variable.kind === "task") return taskChoices(draft);
  if (variable.choices.length > 0) return variable.choices.map((value) => ({ value, description: "" }));
  if (variable.kind === "role") return roleChoices(draft);
  return variable.kind === "document" ? documentChoices(variable, draft) : [];
}

/** Those that have a report come last. */
function taskChoices({ documents, policy }: Draft): readonly Choice[] {
  const { tasks = [], lists = [] } = policy.deliverables ?? {};
  const reports = reportsByTask(documents(), policy);
  return tasks
    .toSorted((a, b) => Number(reports.has(a.id)) - Number(reports.has(b.id)))
    .map(({ id, title, list }) => {
      const report = reports.get(id);
      const there = report === undefined ? undefined : `has ${pathWithin(policy, report)}`;
      const words = [title, lists.find((each) => each.id === list)?.title, there];
      return { value: id, description: words.filter(Boolean).join(" · ") };
    });
}

function roleChoices({ documents }: Draft): readonly Choice[] {
  const roles = new RoleIndex();
  for (const each of documents()) roles.add(each);
  return roles
    .all()
    .slice(0, MOST_CHOICES)
    .map(({ name, charter, documents: owned }) => ({
      value: name,
      description: charter === undefined ? describeOwned(owned) : "has a charter",
    }));
}

/** A role may be known from actions alone, which tells no more than its name. */
function describeOwned(documents: number): string {
  if (documents === 0) return "";
  return documents === 1 ? "owns 1 document" : `owns ${documents} documents`;
}

function documentChoices(
  { class: wanted }: TemplateVariable,
  { documents, policy }: Draft,
): readonly Choice[] {
  const found: DocumentFacts["entry"][] = [];
  for (const { entry } of documents())
    if (
      entry.policyPath === policy.path &&
      entry.classId !== undefined &&
      (wanted === undefined || entry.classId === wanted)
    )
      found.push(entry);
  const within = policy.folder === "" ? 0 : policy.folder.length + 1;
  return found
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, MOST_CHOICES)
    .map(({ path, title, version }) => ({
      value: path.slice(within),
      description: [title, version].filter(Boolean).join(" · "),
    }));
}
