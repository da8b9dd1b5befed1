/** The policy that a folder without one may begin with, and what it would recognise there. */
import type { Policy } from "../policy/types";
import type { DocumentEntry } from "../workspace/types";

export interface Recognised {
  /** Documents that a class claims. */
  readonly documents: number;
  /** In the policy's order; classes without a document are left out. */
  readonly classes: readonly { readonly name: string; readonly documents: number }[];
}

/** The text of a new `docket.yaml`. */
export function renderPolicy(profile: string): string {
  return `# How this folder's documents are governed. Every line can be changed: see Docket's policy reference.
version: 1

# Classes, fields, states and rules come from this profile; what is written below it takes precedence.
extends: ${profile}
`;
}

export function countClasses(entries: Iterable<DocumentEntry>, policy: Policy | undefined): Recognised {
  const counts = new Map<string, number>();
  let documents = 0;
  for (const { classId } of entries) {
    if (classId === undefined) continue;
    documents++;
    counts.set(classId, (counts.get(classId) ?? 0) + 1);
  }
  const named = (policy?.classes ?? []).map(({ id, name }) => ({ name, documents: counts.get(id) ?? 0 }));
  return { documents, classes: named.filter((each) => each.documents > 0) };
}
