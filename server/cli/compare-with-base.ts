/** What differs between a root and the commit from which its branch went its own way: a pull request's change. */
import { type Base, baselineAt, historyAgainst, withSeveritiesOf } from "../engine/against-base";
import { createWanted } from "../engine/audit";
import { governingPolicy } from "../engine/find-files";
import { findLoosenings, LOOSENED_POLICY } from "../engine/loosening";
import { placeDeleted } from "../engine/place-deleted";
import { loadPolicies, policyFolder } from "../engine/policies";
import { findMergeBase } from "../host/git/find-merge-base";
import { readTree } from "../host/git/read-tree";
import type { AuditedRecord } from "../records/types";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import type { RepositoryHistory, TreeFile } from "../workspace/history";
import type { Scope } from "./analyse-files";
import { type Past, type RootAudit, readTexts } from "./audit-root";
import { deletionFindings } from "./deletion-findings";
import type { OpenedRoot } from "./open-root";
import { UsageError } from "./usage-error";

export interface Comparison {
  /** The documents that differ, or are new. */
  readonly scope: Scope;
  /** On records that are gone, and on a policy that protects less. */
  readonly findings: readonly ReportedFinding[];
  /** True for a path of which the base has another version, or none. */
  readonly isChanged: (path: string) => boolean;
}

/** Throws a `UsageError` where the base cannot be told. `ref` is anything that `git rev-parse` takes. */
export function compareWithBase(root: OpenedRoot, ref: string, audit: RootAudit, past: Past): Comparison {
  const { history } = audit;
  if (history === undefined) throw noHistory(audit);
  const base = openBase(root, ref, history);
  const differing = [...base.tree.keys()].filter((path) => differs(path, base.tree, history));
  const ids = differing.map((path) => (base.tree.get(path) as TreeFile).blob);
  const texts = readTexts(root.files.base, ids);
  const changed = new Map<string, { path: string; oldPath: string; text: string }>();
  const lost: AuditedRecord[] = [];
  for (const oldPath of differing) {
    const text = texts.get((base.tree.get(oldPath) as TreeFile).blob);
    if (text === undefined || policyFolder(oldPath) !== undefined) continue;
    const audited = audit.all.find(({ paths }) => paths.has(oldPath));
    if (audited?.isReplaced === true) {
      lost.push(...lostRecord(oldPath, text, base, audited));
      continue;
    }
    const stands = (path: string) => root.files.kindOf(path) === "file" && !isRemoved(path, history);
    const path = stands(oldPath) ? oldPath : audited?.path;
    const { blob } = base.tree.get(oldPath) as TreeFile;
    if (path !== undefined && stands(path)) changed.set(path, { path, oldPath, text });
    else if (!history.sparse.has(oldPath) && !livesOn(blob, audit))
      lost.push(...lostRecord(oldPath, text, base, audited));
  }
  // filed and lost again on the branch
  const own = audit.all.filter(({ paths }) => ![...paths].some((path) => base.tree.has(path)));
  lost.push(...own.filter(({ verdict }) => verdict === "deleted"));
  const added = root.paths.filter((path) => !base.tree.has(path) && !changed.has(path));
  const paths = [...changed.keys(), ...added].filter((path) => root.covers(path)).sort();
  return {
    scope: {
      paths,
      policyFor: (path) => {
        const document = changed.get(path);
        const ofBase = base.policies.policyFor(document?.oldPath ?? path);
        const present = governingPolicy(root.policies, path);
        if (present !== undefined) return withSeveritiesOf(ofBase, present);
        // a record that the present policy no longer looks at is judged as before
        const { oldPath = "", text = "" } = document ?? {};
        return baselineAt(oldPath, text, base, undefined) === undefined ? undefined : ofBase;
      },
      historyOf: (path) => {
        const document = changed.get(path);
        const audited = audit.all.find((record) => record.path === path);
        const known = past.historyOf(path);
        if (document === undefined) return known;
        // who brings back what was filed is not blamed for the change
        if (isAsFiled(path, audited, history))
          return { committed: document.text, record: undefined, deleted: [] };
        return historyAgainst(document, base, audited, known);
      },
    },
    findings: [
      ...lostFindings(
        root,
        lost.filter(({ path }) => root.covers(path)),
      ),
      ...loosenedFindings(root, base, audit),
    ],
    isChanged: (path) => differs(path, base.tree, history) || !base.tree.has(path),
  };
}

/** Gone from the index, be the file still there. */
function isRemoved(path: string, { tree, uncommitted }: RepositoryHistory): boolean {
  const own = uncommitted.find((change) => change.path === path);
  return own === undefined ? !tree.has(path) : own.index === undefined;
}

/** A record that was copied before it was deleted. */
function livesOn(blob: string, { all }: RootAudit): boolean {
  return all.some(({ verdict, baseline }) => verdict === "intact" && baseline?.file.blob === blob);
}

function isAsFiled(
  path: string,
  audited: AuditedRecord | undefined,
  { tree, uncommitted }: RepositoryHistory,
): boolean {
  const head = tree.get(path)?.blob;
  return (
    head !== undefined &&
    head === audited?.baseline?.file.blob &&
    !uncommitted.some((change) => change.path === path)
  );
}

export function noHistory({ unknown }: RootAudit): UsageError {
  return new UsageError(unknown ?? "There is no history to compare with.");
}

/** The folder whose policy governed the path in the base that a branch has in common with `ref`; undefined without any. */
export function rootInBase(repository: string, path: string, ref: string): string | undefined {
  const found = findMergeBase(repository, ref);
  if (found.kind === "unknown") return undefined;
  const answer = readTree(repository, found.id, (each) => policyFolder(each) !== undefined);
  if (answer.kind === "unknown") return undefined;
  const folders = [...answer.tree.keys()].flatMap((each) => policyFolder(each) ?? []);
  const above = folders.filter((each) => each === "" || path === each || path.startsWith(`${each}/`));
  return above.sort((a, b) => b.length - a.length)[0];
}

/** Throws a `UsageError` where the base cannot be told. */
export function openBase(root: OpenedRoot, ref: string, history: RepositoryHistory): Base {
  const { files, policies } = root;
  const found = findMergeBase(files.base, ref);
  if (found.kind === "unknown")
    throw new UsageError(`\`${ref}\` cannot be compared with, because ${found.reason}.`);
  const answer = readTree(files.base, found.id, createWanted(policies));
  if (answer.kind === "unknown") throw new UsageError(`\`${ref}\` cannot be read, because ${answer.reason}.`);
  const { tree } = answer;
  const readText = (path: string) => {
    const file = tree.get(path);
    return file && readTexts(files.base, [file.blob]).get(file.blob);
  };
  const policyFiles = [...tree.keys()].filter((path) => policyFolder(path) !== undefined).sort();
  const ofBase = loadPolicies(policyFiles, readText);
  const commit = history.commits.find(({ id }) => id === found.id);
  return {
    commit: found.id,
    date: commit?.date ?? "",
    author: commit?.author ?? "",
    tree,
    // a change that brings the first policy is judged by it
    policies: ofBase.policies.length === 0 ? policies : ofBase,
  };
}

function differs(path: string, tree: ReadonlyMap<string, TreeFile>, history: RepositoryHistory): boolean {
  return (
    history.tree.get(path)?.blob !== tree.get(path)?.blob ||
    history.uncommitted.some((change) => change.path === path)
  );
}

function lostRecord(
  path: string,
  text: string,
  base: Base,
  audited: AuditedRecord | undefined,
): readonly AuditedRecord[] {
  const baseline = baselineAt(path, text, base, audited);
  // what the base no longer looked at was filed all the same
  if (baseline === undefined) return audited?.verdict === "deleted" ? [audited] : [];
  const { documentClass, policy } = baseline;
  const reason = audited?.reason;
  return [
    {
      path,
      paths: new Set([path]),
      versions: [],
      documentClass,
      policy,
      baseline,
      filed: baseline.filing,
      verdict: "deleted",
      isReplaced: audited?.isReplaced === true,
      reason,
      amendments: [],
    },
  ];
}

function lostFindings(root: OpenedRoot, lost: readonly AuditedRecord[]): readonly ReportedFinding[] {
  return deletionFindings(
    root,
    placeDeleted(lost, root.policies, (path) => root.files.kindOf(path) === "file"),
  );
}

function loosenedFindings(root: OpenedRoot, base: Base, audit: RootAudit): readonly ReportedFinding[] {
  const { folder, policies, shown, covers } = root;
  const inScope = (path: string): boolean => {
    const governed = policyFolder(path) ?? "";
    return covers(path) || governed === "" || folder === governed || folder.startsWith(`${governed}/`);
  };
  const standing = audit.all.flatMap(({ paths }) => [...paths].find((path) => base.tree.has(path)) ?? []);
  const texts = readTexts(
    root.files.base,
    standing.map((path) => (base.tree.get(path) as TreeFile).blob),
  );
  const records = standing.filter(covers).flatMap((path) => {
    const text = texts.get((base.tree.get(path) as TreeFile).blob);
    return text === undefined ? [] : [{ path, text }];
  });
  return findLoosenings(base.policies, policies, records)
    .filter(({ path }) => inScope(path))
    .map(({ path, message }) =>
      findingOnPath(
        LOOSENED_POLICY,
        "warning",
        shown(path),
        `${message} Records are judged by the policy of the base.`,
      ),
    );
}
