/** Names in a policy file that are given twice, mean nothing, or were meant as others. */
import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import type { Path } from "./locate";
import {
  type CheckContext,
  type ClassPart,
  classParts,
  entriesOf,
  findNamed,
  isSlip,
  type Mistake,
} from "./mistake";
import { didYouMean, quote } from "./quote";

export function* checkNames(context: CheckContext): Generator<Mistake> {
  const { layer, lower, policy } = context;
  yield* checkMap("field", layer.policy.fields, lower.fields ?? {}, ["fields"]);
  yield* checkMap("class", layer.policy.classes, lower.classes ?? {}, ["classes"]);
  for (const part of classParts(context)) {
    if (isSlip(part)) {
      yield describeSlip(part);
      continue;
    }
    // what a class takes away may be a shared field, what a kind takes away a field or state of its class
    yield* checkMap("field", part.raw.fields, undefined, [...part.path, "fields"]);
    const states = part.compiled.kind === undefined ? (part.lower?.states ?? {}) : undefined;
    yield* checkMap("state", part.raw.states, states, [...part.path, "states"]);
    if ("kinds" in part.raw) {
      const below = part.lower !== undefined && "kinds" in part.lower ? (part.lower.kinds ?? {}) : {};
      yield* checkMap("kind", part.raw.kinds, below, [...part.path, "kinds"]);
    }
    yield* checkLikeness(part, context);
    yield* checkFieldAliases(part);
    yield* checkStateAliases(part);
    if (part.compiled.kind === undefined && "aliases" in part.raw) {
      const others = policy.classes.filter((each) => each !== part.compiled);
      yield* checkAliases(
        "class",
        part.raw.aliases,
        part.path,
        (key) => others.find((each) => each.keys.includes(key))?.name,
      );
    }
  }
}

type Names = Readonly<Record<string, unknown>> | null | undefined;

/** Without `lower`, nobody can tell whether what is taken away was ever there. */
function* checkMap(what: string, names: Names, lower: Names, path: Path): Generator<Mistake> {
  const seen = new Map<string, string>();
  for (const [name, value] of Object.entries(names ?? {})) {
    const key = foldKey(name);
    const at = { path: [...path, name], at: "key", severity: "error" } as const;
    const twin = seen.get(key);
    seen.set(key, name);
    if (key === "")
      yield { ...at, message: `${quote(name)} has no letter or digit, so that it names nothing.` };
    else if (twin !== undefined)
      yield {
        ...at,
        message: `${quote(name)} is the same ${what} as ${quote(twin)}: case, spaces, \`-\` and \`_\` make no difference.`,
      };
    else if (value === null && lower != null && !findNamed(lower as Record<string, never>, name)) {
      const closest = findClosest(name, Object.keys(lower));
      yield {
        ...at,
        severity: "warning",
        message: `There is no ${what} ${quote(name)} to take away.${didYouMean(closest)}`,
      };
    }
  }
}

/** A new field or state that is nearly one of a lower layer, which may be meant, and may be not. */
function* checkLikeness(
  { raw, lower, compiled, path }: ClassPart,
  context: CheckContext,
): Generator<Mistake> {
  if (lower === undefined) return;
  const classBelow = findNamed(context.lower.classes, compiled.id) ?? undefined;
  const shared = Object.keys(context.lower.fields ?? {});
  const known = {
    fields: [...namesOf(lower.fields), ...namesOf(classBelow?.fields), ...shared],
    states: [...namesOf(lower.states), ...namesOf(classBelow?.states)],
  };
  for (const [key, what] of [
    ["fields", "field"],
    ["states", "state"],
  ] as const) {
    const folded = new Set(known[key].map(foldKey));
    for (const [name] of entriesOf<unknown>(raw[key])) {
      const closest = folded.has(foldKey(name)) ? undefined : findClosest(name, known[key]);
      if (closest === undefined) continue;
      const message = `${quote(name)} is a new ${what}.${didYouMean(closest)}`;
      yield { path: [...path, key, name], at: "key", severity: "information", message };
    }
  }
}

function namesOf(map: Names): string[] {
  return Object.keys(map ?? {});
}

function describeSlip({ path, compiled, closest }: ClassPart): Mistake {
  const [what, key] = compiled.kind === undefined ? ["class", "name"] : ["kind", "title"];
  const hint = closest === undefined ? ` Give it a \`${key}\`.` : didYouMean(closest);
  const message = `${quote(String(path.at(-1)))} is a new ${what} without a ${key}.${hint}`;
  return { path, at: "key", severity: "error", message };
}

function* checkFieldAliases({ raw, compiled, path }: ClassPart): Generator<Mistake> {
  for (const [name, field] of entriesOf(raw.fields)) {
    const own = compiled.fieldByKey.get(foldKey(name));
    yield* checkAliases("field", field.aliases, [...path, "fields", name], (key) => {
      return compiled.fields.find((each) => each !== own && each.keys.includes(key))?.name;
    });
  }
}

function* checkStateAliases({ raw, compiled, path }: ClassPart): Generator<Mistake> {
  for (const [name, state] of entriesOf(raw.states)) {
    yield* checkAliases("state", state.aliases, [...path, "states", name], (key) => {
      return compiled.states.find((each) => foldKey(each.name) !== foldKey(name) && each.keys.includes(key))
        ?.name;
    });
  }
}

/** `ownerOf` names the other one that has a folded alias. */
function* checkAliases(
  what: string,
  aliases: readonly string[] | null | undefined,
  path: Path,
  ownerOf: (key: string) => string | undefined,
): Generator<Mistake> {
  for (const [index, alias] of (aliases ?? []).entries()) {
    const key = foldKey(alias);
    const owner = ownerOf(key);
    const at = { path: [...path, "aliases", index], at: "value" } as const;
    if (key === "")
      yield { ...at, message: `${quote(alias)} has no letter or digit, so that it names nothing.` };
    else if (owner !== undefined)
      yield {
        ...at,
        message: `${quote(alias)} also names the ${what} ${quote(owner)}, so that nobody can tell which one is meant.`,
      };
  }
}
