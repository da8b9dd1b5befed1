/** What differs between a root and the commit from which its branch went its own way: a pull request's change. */
import { type Base, baselineAt, historyAgainst, withSeveritiesOf } from "../engine/against-base";
import { createWanted } from "../engine/audit";
import { governingPolicy } from "../engine/find-files";
import { findLoosenings, LOOSENED_POLICY } from "../engine/loosening";
import { findDeletion, placeDeleted } from "../engine/place-deleted";
import { loadPolicies, policyFolder } from "../engine/policies";
import { findMergeBase } from "../host/git/find-merge-base";
import { readTree } from "../host/git/read-tree";
import type { AuditedRecord } from "../records/types";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import type { RepositoryHistory, TreeFile } from "../workspace/history";
import type { Scope } from "./analyse-files";
import { type Past, type RootAudit, readTexts } from "./audit-root";
import type { OpenedRoot } from "./open-root";
import { UsageError } from "./usage-error";

export interface Comparison {
  /** The documents that differ, or are new. */
  readonly scope: Scope;
  /** On records that are gone, and on a policy that protects less. */
  readonly findings: readonly ReportedFinding[];
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
    const path = root.files.kindOf(oldPath) === "file" ? oldPath : audited?.path;
    if (path !== undefined && root.files.kindOf(path) === "file") changed.set(path, { path, oldPath, text });
    else if (!history.sparse.has(oldPath)) lost.push(...lostRecord(oldPath, text, base, audited));
  }
  const added = root.paths.filter((path) => !base.tree.has(path) && !changed.has(path));
  const paths = [...changed.keys(), ...added].filter((path) => root.covers(path)).sort();
  return {
    scope: {
      paths,
      policyFor: (path) => {
        const ofBase = base.policies.policyFor(path);
        const present = governingPolicy(root.policies, path);
        // what the present policy no longer looks at is judged as before
        return present === undefined ? ofBase : withSeveritiesOf(ofBase, present);
      },
      historyOf: (path) => {
        const document = changed.get(path);
        const audited = audit.all.find((record) => record.path === path);
        return document === undefined
          ? past.historyOf(path)
          : historyAgainst(document, base, audited, past.historyOf(path));
      },
    },
    findings: [...lostFindings(root, lost), ...loosenedFindings(root, base)],
  };
}

export function noHistory({ unknown }: RootAudit): UsageError {
  return new UsageError(unknown ?? "There is no history to compare with.");
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
  if (baseline === undefined) return [];
  const { documentClass, policy } = baseline;
  const reason = audited?.reason;
  return [
    {
      path,
      paths: new Set([path]),
      documentClass,
      policy,
      baseline,
      filed: baseline.filing,
      verdict: "deleted",
      reason,
      amendments: [],
    },
  ];
}

function lostFindings(root: OpenedRoot, lost: readonly AuditedRecord[]): readonly ReportedFinding[] {
  const places = placeDeleted(lost, root.policies, (path) => root.files.kindOf(path) === "file");
  return [...places].flatMap(([path, records]) =>
    records.flatMap((record) => {
      const found = findDeletion(record, root.shown);
      return found === undefined
        ? []
        : [findingOnPath(found.rule, found.severity, root.shown(path), found.message)];
    }),
  );
}

function loosenedFindings(root: OpenedRoot, base: Base): readonly ReportedFinding[] {
  return findLoosenings(base.policies, root.policies).map(({ path, message }) =>
    findingOnPath(
      LOOSENED_POLICY,
      "warning",
      root.shown(path),
      `${message} Records are judged by the policy of the base.`,
    ),
  );
}
