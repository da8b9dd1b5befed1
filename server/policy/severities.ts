/** Looks up what a team set for a rule. */
import type { RawPolicy } from "./schema";
import type { Layered, SeveritySetting } from "./types";

/** The most specific setting counts: a rule before its group before `*`; of equal ones that of the higher layer. */
export function compileSeverities(
  layers: readonly RawPolicy[],
): (rule: string) => Layered<SeveritySetting> | undefined {
  const settings = new Map<string, Layered<SeveritySetting>>();
  layers.forEach((policy, layer) => {
    for (const [pattern, value] of Object.entries(policy.rules ?? {})) {
      if (value === null) settings.delete(pattern);
      else settings.set(pattern, { value, layer });
    }
  });
  if (settings.size === 0) return () => undefined;
  return (rule) =>
    settings.get(rule) ?? settings.get(`${rule.slice(0, rule.indexOf("/"))}/*`) ?? settings.get("*");
}
