/** Where a name of a policy file is declared: a class, a kind, a state or a field in this file or one below it, a file. */
import { findDeclarations } from "../../../policy/declarations";
import { type PolicyPlace, policyPlaceAt } from "../../../policy/policy-place";
import { resolvePath } from "../../../policy/resolve-path";
import type { Definition, Place } from "../definition";
import { type PolicyFileContext, scopeOf } from "./context";

/** Undefined where nothing is declared in a file: what a built-in profile has stands in none. */
export function policyDefinitionAt(context: PolicyFileContext): Definition | undefined {
  const place = policyPlaceAt(context.text, context.offset);
  if (place === undefined || place.written === "") return undefined;
  const places = placesOf(place, context);
  return places.length === 0 ? undefined : { origin: place.range, places };
}

function placesOf(place: PolicyPlace, context: PolicyFileContext): readonly Place[] {
  const { path: file, readFile, policy } = context;
  if (place.path[0] === "extends") {
    const target = resolvePath(file, place.written);
    return target.kind === "path" && readFile(target.path) !== undefined
      ? [{ path: target.path, range: undefined }]
      : [];
  }
  const names = declarationsOf(place, context);
  const lookIn = (path: string) => names.flatMap((steps) => findDeclarations(path, steps, readFile));
  const found = lookIn(file);
  // what is not declared below this file may be in the policy that builds on it
  return found.length > 0 || policy === undefined ? found : lookIn(policy.path);
}

/** The paths of keys at which the name may be declared, the nearest first. */
function declarationsOf(
  { part, path, written }: PolicyPlace,
  { policy }: PolicyFileContext,
): readonly string[][] {
  const { classId, kind, keys } = scopeOf(path, policy);
  const top = classId === undefined ? [] : [["classes", classId]];
  const owners = kind === undefined ? top : [["classes", classId ?? "", "kinds", kind], ...top];
  const last = keys.at(-1);
  const named = (map: string): string[][] => owners.map((each) => [...each, map, written]);
  if (keys.join("/") === "process/actionClasses") return [["classes", written]];
  if (last === "next" || (part === "key" && last === "states")) return named("states");
  // a field of a class may change a shared one
  if (last === "field" || last === "dateField" || (part === "key" && last === "fields"))
    return [...named("fields"), ["fields", written]];
  const isClass = part === "key" && path.length === 1 && path[0] === "classes";
  const isKind = part === "key" && path.length === 3 && path[2] === "kinds";
  if (isClass) return [["classes", written]];
  return isKind ? [["classes", classId ?? "", "kinds", written]] : [];
}
