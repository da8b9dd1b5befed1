/** Tells the class of a document: by its class field, its place, its name, or its type, status and fields. */

import { foldKey } from "../base/fold";
import { nameOf } from "../base/path-parts";
import { plainValue } from "../base/plain-value";
import type { HeaderField, ParsedDocument } from "../document/types";
import { resolveClassName } from "../policy/resolve-class-name";
import type { Condition, DocumentClass, Policy } from "../policy/types";
import { holds, isUnset, valueLookup } from "./field-values";
import type { Classification } from "./types";

/** `path` is relative to the policy's folder. Undefined when no class claims the document. */
export function classify(path: string, parsed: ParsedDocument, policy: Policy): Classification | undefined {
  const declared = declaredClass(parsed, policy);
  const placed = classByPath(path, policy);
  const name = nameOf(path);
  if (placed !== undefined) {
    const contradicted = declared !== undefined && declared.id !== placed.id ? declared : undefined;
    const by = declared !== undefined && contradicted === undefined ? "field" : "location";
    return { class: withKind(placed, name, parsed), by, contradicted };
  }
  if (declared !== undefined)
    return { class: withKind(declared, name, parsed), by: "field", contradicted: undefined };
  if (parsed.header.fields.length === 0) return undefined;
  const named = classByName(name, policy);
  if (named !== undefined) return { class: named, by: "name", contradicted: undefined };
  const recognised = classByFields(parsed, policy);
  return (
    recognised && { class: withKind(recognised, name, parsed), by: "recognised", contradicted: undefined }
  );
}

/** The class that the header's class field names, if it names exactly one. */
function declaredClass(parsed: ParsedDocument, policy: Policy): DocumentClass | undefined {
  const field = findClassField(parsed, policy);
  if (field === undefined) return undefined;
  const resolved = resolveClassName(field.value, policy);
  return resolved.kind === "class" ? resolved.class : undefined;
}

/** The header's first class field that says anything. */
export function findClassField(parsed: ParsedDocument, policy: Policy): HeaderField | undefined {
  return parsed.header.fields.find(
    (each) => policy.classKeys.has(each.folded) && !isUnset(each.value, policy),
  );
}

/** The first kind, then the first class, one of whose paths matches; `path` is relative to the policy's folder. */
export function classByPath(path: string, policy: Policy): DocumentClass | undefined {
  for (const each of policy.classes) {
    for (const kind of each.kinds) if (kind.paths.some((pattern) => pattern.matches(path))) return kind;
    if (each.paths.some((pattern) => pattern.matches(path))) return each;
  }
  return undefined;
}

function classByName(name: string, policy: Policy): DocumentClass | undefined {
  for (const each of policy.classes) {
    for (const candidate of [...each.kinds, each]) {
      if (candidate.fileName?.telling === true && candidate.fileName.matches(name)) return candidate;
    }
  }
  return undefined;
}

function classByFields(parsed: ParsedDocument, policy: Policy): DocumentClass | undefined {
  const conditions = policy.classes.flatMap((each) =>
    each.recognise.map((condition) => ({ condition, class: each, rank: rankOf(condition, each) })),
  );
  conditions.sort((a, b) => b.rank - a.rank);
  return conditions.find((each) =>
    holds(each.condition, valueLookup(parsed.header.fields, each.class), policy),
  )?.class;
}

/** A document's type tells more than its state, which several classes share; a longer condition more than a short one. */
function rankOf(condition: Condition, documentClass: DocumentClass): number {
  const byState = condition.some(({ key }) => documentClass.fieldByKey.get(key)?.type === "state");
  return condition.length + (byState ? 0 : 100);
}

/** The kind of a known class, by file name or title. */
function withKind(documentClass: DocumentClass, name: string, parsed: ParsedDocument): DocumentClass {
  if (documentClass.kind !== undefined || documentClass.kinds.length === 0) return documentClass;
  const byName = documentClass.kinds.find(
    (kind) => kind.fileName?.telling === true && kind.fileName.matches(name),
  );
  if (byName !== undefined) return byName;
  const title = foldKey(plainValue(parsed.title?.title ?? ""));
  return (
    documentClass.kinds.find((kind) => kind.titleKeys.some((key) => title.startsWith(key))) ?? documentClass
  );
}
