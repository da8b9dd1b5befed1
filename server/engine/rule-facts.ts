/** What a rule is about, for those who show its id. */
import { rules } from "../rules/index";

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined for an id that is no rule's. */
export function ruleFacts(id: string): { readonly summary: string; readonly why: string } | undefined {
  return byId.get(id);
}
