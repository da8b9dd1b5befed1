/** The parts of which the policy's schema is made. */
import * as v from "valibot";

/** A text that holds more than white space. */
export const text = v.pipe(v.string(), v.regex(/\S/, "blank"));

/** One text, or a list of them; always a list when read. */
export const texts = oneOrMany(text);

export const flag = v.boolean();

/** One value, or a list of values; always a list when read. */
export function oneOrMany<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.union([schema, v.array(schema)]),
    v.transform((value): v.InferOutput<S>[] => (Array.isArray(value) ? value : [value])),
  );
}

/** Names of the author's own choosing, each with a value; `null` takes away what a lower layer gives to the name. */
export function named<const S extends v.GenericSchema>(schema: S) {
  return v.record(v.string(), v.nullable(schema));
}

/** A key of the policy language; `null` takes away what a lower layer gives to it. */
export function key<const S extends v.GenericSchema>(description: string, example: unknown, schema: S) {
  return v.optional(v.nullable(v.pipe(schema, v.description(description), v.examples([example]))));
}

/** A map with these keys and no others; `what` names it in messages: `class`. Every unknown key is an issue. */
export function strict<const E extends v.ObjectEntries>(what: string, entries: E) {
  return v.pipe(v.objectWithRest(entries, v.never()), v.title(what));
}
