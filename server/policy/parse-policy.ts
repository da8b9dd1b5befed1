/** Reads a policy file with all that it extends: the policy that rules consume, and what is wrong in the files. */
import { checkLayer } from "./check-layer";
import { compilePolicy } from "./compile-policy";
import { type Layer, loadLayers, type ReadFile, type ReadTemplates } from "./load-layers";
import { locateKey } from "./locate";
import { mergeLayers } from "./merge-layers";
import type { Policy, PolicyProblem } from "./types";

export interface PolicyInput {
  /** Of the policy file, relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The folder that the policy governs, relative to the root; empty for the root itself. */
  readonly folder: string;
  /** Gives the text of a file by its path relative to the root; undefined when it cannot be read. */
  readonly readFile: ReadFile;
  /** None unless given. */
  readonly readTemplates?: ReadTemplates;
  /** The ids of all rules, to tell misspelled ones. */
  readonly ruleIds: readonly string[];
}

export interface ParsedPolicy {
  /** Undefined when the file could not be read as a policy; parts that are wrong are left out of it. */
  readonly policy: Policy | undefined;
  readonly problems: readonly PolicyProblem[];
  /** All files of the workspace that were asked for, this one and missing ones too. */
  readonly files: readonly string[];
  /** True when a layer is missing, because what `extends` names is wrong, missing or could not be read. */
  readonly partial: boolean;
}

/** More than this helps nobody, and stalls an editor. */
const MAX_PROBLEMS = 500;

export function parsePolicy(input: PolicyInput): ParsedPolicy {
  const { path, text, folder, readFile, ruleIds } = input;
  const { layers, problems, files, partial } = loadLayers(path, text, readFile, input.readTemplates);
  if (layers === undefined)
    return { policy: undefined, problems: sortProblems(problems, files), files, partial };
  const policy = compile(layers, path, folder);
  const mistakes = layers.flatMap(({ file }, index) => {
    // a built-in profile was checked when it was built in
    if (file === undefined) return [];
    const below = layers.slice(0, index);
    const lower = mergeLayers(below.map((layer) => layer.policy)).policy;
    // a file that others build on is checked by itself: what they take away it may still speak of
    const own = index === layers.length - 1 ? policy : compile(layers.slice(0, index + 1), file.path, folder);
    return checkLayer({ layer: file, lower, policy: own, ruleIds });
  });
  const found = [...problems, ...mistakes];
  const explained = policy.classes.length > 0 || found.some((problem) => problem.severity === "error");
  const idle = explained ? [] : describeIdle(layers.at(-1));
  return { policy, problems: sortProblems([...found, ...idle], files), files, partial };
}

/** In the order of the text, each once: what stands behind an alias is read at every place that refers to it. */
function sortProblems(problems: readonly PolicyProblem[], files: readonly string[]): PolicyProblem[] {
  const each = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const order = new Map(files.map((path, index) => [path, index]));
  const orderOf = ({ path }: PolicyProblem): number => order.get(path) ?? 0;
  const sorted = [...each.values()].sort((a, b) => orderOf(a) - orderOf(b) || a.range.start - b.range.start);
  const next = sorted[MAX_PROBLEMS];
  if (next === undefined) return sorted;
  const message = `${sorted.length - MAX_PROBLEMS} more mistakes are not shown.`;
  return [...sorted.slice(0, MAX_PROBLEMS), { ...next, message }];
}

function compile(layers: readonly Layer[], path: string, folder: string): Policy {
  // one of the same name takes the place of a lower layer's
  const byId = new Map(layers.flatMap((layer) => layer.templates.map((each) => [each.id, each])));
  const templates = [...byId.values()];
  return compilePolicy({ path, folder, layers: layers.map((layer) => layer.policy), templates });
}

function describeIdle(layer: Layer | undefined): PolicyProblem[] {
  const file = layer?.file;
  if (file === undefined) return [];
  const range =
    file.root.entries.length === 0 ? { start: 0, end: 0 } : locateKey(file.root, ["version"], file.text);
  const message =
    "This policy has no classes of documents, so that nothing is checked. Begin with `extends: delivery`.";
  return [{ path: file.path, range, severity: "warning", message }];
}
