/** What a policy file says of deliverables and cannot be right: names that nothing has, and what can never be met. */
import { findClosest } from "../base/closest";
import { checkTokens } from "./check-paths";
import {
  compileRequirement,
  type RawDeliverables,
  type RawRequirement,
  type RawTask,
} from "./compile-deliverables";
import type { Bounds, DeliverablesPolicy } from "./deliverables-policy";
import { findNode, type Path } from "./locate";
import { MERMAID_TYPES, mermaidType } from "./mermaid-types";
import { type CheckContext, entriesOf, type Mistake } from "./mistake";
import { didYouMean, quote } from "./quote";
import { hasTerm, wordsOf } from "./terms";

const TOP = ["deliverables"];

export function* checkDeliverables(context: CheckContext): Generator<Mistake> {
  const { layer, lower, policy } = context;
  const raw = layer.policy.deliverables;
  if (!raw) return;
  yield* checkClasses(raw, context);
  for (const sort of ["reports", "prompts"] as const)
    yield* checkFileNames(raw.files?.[sort] ?? [], [...TOP, "files", sort]);
  for (const key of ["lines", "files"] as const)
    yield* checkBounds(raw[key], { ...lower.deliverables?.[key], ...raw[key] }, [...TOP, key]);
  for (const [path, requirement] of requirementsIn(raw))
    yield* checkRequirement(requirement, path, policy.deliverables);
  if (policy.deliverables === undefined) return;
  yield* checkLists(raw, policy.deliverables);
  for (const [id, task] of entriesOf(raw.tasks)) yield* checkTask(id, task, raw, policy.deliverables);
}

function* checkClasses(raw: RawDeliverables, { layer, policy }: CheckContext): Generator<Mistake> {
  // what is written there and wrong has its own finding
  const lacks = (...keys: string[]): boolean => findNode(layer.root, [...TOP, ...keys]) === undefined;
  if (policy.deliverables === undefined && lacks("class")) {
    const message =
      "`class` is missing: nothing says which documents are delivered, so that none is checked.";
    yield { path: TOP, at: "key", severity: "error", message };
  }
  if (raw.manifest && policy.deliverables && !policy.deliverables.manifest && lacks("manifest", "class")) {
    const message = "`class` is missing: nothing says which documents are manifests.";
    yield { path: [...TOP, "manifest"], at: "key", severity: "error", message };
  }
  const ids = policy.classes.map(({ id }) => id);
  for (const [path, id] of [
    [["class"], raw.class],
    [["manifest", "class"], raw.manifest?.class],
  ] as const) {
    if (!id || ids.includes(id)) continue;
    const message = `${quote(id)} is the id of no class.${didYouMean(findClosest(id, ids))}`;
    yield { path: [...TOP, ...path], at: "value", severity: "error", message };
  }
}

function* checkFileNames(patterns: readonly string[], path: Path): Generator<Mistake> {
  for (const [index, pattern] of patterns.entries()) {
    const at = { path: [...path, index], at: "value", severity: "error" } as const;
    const unknown = [...checkTokens(pattern, at)];
    yield* unknown;
    if (/[/\\]/.test(pattern))
      yield { ...at, message: `${quote(pattern)} holds a folder. Files are told by their names alone.` };
    else if (unknown.length === 0 && !pattern.includes("{task}"))
      yield {
        ...at,
        message: `${quote(pattern)} lacks \`{task}\`, so that nobody can tell for which task such a file is delivered.`,
      };
  }
}

/** `whole` is what the bounds come to with those of the layers below. */
function* checkBounds(
  raw: unknown,
  whole: { readonly [side in keyof Bounds]?: number | null | undefined },
  path: Path,
): Generator<Mistake> {
  const { fewest, most } = whole;
  if (!raw || fewest == null || most == null || fewest <= most) return;
  const message = `\`fewest\` is ${fewest} and \`most\` is ${most}: no number is both.`;
  yield { path, at: "key", severity: "error", message };
}

function* requirementsIn(raw: RawDeliverables): Generator<readonly [Path, RawRequirement]> {
  for (const key of ["diagram", "timeline", "terminology"] as const) {
    const requirement = raw[key];
    if (requirement) yield [[...TOP, key], requirement];
  }
  for (const key of ["audiences", "requirements"] as const)
    for (const [index, each] of (raw[key] ?? []).entries()) yield [[...TOP, key, index], each];
  for (const [id, task] of entriesOf(raw.tasks))
    for (const [index, each] of (task.requirements ?? []).entries())
      yield [[...TOP, "tasks", id, "requirements", index], each];
}

function* checkRequirement(
  raw: RawRequirement,
  path: Path,
  policy: DeliverablesPolicy | undefined,
): Generator<Mistake> {
  for (const [index, type] of (raw.diagrams ?? []).entries()) {
    if (mermaidType(type) !== undefined) continue;
    const message = `${quote(type)} is no type of Mermaid diagram, so that no diagram counts for it.${didYouMean(findClosest(type, MERMAID_TYPES))}`;
    yield { path: [...path, "diagrams", index], at: "value", message };
  }
  for (const [index, term] of (raw.terms ?? []).entries()) {
    if (/[\p{L}\p{N}]/u.test(term)) continue;
    const message = `${quote(term)} has no letter or digit, so that it is looked for nowhere.`;
    yield { path: [...path, "terms", index], at: "value", message };
  }
  const lists = policy?.lists.map(({ id }) => id) ?? [];
  for (const [index, id] of (raw.lists ?? []).entries()) {
    if (policy === undefined || lists.includes(id)) continue;
    yield { path: [...path, "lists", index], at: "value", message: describeList(id, lists) };
  }
  const { terms, diagrams, languages, section } = compileRequirement(raw);
  const isOfFences = diagrams !== undefined || languages !== undefined;
  const count = isOfFences ? (diagrams?.size ?? 0) + (languages?.size ?? 0) : terms.length;
  if (count > 0) {
    if (terms.length === 0 || terms.some((term) => hasTerm(wordsOf(section), term))) return;
    const message = `The section that fixes add is called ${quote(section)}, which has the words of none of its \`terms\`, so that it would not count. Give the requirement a \`section\` that has.`;
    const at = raw.section ? { path: [...path, "section"] } : { path, part: raw.name };
    yield { ...at, at: "value", message };
    return;
  }
  const message = `${quote(raw.name)} can never be met: nothing says by what. Give it \`terms\`, \`diagrams\` or \`languages\`.`;
  yield { path, at: "value", part: raw.name, severity: "error", message };
}

function describeList(id: string, lists: readonly string[]): string {
  return `${quote(id)} is none of the \`lists\` of tasks.${didYouMean(findClosest(id, lists))}`;
}

function* checkLists(raw: RawDeliverables, { tasks }: DeliverablesPolicy): Generator<Mistake> {
  for (const [id, { fewest }] of entriesOf(raw.lists)) {
    const count = tasks.filter(({ list }) => list === id).length;
    if (!fewest || fewest <= count) continue;
    const there = count === 0 ? "none" : `only ${count}`;
    const message = `Of this list there have to be reports on at least ${fewest === 1 ? "one task" : `${fewest} tasks`}, and it has ${there}.`;
    yield { path: [...TOP, "lists", id, "fewest"], at: "value", severity: "error", message };
  }
}

function* checkTask(
  id: string,
  task: RawTask,
  raw: RawDeliverables,
  policy: DeliverablesPolicy,
): Generator<Mistake> {
  const isAlias = (other: string) => (raw.tasks?.[other]?.aliases ?? []).length > 0;
  const path = [...TOP, "tasks", id];
  const lists = policy.lists.map((each) => each.id);
  if (task.list && !lists.includes(task.list))
    yield {
      path: [...path, "list"],
      at: "value",
      severity: "error",
      message: describeList(task.list, lists),
    };
  const own = policy.tasks.find((each) => each.id === id);
  if (own?.title === "") {
    const others = policy.tasks.filter(({ title }) => title !== "").map((each) => each.id);
    const closest = findClosest(id, others);
    const hint = closest === undefined ? " Give it a `title`." : didYouMean(closest);
    const message = `${quote(id)} is a new task without a title.${hint}`;
    yield { path, at: "key", severity: "error", message };
  }
  for (const key of ["lines", "files"] as const)
    if (own !== undefined) yield* checkBounds(task[key], own[key], [...path, key]);
  yield* checkTaskName(id, { path, at: "key", severity: "error" }, id, policy, isAlias);
  for (const [index, alias] of (task.aliases ?? []).entries())
    yield* checkTaskName(
      alias,
      { path: [...path, "aliases", index], at: "value", severity: "error" },
      id,
      policy,
      isAlias,
    );
}

/** The id or another name of the task `own`; `isAlias` tells of which tasks this file says other names. */
function* checkTaskName(
  name: string,
  at: Omit<Mistake, "message">,
  own: string,
  { tasks }: DeliverablesPolicy,
  isAlias: (task: string) => boolean,
): Generator<Mistake> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(name))
    yield {
      ...at,
      message: `${quote(name)} cannot stand in the name of a file. The id of a task is letters and digits, such as \`A01\`.`,
    };
  const other = tasks.find(({ id, keys }) => id !== own && keys.includes(name.toLowerCase()));
  // of two that share an id the later one is told, and of an id and another name the name, where this file has it
  const isLater = tasks.findIndex(({ id }) => id === own) > tasks.findIndex(({ id }) => id === other?.id);
  const isSameId = other?.id.toLowerCase() === own.toLowerCase();
  if (other === undefined || (at.at === "key" && !(isSameId ? isLater : !isAlias(other.id)))) return;
  yield {
    ...at,
    message: `${quote(name)} also stands for the task ${quote(other.id)}, so that nobody can tell for which one a file is delivered: case makes no difference.`,
  };
}
