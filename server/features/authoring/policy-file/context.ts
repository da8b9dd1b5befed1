/** What the features of authoring are asked in a policy file, and the names that it may use. */
import type { Path } from "../../../policy/locate";
import type { DocumentClass, Policy } from "../../../policy/types";
import { findClass } from "../../document-status";
import type { Role } from "../roles";

export interface PolicyFileContext {
  /** Of the policy file, relative to the root, with `/`. */
  readonly path: string;
  /** As it is typed: seldom valid. */
  readonly text: string;
  /** Of the cursor, in UTF-16 units. */
  readonly offset: number;
  /** The last policy that could be read of this file, or of one that builds on it. */
  readonly policy: Policy | undefined;
  readonly roles: () => readonly Role[];
  readonly readFile: (path: string) => string | undefined;
  /** Paths of the files and folders in one folder; paths are relative to the root. */
  readonly listFolder: (path: string) => {
    readonly files: readonly string[];
    readonly folders: readonly string[];
  };
  /** True where another extension completes and explains, from Docket's JSON Schema, what that says. */
  readonly isSchemaServed: boolean;
}

/** A path of keys, as far as the names at it are concerned. */
export interface Scope {
  readonly classId: string | undefined;
  readonly kind: string | undefined;
  /** Undefined outside of classes, and in a class that the policy does not have yet. */
  readonly documentClass: DocumentClass | undefined;
  /** The keys within the class or kind, or from the top, without indexes: `states/Draft/next`. */
  readonly keys: readonly string[];
}

export function scopeOf(path: Path, policy: Policy | undefined): Scope {
  const keys = path.filter((step) => typeof step === "string");
  const [first, classId, third, kind] = keys;
  if (first !== "classes" || classId === undefined)
    return { classId: undefined, kind: undefined, documentClass: undefined, keys };
  const isKind = third === "kinds" && kind !== undefined;
  const documentClass = policy && findClass(policy, classId, isKind ? kind : undefined);
  return isKind
    ? { classId, kind, documentClass, keys: keys.slice(4) }
    : { classId, kind: undefined, documentClass, keys: keys.slice(2) };
}
