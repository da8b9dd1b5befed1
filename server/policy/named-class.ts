/** Finds classes and kinds by the ids that a policy or a template gives them, however those are spelled. */
import { foldKey } from "../base/fold";
import type { DocumentClass } from "./types";

export function findNamedClass(classes: readonly DocumentClass[], id: string): DocumentClass | undefined {
  const key = foldKey(id);
  return classes.find((each) => foldKey(each.id) === key);
}

export function findNamedKind({ kinds }: DocumentClass, kind: string): DocumentClass | undefined {
  const key = foldKey(kind);
  return kinds.find((each) => each.kind !== undefined && foldKey(each.kind) === key);
}
