/** Rules as completions and in hovers: ids with their summaries, and groups. */
import { ruleFacts } from "../../engine/rule-facts";
import { ruleIds } from "../../engine/run-rules";
import type { Policy } from "../../policy/types";
import { type Completion, word } from "./completion-item";
import { code, count, listCode, paragraphs, plain } from "./markdown";

const GROUPS = [...new Set(ruleIds.map((id) => id.slice(0, id.indexOf("/"))))];

function rulesOfGroup(group: string): readonly string[] {
  return group === "*" ? ruleIds : ruleIds.filter((id) => `${id.slice(0, id.indexOf("/"))}/*` === group);
}

/** All rules, then their groups, then all of them at once. */
export function ruleItems(): readonly Completion[] {
  const groups = [...GROUPS.map((group) => `${group}/*`), "*"].map((name) =>
    word(name, "rule", count(rulesOfGroup(name).length, "rule"), describeGroup(name)),
  );
  return [...ruleIds.map(ruleItem), ...groups];
}

function ruleItem(id: string): Completion {
  const { summary, why, severity } = ruleFacts(id) ?? { summary: "", why: "", severity: "" };
  return word(id, "rule", severity, paragraphs([summary, why, `\`${severity}\` unless set.`]));
}

function describeGroup(name: string): string {
  return name === "*" ? "All rules." : `The rules ${listCode(rulesOfGroup(name))}.`;
}

/** The summary of a rule or a group, what the severity is unless set, and what it is under the policy. */
export function describeRule(id: string, policy: Policy | undefined): string | undefined {
  if (rulesOfGroup(id).length > 0) return paragraphs([`**${plain(id)}**`, describeGroup(id)]);
  const facts = ruleFacts(id);
  if (facts === undefined) return undefined;
  const now = policy?.severityOf(id)?.value ?? facts.severity;
  const severity =
    now === facts.severity
      ? `${code(now)}, as it is unless set.`
      : `${code(now)} in force, ${code(facts.severity)} unless set.`;
  return paragraphs([`**${plain(id)}**`, facts.summary, facts.why, severity]);
}
