/** Finds where a policy protects filed records less than an earlier one did. */
import type { Condition, DocumentClass, ImmutabilityPolicy, MutableField, Policy } from "../policy/types";
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

export function findLoosenings(before: PolicyLookup, now: PolicyLookup): readonly Loosening[] {
  return before.policies.flatMap((policy) => {
    const { path } = policy;
    const present = now.policies.find((each) => each.folder === policy.folder);
    if (present === undefined)
      return [
        {
          path,
          message: `\`${path}\` no longer governs this folder, so none of its records is protected any more.`,
        },
      ];
    return [...loosenedClasses(policy, present), ...loosenedRules(policy, present)].map((message) => ({
      path,
      message,
    }));
  });
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
  else {
    yield* loosened(old.immutable, present.immutable);
    for (const { glob } of old.paths) {
      if (present.paths.some((each) => each.glob === glob)) continue;
      yield `no longer claims the documents at \`${glob}\``;
    }
  }
}

/** Classes and their kinds, by a key of both. */
function partsOf({ classes }: Policy): ReadonlyMap<string, DocumentClass> {
  const parts = classes.flatMap((each) => [each, ...each.kinds]);
  return new Map(parts.map((each) => [keyOf(each), each]));
}

function keyOf({ id, kind }: DocumentClass): string {
  return `${id}/${kind ?? ""}`;
}

/** Clauses that go on after the class's name. */
function* loosened(before: ImmutabilityPolicy, now: ImmutabilityPolicy): Generator<string> {
  if (before.fromCreation && !now.fromCreation)
    yield "no longer makes a record of a document when it is created";
  if (!now.fromCreation) {
    const kept = new Set(now.when.map((each) => JSON.stringify(each)));
    const lost = before.when.filter((each) => !kept.has(JSON.stringify(each)));
    if (lost.length > 0) yield `is no longer filed by ${lost.map(describe).join(" or ")}`;
  }
  if (before.mode !== now.mode && now.mode !== "frozen")
    yield `lets more change: \`${now.mode}\` instead of \`${before.mode}\``;
  const allowed = [
    ...now.allow.fields
      .filter((field) => !covers(before.allow.fields, field))
      .map(({ name }) => `the field \`${name}\``),
    ...now.allow.errata
      .filter((each) => !before.allow.errata.includes(each))
      .map((each) => `errata under \`${each}\``),
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

function describe(condition: Condition): string {
  const parts = condition.map(({ name, values }) => `${name}: ${values.join(" or ")}`);
  return `\`${parts.join(", ")}\``;
}

function* loosenedRules(before: Policy, now: Policy): Generator<string> {
  for (const rule of RULES) {
    const old = before.severityOf(rule)?.value ?? "error";
    const present = now.severityOf(rule)?.value ?? "error";
    if (RANKS[present] < RANKS[old]) yield `The rule ${rule} is \`${present}\` and was \`${old}\`.`;
  }
}
