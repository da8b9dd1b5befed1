/** Checks a policy's data against the schema; what does not fit is left out, the rest is kept. */
import * as v from "valibot";
import type { Path } from "./locate";
import type { Data } from "./plain-data";
import { POLICY_VERSION, policySchema, type RawPolicy } from "./schema";
import { BLANK, NO_COUNT } from "./schema-parts";
import { isMapSchema, type SchemaNode, schemaInside, unwrap } from "./schema-walk";

export interface SchemaIssue {
  readonly path: Path;
  /** What the schema asks for: `string`, `Array`, `("a" | "b")`, `never` for a key that it does not know. */
  readonly expected: string;
  readonly reason: "type" | "unknown-key" | "missing-key" | "blank" | "no-count";
  readonly value: unknown;
}

type ValibotIssue = v.BaseIssue<unknown>;

/** Leaving one mistake out can lay another one bare, such as a map without what it must have; never this deep. */
const MAX_ROUNDS = 20;

/** The version of the policy is read elsewhere. */
export function checkSchema(data: Data): {
  readonly policy: RawPolicy;
  readonly issues: readonly SchemaIssue[];
} {
  const { value, issues } = fitSchema(policySchema, {
    ...(data as object),
    version: POLICY_VERSION as never,
  });
  return { policy: value, issues };
}

/** A key of the outermost map may not be one that it must have: without it nothing would be left to read. */
export function fitSchema<const S extends v.GenericSchema>(
  schema: S,
  data: Data,
): { readonly value: v.InferOutput<S>; readonly issues: readonly SchemaIssue[] } {
  const misplaced = [...findMisplaced(data, schema as unknown as SchemaNode, [])];
  let rest = without(
    data,
    misplaced.map((issue) => issue.path),
  );
  let reported: SchemaIssue[] | undefined;
  for (let round = 0; ; round++) {
    const result = v.safeParse(schema, rest);
    if (result.success) return { value: result.output, issues: [...misplaced, ...(reported ?? [])] };
    const issues = result.issues.flatMap((issue) => readIssue(issue, []));
    // what only shows once a mistake is left out follows from it
    reported ??= issues;
    rest = without(
      rest,
      issues.map((issue) => (round < MAX_ROUNDS ? pathToRemove(issue) : issue.path.slice(0, 1))),
    );
  }
}

/**
 * Lists, and within lists texts, where maps belong: to the library a list is a map whose keys are numbers, so
 * that it would take a list of texts for one map.
 */
function* findMisplaced(data: Data, schema: SchemaNode, path: Path): Generator<SchemaIssue> {
  if (data === null) return;
  if (isMapSchema(unwrap(schema)) && (typeof data !== "object" || Array.isArray(data))) {
    yield { path, expected: "Object", reason: "type", value: data };
  } else if (typeof data === "object") {
    for (const [key, value] of Object.entries(data)) {
      const step = Array.isArray(data) ? Number(key) : key;
      const inside = schemaInside(schema, step);
      if (inside !== undefined) yield* findMisplaced(value, inside, [...path, step]);
    }
  }
}

/** Of a value that is neither one thing nor a list of it, the issues of what it looks like. */
function readIssue(issue: ValibotIssue, above: Path): SchemaIssue[] {
  const path: Path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const list = Array.isArray(issue.input);
  const inside = ((issue.issues ?? []) as ValibotIssue[]).filter(
    (each) => each.path !== undefined && (each.path[0].type === "array") === list,
  );
  if (issue.type === "union" && inside.length > 0) return inside.flatMap((each) => readIssue(each, path));
  return [{ path, expected: issue.expected ?? "", reason: reasonOf(issue), value: issue.input }];
}

function reasonOf(issue: ValibotIssue): SchemaIssue["reason"] {
  if (issue.path?.at(-1)?.origin === "key") return "missing-key";
  if ((issue.type as string) === "never") return "unknown-key";
  return issue.message === BLANK || issue.message === NO_COUNT ? issue.message : "type";
}

/** What lacks a key or an item that it must have is left out as a whole. */
function pathToRemove({ path, reason, value }: SchemaIssue): Path {
  return reason === "missing-key" || value === undefined ? path.slice(0, -1) : path;
}

function without(data: Data, paths: readonly Path[]): Data {
  return prune(data, [], new Set(paths.map((path) => JSON.stringify(path)))) ?? {};
}

function prune(data: Data, path: Path, removed: ReadonlySet<string>): Data | undefined {
  if (removed.has(JSON.stringify(path))) return undefined;
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) {
    return (data as readonly Data[]).flatMap((item, index) => {
      const kept = prune(item, [...path, index], removed);
      return kept === undefined ? [] : [kept];
    });
  }
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const kept = prune(value, [...path, key], removed);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
