/** Finds where a policy protects filed records less than an earlier one did. */
import type { DocumentClass, ImmutabilityPolicy, MutableField, Policy } from "../policy/types";
import { findFiledClass } from "../records/filed-class";
import type { PolicyLookup } from "../records/policy-timeline";

/** The rule under which it is reported that a policy protects less than before. */
export const LOOSENED_POLICY = "policy/loosened";

export interface Loosening {
  /** Of the policy file that protected more. */
  readonly path: string;
  /** A whole sentence. */
  readonly message: string;
}

const RULES = ["record/filed-record-edited", "record/filed-record-deleted", "lifecycle/illegal-transition"];
const RANKS = { off: 0, information: 1, warning: 2, error: 3 } as const;

/** `records` are documents of the base with their texts there: those that it holds for filed must still be held so. */
export function findLoosenings(
  before: PolicyLookup,
  now: PolicyLookup,
  records: readonly RecordText[],
): readonly Loosening[] {
  const told = before.policies.flatMap((policy) => {
    const { path, folder } = policy;
    const present = now.policies.find((each) => each.folder === folder);
    if (present !== undefined)
      return [...loosenedClasses(policy, present), ...loosenedRules(policy, present)].map((message) => ({
        path,
        message,
      }));
    // a policy above may protect as much: the records tell
    if (now.policyFor(folder === "" ? "_" : `${folder}/_`) !== undefined) return [];
    return [
      {
        path,
        message: `\`${path}\` no longer governs this folder, so none of its records is protected any more.`,
      },
    ];
  });
  return told.length > 0 ? told : loosenedRecords(before, now, records);
}

export interface RecordText {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/** What only shows on the records themselves: documents that are ignored, claimed by another class, or governed closer by. */
function loosenedRecords(
  before: PolicyLookup,
  now: PolicyLookup,
  records: readonly RecordText[],
): readonly Loosening[] {
  const examples = new Map<string, { readonly path: string; readonly first: string; count: number }>();
  for (const { path, text } of records) {
    const policy = before.policyFor(path);
    const old = policy && findFiledClass(path, text, policy);
    if (policy === undefined || old?.immutable === undefined) continue;
    const present = now.policyFor(path);
    const found = present && findFiledClass(path, text, present);
    const clauses =
      present === undefined || found?.immutable === undefined
        ? ["is no longer protected"]
        : [
            ...weakened(old.immutable, found.immutable),
            ...loosenedRules(policy, present).map((each) => `is judged less: ${each.replace(/\.$/, "")}`),
          ];
    for (const clause of clauses) {
      const key = `${(present ?? policy).path} ${clause}`;
      const known = examples.get(key);
      if (known === undefined)
        examples.set(key, { path: (present ?? policy).path, first: `\`${path}\` ${clause}`, count: 1 });
      else known.count++;
    }
  }
  return [...examples.values()].map(({ path, first, count }) => ({
    path,
    message:
      count === 1 ? `The filed record ${first}.` : `The filed record ${first}, and so are ${count - 1} more.`,
  }));
}

function* loosenedClasses(before: Policy, now: Policy): Generator<string> {
  const parts = partsOf(now);
  for (const documentClass of before.classes) {
    const own = [...loosenedPart(documentClass, parts)];
    for (const what of own) yield `The class \`${documentClass.title}\` ${what}.`;
    for (const kind of documentClass.kinds) {
      // what a kind has from its class is told once
      for (const what of loosenedPart(kind, parts))
        if (!own.includes(what)) yield `The class \`${kind.title}\` ${what}.`;
    }
  }
}

/** Clauses that go on after the class's name. */
function* loosenedPart(old: DocumentClass, parts: ReadonlyMap<string, DocumentClass>): Generator<string> {
  if (old.immutable === undefined) return;
  const present = parts.get(keyOf(old));
  if (present === undefined) yield "is gone, and with it the protection of its filed documents";
  else if (present.immutable === undefined) yield "no longer makes its filed documents permanent";
  else yield* weakened(old.immutable, present.immutable);
}

/** Classes and their kinds, by a key of both. */
function partsOf({ classes }: Policy): ReadonlyMap<string, DocumentClass> {
  const parts = classes.flatMap((each) => [each, ...each.kinds]);
  return new Map(parts.map((each) => [keyOf(each), each]));
}

function keyOf({ id, kind }: DocumentClass): string {
  return `${id}/${kind ?? ""}`;
}

/** Clauses that go on after the name of a class or a record. */
function* weakened(before: ImmutabilityPolicy, now: ImmutabilityPolicy): Generator<string> {
  if (before.fromCreation && !now.fromCreation) yield "is no longer a record from its creation on";
  if (before.mode !== now.mode && now.mode !== "frozen")
    yield `lets more change: \`${now.mode}\` instead of \`${before.mode}\``;
  const allowed = [
    ...now.allow.fields
      .filter((field) => !covers(before.allow.fields, field))
      .map(({ name }) => `the field \`${name}\``),
    ...now.allow.errata
      .filter((each) => !before.allow.errata.includes(each))
      .map((each) => `errata under \`${each}\``),
    ...(before.allow.appendTo.length > 0 && now.allow.appendTo.length === 0 && now.mode === "append-only"
      ? ["additions at the document's end"]
      : []),
    ...now.allow.appendTo
      .filter((each) => !before.allow.appendTo.includes(each))
      .map((each) => `additions to \`${each}\``),
    ...(now.allow.links && !before.allow.links ? ["the targets of links"] : []),
    ...(now.allow.whitespace && !before.allow.whitespace ? ["white space"] : []),
  ];
  if (allowed.length > 0) yield `now lets these change in filed records: ${allowed.join(", ")}`;
}

function covers(fields: readonly MutableField[], field: MutableField): boolean {
  return fields.some(
    (each) =>
      each.name === field.name &&
      (each.values.length === 0 ||
        (field.values.length > 0 && field.values.every((value) => each.values.includes(value)))),
  );
}

function loosenedRules(before: Policy, now: Policy): readonly string[] {
  const found: string[] = [];
  for (const rule of RULES) {
    const old = before.severityOf(rule)?.value ?? "error";
    const present = now.severityOf(rule)?.value ?? "error";
    if (RANKS[present] < RANKS[old]) found.push(`The rule ${rule} is \`${present}\` and was \`${old}\`.`);
  }
  return found;
}
