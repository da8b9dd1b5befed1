/** What the checks of a policy file look at, and what they yield. */
import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import type { Path } from "./locate";
import type { FileLayer } from "./read-layer";
import type { RawClass, RawKind, RawPolicy } from "./schema";
import type { DocumentClass, Policy, Severity } from "./types";

export interface CheckContext {
  readonly layer: FileLayer;
  /** The layers below, merged. */
  readonly lower: RawPolicy;
  /** All layers, compiled: names may refer to what a higher layer brings. */
  readonly policy: Policy;
  readonly ruleIds: readonly string[];
}

/** Something in a policy file that fits the schema and yet cannot be right. */
export interface Mistake {
  readonly path: Path;
  readonly at: "key" | "value";
  /** The part of the value that is wrong, where it is not the whole. */
  readonly part?: string;
  /** `warning` unless given. */
  readonly severity?: Severity;
  readonly message: string;
}

/** A class or a kind as the layer writes it, and what it comes to with all layers. */
export interface ClassPart {
  readonly path: Path;
  readonly raw: RawClass | RawKind;
  readonly compiled: DocumentClass;
  /** What the layers below say of it. */
  readonly lower: RawClass | RawKind | undefined;
  /** The id that was probably meant, where the layers below do not have this one. */
  readonly closest: string | undefined;
}

/**
 * True for an id that is a slip for another one: no layer below has it, and nothing says what it is called. A kind
 * needs no title, so that only a likeness tells.
 */
export function isSlip({ raw, compiled, lower, closest }: ClassPart): boolean {
  if (lower !== undefined || raw.title || ("name" in raw && raw.name)) return false;
  return compiled.kind === undefined || closest !== undefined;
}

/** The classes and kinds of which the layer says something, without those whose id is a slip. */
export function* soundClassParts(context: CheckContext): Generator<ClassPart> {
  for (const part of classParts(context)) if (!isSlip(part)) yield part;
}

/** The classes and kinds of which the layer says something. */
export function* classParts({ layer, lower, policy }: CheckContext): Generator<ClassPart> {
  for (const [id, raw] of entriesOf(layer.policy.classes)) {
    const compiled = policy.classes.find((each) => foldKey(each.id) === foldKey(id));
    if (compiled === undefined) continue;
    const below = findNamed(lower.classes, id) ?? undefined;
    const closest = below === undefined ? findClosest(id, Object.keys(lower.classes ?? {})) : undefined;
    yield { path: ["classes", id], raw, compiled, lower: below, closest };
    for (const [kindId, kind] of entriesOf(raw.kinds)) {
      const compiledKind = compiled.kinds.find((each) => foldKey(each.kind ?? "") === foldKey(kindId));
      if (compiledKind === undefined) continue;
      const lowerKind = findNamed(below?.kinds, kindId) ?? undefined;
      yield {
        path: ["classes", id, "kinds", kindId],
        raw: kind,
        compiled: compiledKind,
        lower: lowerKind,
        closest: lowerKind === undefined ? findClosest(kindId, Object.keys(below?.kinds ?? {})) : undefined,
      };
    }
  }
}

type Named<T> = Readonly<Record<string, T | null>> | null | undefined;

/** What is given to the names of a map, without those that are taken away. */
export function entriesOf<T>(map: Named<T>): [name: string, value: T][] {
  return Object.entries(map ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** What is given to a name, however it is spelled; null where it is taken away. */
export function findNamed<T>(map: Named<T>, name: string): T | null | undefined {
  const key = foldKey(name);
  return Object.entries(map ?? {}).find(([other]) => foldKey(other) === key)?.[1];
}
