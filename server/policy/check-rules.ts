/** Rules of which a policy file speaks and that do not exist. */
import { findClosest } from "../base/closest";
import { findNode } from "./locate";
import type { CheckContext, Mistake } from "./mistake";
import { didYouMean, quote } from "./quote";

export function* checkRules({ layer, ruleIds }: CheckContext): Generator<Mistake> {
  const groups = new Set(ruleIds.map((id) => `${id.slice(0, id.indexOf("/"))}/*`));
  const written = findNode(layer.root, ["rules"]);
  const names = written?.kind === "map" ? written.entries.map((entry) => entry.key) : [];
  for (const name of names) {
    if (name === "*" || groups.has(name) || ruleIds.includes(name)) continue;
    const group = name.endsWith("/*");
    const closest =
      findClosest(name, group ? groups : ruleIds) ??
      findByName(name, ruleIds) ??
      (groups.has(`${name}/*`) ? `${name}/*` : undefined);
    const message = `${quote(name)} is no ${group ? "group of rules" : "rule"}.${didYouMean(closest)}`;
    yield { path: ["rules", name], at: "key", severity: "error", message };
  }
}

/** `missing-field`, without its group or under a wrong one. */
function findByName(name: string, ruleIds: readonly string[]): string | undefined {
  const own = name.slice(name.indexOf("/") + 1);
  return ruleIds.find((id) => id.endsWith(`/${own}`));
}
