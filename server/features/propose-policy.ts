/** The policy that a folder without one may begin with, and what it would recognise and find there. */
import { once } from "../base/remember";
import { analyse } from "../engine/analyse";
import { findFiles, governingPolicy } from "../engine/find-files";
import { type Files, FolderNames, otherDocuments } from "../engine/other-documents";
import { loadPolicies } from "../engine/policies";
import { profiles } from "../policy/profiles/generated";
import type { Policy } from "../policy/types";
import { govern } from "../workspace/govern";
import type { FileSystem } from "../workspace/ports";
import type { DocumentEntry } from "../workspace/types";

export interface Survey {
  /** Documents that a class claims. */
  readonly documents: number;
  /** Documents by class name, in the policy's order; classes without any are left out. */
  readonly classes: readonly { readonly name: string; readonly documents: number }[];
  readonly findings: number;
}

const USUAL_PROFILE = "delivery";

/** The names of the built-in profiles, the usual one first. */
export const PROFILES: readonly string[] = Object.keys(profiles).sort(
  (a, b) => Number(b === USUAL_PROFILE) - Number(a === USUAL_PROFILE),
);

/** The text of a new `docket.yaml`. */
export function renderPolicy(profile: string): string {
  return `# How the documents in this folder are governed. Docket's policy reference explains every key.
version: 1

# Classes, fields, states and rules come from this profile; what is written below it takes precedence.
extends: ${profile}
`;
}

/**
 * The profile under which most documents are recognised; the first one of those that recognise as many. Pauses after
 * every file.
 */
export function* chooseProfile(
  source: FileSystem,
  start: string,
  policyPath: string,
): Generator<undefined, string> {
  const candidates = PROFILES.map((profile) => {
    const readText = (path: string) => (path === policyPath ? renderPolicy(profile) : source.readText(path));
    return { profile, policies: loadPolicies([policyPath], readText), documents: 0 };
  });
  const { files } = yield* findFiles(source, start);
  for (const path of files) {
    const text = once(() => source.readText(path));
    for (const candidate of candidates) {
      const policy = governingPolicy(candidate.policies, path);
      const written = policy && text();
      if (policy && written !== undefined && govern(path, written, policy).classification !== undefined)
        candidate.documents++;
    }
    yield;
  }
  const most = Math.max(...candidates.map(({ documents }) => documents));
  return candidates.find(({ documents }) => documents === most)?.profile ?? USUAL_PROFILE;
}

/**
 * Checks a folder as the policy at `policyPath` would have it, whose text `source` gives although no file holds it
 * yet. Pauses after every file.
 */
export function* surveyFolder(
  source: Files,
  start: string,
  policyPath: string,
  today: string,
): Generator<undefined, Survey> {
  const found = yield* findFiles(source, start, [policyPath]);
  const entries = new Map<string, DocumentEntry>();
  const others = otherDocuments(source, new FolderNames(source), found.policies);
  let findings = 0;
  for (const path of found.files) {
    const policy = governingPolicy(found.policies, path);
    const text = policy === undefined ? undefined : source.readText(path);
    if (policy !== undefined && text !== undefined) {
      const analysis = analyse({ path, text, policy, today, workspace: () => ({ entries }), ...others });
      entries.set(path, analysis.entry);
      findings += analysis.findings.length;
    }
    yield;
  }
  return { ...countClasses(entries.values(), found.policies.policyFor(policyPath)), findings };
}

function countClasses(
  entries: Iterable<DocumentEntry>,
  policy: Policy | undefined,
): Omit<Survey, "findings"> {
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
