/** Names in a policy file that refer to states, fields and classes that do not exist. */

import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import type { RawCondition } from "./compile-conditions";
import { foldAll } from "./compile-fields";
import type { Path } from "./locate";
import { type CheckContext, type ClassPart, entriesOf, type Mistake, soundClassParts } from "./mistake";
import { didYouMean, quote, quoteList } from "./quote";
import type { RawField } from "./schema";
import { CREATION } from "./schema-class";
import type { DocumentClass, Policy } from "./types";

export function* checkReferences(context: CheckContext): Generator<Mistake> {
  for (const part of soundClassParts(context)) {
    yield* checkStates(part);
    yield* checkConditions(part);
    for (const [name, field] of entriesOf(part.raw.fields))
      yield* checkDefault(field, part.compiled, [...part.path, "fields", name]);
  }
  yield* checkProcess(context);
}

function* checkStates({ raw, compiled, path }: ClassPart): Generator<Mistake> {
  for (const [name, state] of entriesOf(raw.states)) {
    const at = [...path, "states", name];
    for (const [index, next] of (state.next ?? []).entries()) {
      if (isState(next, compiled)) continue;
      yield {
        path: [...at, "next", index],
        at: "value",
        severity: "error",
        message: describeState(next, compiled),
      };
    }
    for (const key of ["field", "back", "dateField"] as const) {
      const field = state.successor?.[key];
      if (field && !compiled.fieldByKey.has(foldKey(field))) {
        yield { path: [...at, "successor", key], at: "value", message: describeField(field, compiled) };
      }
    }
  }
}

function* checkConditions({ raw, compiled, path }: ClassPart): Generator<Mistake> {
  if ("recognise" in raw) yield* checkEach(raw.recognise, compiled, [...path, "recognise"]);
  const filed = raw.immutable?.when;
  if (filed !== CREATION) yield* checkEach(filed, compiled, [...path, "immutable", "when"]);
  const mutable = Object.fromEntries(
    entriesOf(raw.immutable?.allow?.fields).map(([name, values]) => [
      name,
      values.filter((each) => each !== "*"),
    ]),
  );
  yield* checkCondition(mutable, compiled, [...path, "immutable", "allow", "fields"]);
  for (const [index, section] of (raw.sections ?? []).entries()) {
    yield* checkEach(section.when, compiled, [...path, "sections", index, "when"]);
  }
  for (const [name, field] of entriesOf(raw.fields)) {
    for (const key of ["placeholderWhile", "requiredWhile", "longestWhile"] as const)
      yield* checkEach(field[key], compiled, [...path, "fields", name, key]);
  }
}

function* checkEach(
  conditions: readonly RawCondition[] | null | undefined,
  compiled: DocumentClass,
  path: Path,
): Generator<Mistake> {
  for (const [index, condition] of (conditions ?? []).entries())
    yield* checkCondition(condition, compiled, [...path, index]);
}

function* checkCondition(condition: RawCondition, compiled: DocumentClass, path: Path): Generator<Mistake> {
  for (const [name, values] of Object.entries(condition)) {
    const at = [...path, name];
    const field = compiled.fieldByKey.get(foldKey(name));
    if (field === undefined) {
      yield { path: at, at: "key", message: describeField(name, compiled) };
      continue;
    }
    for (const [order, value] of values.entries()) {
      if (value === "*" || value === "<date>") continue;
      if (/^<.*>$/.test(value)) {
        yield {
          path: [...at, order],
          at: "value",
          message: `${quote(value)} stands for nothing here. \`<date>\` stands for any date, and \`"*"\` for any value.`,
        };
      } else if (field.type === "state" && !isState(value, compiled)) {
        yield { path: [...at, order], at: "value", message: describeState(value, compiled) };
      }
    }
  }
}

function* checkDefault(field: RawField, compiled: DocumentClass, path: Path): Generator<Mistake> {
  const value = field.default;
  const whole = compiled.fieldByKey.get(foldKey(String(path.at(-1))));
  if (!value || whole === undefined) return;
  const at = { path: [...path, "default"], at: "value" } as const;
  if (whole.type === "state" && !isState(value, compiled))
    yield { ...at, message: describeState(value, compiled) };
  else if (whole.values.length > 0 && !foldAll(whole.values).includes(foldKey(value))) {
    yield {
      ...at,
      message: `${quote(value)} is none of the \`values\` of this field: ${quoteList(whole.values, "and")}.`,
    };
  }
}

function* checkProcess({ layer, policy }: CheckContext): Generator<Mistake> {
  const raw = layer.policy.process;
  const ids = policy.classes.map((each) => each.id);
  for (const [index, name] of (raw?.actionClasses ?? []).entries()) {
    if (ids.some((id) => foldKey(id) === foldKey(name))) continue;
    const closest = findClosest(name, ids);
    const message = `${quote(name)} is the id of no class.${didYouMean(closest)}`;
    yield { path: ["process", "actionClasses", index], at: "value", severity: "error", message };
  }
  for (const [index, lifecycle] of (raw?.lifecycles ?? []).entries()) {
    yield* checkDocuments(lifecycle.documents ?? [], policy, ["process", "lifecycles", index, "documents"]);
    const states = Object.entries(lifecycle.states ?? {});
    const keys = new Set(states.flatMap(([name, aliases]) => foldAll([name, ...(aliases ?? [])])));
    for (const [gate, ends] of entriesOf(lifecycle.gates)) {
      for (const [end, state] of ends.entries()) {
        if (keys.has(foldKey(state))) continue;
        const closest = findClosest(
          state,
          states.map(([name]) => name),
        );
        const message = `${quote(state)} is no state of this lifecycle.${didYouMean(closest)}`;
        yield {
          path: ["process", "lifecycles", index, "gates", gate, end],
          at: "value",
          severity: "error",
          message,
        };
      }
    }
  }
}

function* checkDocuments(
  names: readonly string[],
  { templates, classes }: Policy,
  path: Path,
): Generator<Mistake> {
  // without any, the file is a part of a policy that others build on
  if (templates.length === 0) return;
  // a class or a kind for which nobody wrote a template has one of its own
  const made = classes.flatMap((each) => [each.id, ...each.kinds.flatMap(({ kind }) => kind ?? [])]);
  const ids = [...templates.map(({ id }) => id), ...made];
  for (const [index, name] of names.entries()) {
    if (ids.includes(name)) continue;
    const message = `${quote(name)} is no template: neither a profile nor \`.docket/templates\` has it, and no class is called so.${didYouMean(findClosest(name, ids))}`;
    yield { path: [...path, index], at: "value", message };
  }
}

function isState(name: string, { states }: DocumentClass): boolean {
  const key = foldKey(name);
  return states.some((state) => state.keys.includes(key));
}

function describeState(name: string, { states, title }: DocumentClass): string {
  const names = states.map((state) => state.name);
  const closest = findClosest(name, names);
  const known =
    closest === undefined && names.length > 0
      ? ` Its states are ${quoteList(names, "and")}.`
      : didYouMean(closest);
  return `${quote(name)} is no state of the class ${quote(title)}.${known}`;
}

function describeField(name: string, { fields, title }: DocumentClass): string {
  const closest = findClosest(
    name,
    fields.map((field) => field.name),
  );
  return `${quote(name)} is no field of the class ${quote(title)}.${didYouMean(closest)}`;
}
