/** The policies of a root: which file governs which document. */
import { parsePolicy } from "../policy/parse-policy";
import type { Policy, PolicyProblem } from "../policy/types";
import { ruleIds } from "./run-rules";
import { type ListFiles, readTemplatesBeside, type TemplatesBeside } from "./templates";

export interface PolicySet {
  /** The nearest policy upward of a path relative to the root; undefined where none governs it. */
  readonly policyFor: (path: string) => Policy | undefined;
  readonly policies: readonly Policy[];
  readonly problems: readonly PolicyProblem[];
  /** Policy files, all that they extend, and the templates beside them, relative to the root. */
  readonly files: ReadonlySet<string>;
}

const NAMES = ["docket.yaml", ".docket/policy.yaml"];

/** The folder that a policy file governs, or undefined for any other file. */
export function policyFolder(path: string): string | undefined {
  for (const name of NAMES) {
    if (path === name) return "";
    if (path.endsWith(`/${name}`)) return path.slice(0, -name.length - 1);
  }
  return undefined;
}

/**
 * Reads every policy among `files`. Where one cannot be built, the last good one of `previous` stays in force,
 * with the problems of the new text. `listFiles` finds the templates beside the policies; without it there are none.
 */
export function loadPolicies(
  files: readonly string[],
  readText: (path: string) => string | undefined,
  previous?: PolicySet,
  listFiles: ListFiles = () => [],
): PolicySet {
  const byFolder = new Map<string, Policy>();
  const problems: PolicyProblem[] = [];
  const read = new Set<string>();
  const beside = new Map<string, TemplatesBeside>();
  const templatesIn = (folder: string): TemplatesBeside => {
    const known = beside.get(folder) ?? readTemplatesBeside(folder, listFiles, readText);
    beside.set(folder, known);
    return known;
  };
  const readTemplates = (file: string) => {
    const folder = policyFolder(file);
    return folder === undefined ? [] : templatesIn(folder).templates;
  };
  for (const path of files) {
    const folder = policyFolder(path);
    if (folder === undefined) continue;
    const text = readText(path);
    if (text === undefined) continue;
    if (byFolder.has(folder)) {
      problems.push({
        path,
        range: { start: 0, end: 0 },
        severity: "warning",
        message: `\`${byFolder.get(folder)?.path}\` already governs this folder, so this file has no effect. Keep one of the two.`,
      });
      continue;
    }
    const parsed = parsePolicy({ path, text, folder, readFile: readText, readTemplates, ruleIds });
    // a file that several policies extend has its problems once
    problems.push(...parsed.problems.filter((problem) => !problems.some((known) => isSame(known, problem))));
    for (const file of parsed.files) read.add(file);
    read.add(path);
    // while a file that it extends is being edited, a policy must not lose that layer
    const lastGood = previous?.policies.find((each) => each.path === path);
    const policy = parsed.partial ? (lastGood ?? parsed.policy) : (parsed.policy ?? lastGood);
    if (policy !== undefined) byFolder.set(folder, policy);
    problems.push(...templatesIn(folder).problemsUnder(policy));
  }
  for (const { files: templates } of beside.values()) for (const file of templates) read.add(file);
  return {
    policyFor: (path) => nearest(byFolder, path),
    policies: [...byFolder.values()],
    problems,
    files: read,
  };
}

function isSame(a: PolicyProblem, b: PolicyProblem): boolean {
  return a.path === b.path && a.range.start === b.range.start && a.message === b.message;
}

function nearest(byFolder: ReadonlyMap<string, Policy>, path: string): Policy | undefined {
  if (byFolder.size === 0) return undefined;
  // the usual case: one policy at the top
  if (byFolder.size === 1 && byFolder.has("")) return byFolder.get("");
  let folder = path;
  for (;;) {
    const slash = folder.lastIndexOf("/");
    folder = slash < 0 ? "" : folder.slice(0, slash);
    const policy = byFolder.get(folder);
    if (policy !== undefined) return policy;
    if (folder === "") return undefined;
  }
}
