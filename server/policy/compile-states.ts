/** The states of a class: what may follow, and what a document in them must say of its successor. */
import { foldKey } from "../base/fold";
import { foldAll } from "./compile-fields";
import type { RawClass } from "./schema";
import type { FieldPolicy, StatePolicy, SuccessorPolicy } from "./types";

type RawStates = NonNullable<RawClass["states"]>;
type RawSuccessor = NonNullable<RawStates[string]>["successor"];

export function compileStates(
  raw: RawStates,
  fields: readonly FieldPolicy[],
  fieldByKey: ReadonlyMap<string, FieldPolicy>,
): StatePolicy[] {
  const states = Object.entries(raw).flatMap(([name, state]) => (state === null ? [] : [{ name, state }]));
  const nameOf = new Map<string, string>();
  for (const { name, state } of states) for (const key of foldAll(state.aliases ?? [])) nameOf.set(key, name);
  for (const { name } of states) nameOf.set(foldKey(name), name);
  return states.map(
    ({ name, state }): StatePolicy => ({
      name,
      keys: foldAll([name, ...(state.aliases ?? [])]),
      qualifiers: foldAll(state.qualifiers ?? []),
      meaning: state.meaning ?? undefined,
      setBy: state.setBy ?? undefined,
      // a state that a higher layer took away no longer follows
      next: (state.next ?? []).flatMap((next) => nameOf.get(foldKey(next)) ?? []),
      successor: compileSuccessor(state.successor, fields, fieldByKey),
    }),
  );
}

function compileSuccessor(
  raw: RawSuccessor,
  fields: readonly FieldPolicy[],
  fieldByKey: ReadonlyMap<string, FieldPolicy>,
): SuccessorPolicy | undefined {
  if (!raw) return undefined;
  const field = raw.field ?? "Superseded by";
  const keysOf = (name: string): readonly string[] => fieldByKey.get(foldKey(name))?.keys ?? foldAll([name]);
  const dates = fields.filter((each) => each.type === "date" && each.future);
  return {
    field: fieldByKey.get(foldKey(field))?.name ?? field,
    keys: keysOf(field),
    back: raw.back ? keysOf(raw.back) : [],
    date: raw.date ?? false,
    dateKeys: raw.dateField ? keysOf(raw.dateField) : dates.flatMap((each) => each.keys),
  };
}
