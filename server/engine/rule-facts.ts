/** What a rule is about, for those who show its id. */
import { rules } from "../rules/index";
import type { Rule } from "../rules/rule";

type RuleFacts = Pick<Rule, "summary" | "why" | "severity">;

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined for an id that is no rule's. */
export function ruleFacts(id: string): RuleFacts | undefined {
  return byId.get(id);
}
