/** Builds the document classes of a policy, and within each its kinds, which inherit all that it has. */

import { foldKey } from "../base/fold";
import { compileConditions } from "./compile-conditions";
import { compileFields, type FieldLevel, foldAll } from "./compile-fields";
import { compileStates } from "./compile-states";
import { compileStyle } from "./compile-style";
import { compileFileName, findUnknownTokens } from "./file-name-pattern";
import { type MergedPolicy, mergeMaps } from "./merge-layers";
import { compilePhrases } from "./phrases";
import type { RawClass, RawKind } from "./schema";
import { CREATION } from "./schema-class";
import type {
  ChangeLogPolicy,
  DocumentClass,
  FieldPolicy,
  ImmutabilityPolicy,
  NoticePolicy,
  PathPattern,
  SectionPolicy,
} from "./types";

type ToPattern = (glob: string) => PathPattern;

export function compileClasses(merged: MergedPolicy, toPattern: ToPattern): DocumentClass[] {
  const classes = Object.entries(merged.policy.classes ?? {});
  return classes.flatMap(([id, raw]) => (raw === null ? [] : [compileClass(id, raw, merged, toPattern)]));
}

function compileClass(id: string, raw: RawClass, merged: MergedPolicy, toPattern: ToPattern): DocumentClass {
  const shared: FieldLevel = { fields: merged.policy.fields, path: ["fields"] };
  const own: FieldLevel = { fields: raw.fields, path: ["classes", id, "fields"] };
  const fields = compileFields(shared, [own], merged.severityLayers);
  const kinds = Object.entries(raw.kinds ?? {}).flatMap(([kind, part]) => {
    if (part === null) return [];
    const level: FieldLevel = { fields: part.fields, path: ["classes", id, "kinds", kind, "fields"] };
    const kindFields = compileFields(shared, [own, level], merged.severityLayers);
    return [compileParts(id, kind, raw, kindFields, part, [], toPattern)];
  });
  return compileParts(id, undefined, raw, fields, raw, kinds, toPattern);
}

/**
 * `part` is the kind, or the class itself. Classes and kinds are made by one expression, so that they are alike to V8:
 * nearly every rule reads them.
 */
function compileParts(
  id: string,
  kind: string | undefined,
  raw: RawClass,
  fields: readonly FieldPolicy[],
  part: RawKind | RawClass,
  kinds: readonly DocumentClass[],
  toPattern: ToPattern,
): DocumentClass {
  const fieldByKey = new Map<string, FieldPolicy>();
  // a field's own name comes before another one's alias
  for (const field of fields) fieldByKey.set(foldKey(field.name), field);
  for (const field of fields)
    for (const key of field.keys) if (!fieldByKey.has(key)) fieldByKey.set(key, field);
  const inherited = <K extends keyof RawKind & keyof RawClass>(key: K) =>
    (part[key] === undefined ? raw[key] : part[key]) ?? undefined;
  const name = raw.name ?? raw.title ?? wordsOf(id);
  const states = kind === undefined ? raw.states : mergeMaps(raw.states ?? {}, part.states ?? {});
  const sections =
    kind === undefined ? (raw.sections ?? []) : [...(raw.sections ?? []), ...(part.sections ?? [])];
  const fileName = inherited("fileName");
  return {
    id,
    kind,
    name,
    title: part.title ?? (kind === undefined ? name.replace(/\s*\([^()]*\)\s*$/, "") : wordsOf(kind)),
    keys: foldAll([name, ...(raw.aliases ?? []), id]),
    summary: inherited("summary"),
    charter: raw.charter === true,
    paths: (part.paths ?? []).map(toPattern),
    locations: (inherited("locations") ?? []).map(toPattern),
    folder: inherited("folder")?.replace(/^\.?\/+|\/+$/g, ""),
    fileName:
      fileName === undefined || findUnknownTokens(fileName).length > 0
        ? undefined
        : compileFileName(fileName),
    numbered: inherited("numbered") ?? false,
    recognise: kind === undefined ? compileConditions(raw.recognise) : [],
    titleKeys: "titles" in part ? foldAll(part.titles ?? []) : [],
    fields,
    fieldByKey,
    states: compileStates(states ?? {}, fields, fieldByKey),
    sections: sections.map(compileSection),
    notice: compileNotice(inherited("notice")),
    changeLog: compileChangeLog(inherited("changeLog")),
    immutable: compileImmutability(inherited("immutable"), fieldByKey),
    style: compileStyle(
      kind !== undefined && raw.style && part.style ? mergeMaps(raw.style, part.style) : inherited("style"),
    ),
    kinds,
  };
}

function compileSection(raw: NonNullable<RawClass["sections"]>[number]): SectionPolicy {
  return {
    title: raw.title,
    keys: foldAll(raw.headings ?? [raw.title]),
    why: raw.why ?? undefined,
    when: compileConditions(raw.when),
    body: raw.body ?? undefined,
  };
}

function compileNotice(raw: RawClass["notice"]): NoticePolicy | undefined {
  const first = raw?.matches?.[0];
  if (!raw || first === undefined) return undefined;
  return {
    name: raw.name ?? "notice",
    why: raw.why ?? undefined,
    isIn: compilePhrases(raw.matches ?? []),
    text: raw.text ?? `> ${first}`,
  };
}

function compileChangeLog(raw: RawClass["changeLog"]): ChangeLogPolicy | undefined {
  if (!raw) return undefined;
  return {
    initialVersion: raw.initialVersion ?? "1.0",
    keys: foldAll(raw.headings ?? ["Change Log", "Changelog"]),
    why: raw.why ?? undefined,
  };
}

function compileImmutability(
  raw: RawClass["immutable"],
  fieldByKey: ReadonlyMap<string, FieldPolicy>,
): ImmutabilityPolicy | undefined {
  if (!raw) return undefined;
  const fromCreation = raw.when === CREATION;
  return {
    when: raw.when === CREATION ? [] : compileConditions(raw.when),
    fromCreation,
    mode: raw.mode ?? "frozen",
    allow: {
      fields: Object.entries(raw.allow?.fields ?? {}).flatMap(([name, values]) => {
        if (values === null) return [];
        const keys = fieldByKey.get(foldKey(name))?.keys ?? [foldKey(name)];
        return [{ name, keys, values: values.includes("*") ? [] : foldAll(values) }];
      }),
      errata: foldAll(raw.allow?.errata ?? []),
      appendTo: foldAll(raw.appendTo ?? []),
      links: raw.allow?.links ?? false,
      whitespace: raw.allow?.whitespace ?? false,
    },
  };
}

/** `phase-gate` gives `Phase gate`. */
function wordsOf(id: string): string {
  const words = id.replace(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
