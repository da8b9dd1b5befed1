/** Conditions on a header as the engine asks them: names and values are folded once, not for every document. */
import { foldKey } from "../base/fold";
import type { Condition } from "./types";

/** A condition as the policy file has it: field name to the values it may hold. */
export type RawCondition = Readonly<Record<string, readonly string[]>>;

export function compileConditions(raw: readonly RawCondition[] | null | undefined): readonly Condition[] {
  return (raw ?? []).map((condition) =>
    Object.entries(condition).map(([name, values]) => ({
      name,
      key: foldKey(name),
      values,
      words: values.map(foldKey),
    })),
  );
}
