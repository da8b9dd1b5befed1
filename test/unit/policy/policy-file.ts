/** Policies in tests: texts with marks at what is wrong, and the policy that remains. */
import { parsePolicy } from "../../../server/policy/parse-policy";
import type { DocumentClass, Policy } from "../../../server/policy/types";

const ruleIds = ["header/missing-field", "header/date-format", "lifecycle/unknown-state"];

/** Reads `docket.yaml` of these files; paths are relative to the root of the workspace. */
export function read(files: Readonly<Record<string, string>> | string, path = "docket.yaml", folder = "") {
  const all = typeof files === "string" ? { [path]: files } : files;
  const readFile = (file: string): string | undefined => all[file];
  return parsePolicy({ path, text: all[path] ?? "", folder, readFile, ruleIds });
}

/** The policy of a text in which nothing is wrong. */
export function policyOf(files: Readonly<Record<string, string>> | string): Policy {
  const { policy, problems } = read(files);
  if (policy === undefined || problems.length > 0)
    throw new Error(problems.map((each) => each.message).join("\n"));
  return policy;
}

/** A class of the policy by its id. */
export function classOf(policy: Policy, id: string): DocumentClass {
  const found = policy.classes.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no class ${id}`);
  return found;
}

/**
 * What is wrong, one line a problem: `path:start-end severity message`. The text of the marked parts, «like
 * this», has to be what the problems are at; `expected` gives their severities and messages in order.
 */
export function compare(files: Readonly<Record<string, string>> | string, expected: readonly string[]) {
  const marked = typeof files === "string" ? { "docket.yaml": files } : files;
  const ranges: string[] = [];
  const plain: Record<string, string> = {};
  for (const [path, text] of Object.entries(marked)) {
    let clean = "";
    const open: number[] = [];
    for (const part of text.split(/([«»])/)) {
      if (part === "«") open.push(clean.length);
      else if (part === "»") ranges.push(`${path}:${open.pop()}-${clean.length}`);
      else clean += part;
    }
    plain[path] = clean;
  }
  const { problems, policy } = read(plain);
  return {
    found: problems.map(
      (each) => `${each.path}:${each.range.start}-${each.range.end} ${each.severity} ${each.message}`,
    ),
    wanted: expected.map((line, index) => `${ranges[index]} ${line}`),
    policy,
  };
}
