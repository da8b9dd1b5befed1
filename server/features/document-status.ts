/** What a document is, in the few words that a status bar has room for. */
import type { DocumentClass, Policy, Severity } from "../policy/types";
import type { DocumentEntry } from "../workspace/types";

export interface DocumentState {
  /** The class's name: `Delivery Record (Class 7)`. */
  readonly class: string;
  /** How people name such a document: `Phase gate document`. */
  readonly title: string;
  readonly state: string | undefined;
  /** False where such a document goes through no states. */
  readonly hasStates: boolean;
  readonly version: string | undefined;
  readonly filed: boolean;
  /** Findings of severity error. */
  readonly blocking: number;
}

/** Undefined for a document that no class claims. */
export function documentState(
  entry: DocumentEntry,
  policy: Policy,
  severities: readonly Severity[],
): DocumentState | undefined {
  const documentClass = classOfEntry(entry, policy);
  if (documentClass === undefined) return undefined;
  const blocking = severities.filter((severity) => severity === "error").length;
  const { state, version, filed } = entry;
  const hasStates = documentClass.fields.some(({ type }) => type === "state");
  return {
    class: documentClass.name,
    title: documentClass.title,
    state,
    hasStates,
    version,
    filed,
    blocking,
  };
}

/** The class or kind that an entry's ids name. */
function classOfEntry(entry: DocumentEntry, policy: Policy): DocumentClass | undefined {
  return findClass(policy, entry.classId, entry.kind);
}

export function findClass(
  policy: Policy,
  id: string | undefined,
  kind: string | undefined,
): DocumentClass | undefined {
  const documentClass = policy.classes.find((each) => each.id === id);
  return documentClass?.kinds.find((each) => each.kind === kind) ?? documentClass;
}
