/** The parts of which the policy's schema is made. */
import * as v from "valibot";

/** The library's message for a text without a word. */
export const BLANK = "blank";

/** A text that holds more than white space. */
export const text = v.pipe(v.string(), v.regex(/\S/, BLANK));

/** The library's message for what is no whole number above zero. */
export const NO_COUNT = "no-count";

/** A whole number above zero; policies are read as texts. */
export const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, NO_COUNT), v.transform(Number));

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
  return v.pipe(v.optional(v.nullable(schema)), v.description(description), v.examples([example]));
}

/**
 * A map with these keys and no others; `what` names it in messages: `class`. The library's own strict object
 * reports the first unknown key only, so each further one is a value that can never be right.
 */
export function strict<const E extends v.ObjectEntries>(what: string, entries: E) {
  const schema = v.pipe(v.objectWithRest(entries, v.never()), v.title(what));
  // the type of one with a rest would have every key be `never` too
  return schema as unknown as v.SchemaWithPipe<[Strict<E>, v.TitleAction<v.InferOutput<Strict<E>>, string>]>;
}

type Strict<E extends v.ObjectEntries> = v.StrictObjectSchema<E, undefined>;
