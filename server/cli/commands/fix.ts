/** `docket fix`: applies the safe fixes, or shows what they would change. */
import { type AnalysisInput, analyse } from "../../engine/analyse";
import { fixDocument } from "../../engine/apply-fixes";
import { FolderNames, otherDocuments } from "../../engine/other-documents";
import { systemClock } from "../../host/clock";
import { findUncommitted } from "../../host/git-status";
import { moveFile, replaceFile } from "../../host/write-file";
import type { Severity } from "../../policy/types";
import { renderDiff } from "../../report/diff";
import { count, plainLine } from "../../report/terminal-text";
import type { DocumentEntry } from "../../workspace/types";
import { analyseFiles } from "../analyse-files";
import { beginAudit, type Past, readPast } from "../audit-root";
import { deletionFindings } from "../deletion-findings";
import { exitCodeFor, FAILURE } from "../exit-codes";
import { gatherFindings, placedFindings } from "../gather-findings";
import type { OpenedRoot } from "../open-root";
import { lacksPolicy } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

export interface FixOptions {
  readonly dryRun: boolean;
  readonly allowDirty: boolean;
}

interface Change {
  readonly path: string;
  readonly newPath: string;
  readonly before: string;
  readonly after: string;
  readonly applied: number;
}

interface Plan {
  readonly changes: readonly Change[];
  /** Filed documents with findings, and others that cannot be written back. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** What remains of each document's findings once it is changed: an estimate, as documents depend on each other. */
  readonly left: readonly { readonly severity: Severity }[];
}

export async function fix(
  paths: readonly string[],
  options: FixOptions,
  terminal: Terminal,
): Promise<number> {
  const { root, finish } = beginAudit(paths, terminal.folder);
  // a record whose state somebody took back is one all the same
  const audit = await finish(false);
  const past = readPast(root, audit);
  const plan = planFixes(root, past, terminal);
  if (!options.dryRun && !options.allowDirty) refuseUncommitted(root, plan.changes);
  const failures = options.dryRun
    ? showDiffs(root, plan.changes, terminal)
    : writeAll(root, plan.changes, terminal);
  const left = options.dryRun
    ? [...plan.left, ...placedFindings(root, audit, deletionFindings(root, past.gone))].map(
        ({ severity }) => severity,
      )
    : await findLeft(paths, terminal);
  terminal.err(renderSummary(root, plan, left.length, options.dryRun));
  for (const failure of failures) terminal.err(`${failure}\n`);
  return failures.length > 0 || lacksPolicy(root) ? FAILURE : exitCodeFor(left);
}

/** What a check finds once the changes are made: what is put right in one document may put right others. */
async function findLeft(paths: readonly string[], terminal: Terminal): Promise<readonly Severity[]> {
  const { root, finish } = beginAudit(paths, terminal.folder);
  const audit = await finish(false);
  const past = readPast(root, audit);
  const left: Severity[] = [];
  const add = (findings: readonly { readonly severity: Severity }[]): void => {
    for (const { severity } of findings) left.push(severity);
  };
  const scope = { gone: deletionFindings(root, past.gone), files: past };
  gatherFindings(root, audit, scope, terminal, {
    addPlaced: add,
    addDocument: (_path, _text, findings) => add(findings),
  });
  return left;
}

/** Two passes: fixes look at the neighbours of a document, so all must be known before the first is fixed. */
function planFixes(root: OpenedRoot, past: Past, terminal: Terminal): Plan {
  const today = systemClock.today();
  const withFindings: AnalysisInput[] = [];
  const entries = new Map<string, DocumentEntry>();
  const { unreadable } = analyseFiles(
    root,
    today,
    createProgress(terminal),
    analyse,
    (input, { entry, findings }) => {
      entries.set(input.path, entry);
      if (findings.length > 0) withFindings.push({ ...input, text: "" });
    },
    past,
  );
  const changes: Change[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const left: { severity: Severity }[] = [...unreadable];
  for (const { path, policy, history } of withFindings) {
    const before = root.files.readText(path);
    if (before === undefined) continue;
    const input = {
      path,
      text: before,
      policy,
      today,
      workspace: () => ({ entries }),
      ...otherDocuments(root.files, new FolderNames(root.files), root.policies),
      history,
    };
    const fixed = fixDocument(input, { moves: true });
    if (fixed.skipped === "filed")
      skipped.push({ path, reason: "it is filed, and nothing may write into it" });
    if (fixed.text.includes("\uFFFD") && fixed.applied > 0) {
      skipped.push({ path, reason: "it is no UTF-8 text" });
      left.push(...severitiesOf(analyse(input).findings));
      continue;
    }
    left.push(...severitiesOf(fixed.left));
    const newPath = fixed.moveTo ?? path;
    if (fixed.text !== before || newPath !== path)
      changes.push({ path, newPath, before, after: fixed.text, applied: fixed.applied });
  }
  return { changes, skipped, left };
}

/** Findings hold on to the text that they were found in. */
function severitiesOf(
  findings: readonly { readonly severity: Severity }[],
): readonly { readonly severity: Severity }[] {
  return findings.map(({ severity }) => ({ severity }));
}

function refuseUncommitted(root: OpenedRoot, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const uncommitted = findUncommitted(root.files.base);
  if (uncommitted.kind === "unknown") {
    throw new UsageError(
      `There would be no way back from these changes: ${uncommitted.reason}. Nothing was changed. To change the files all the same, add --allow-dirty.`,
    );
  }
  const dirty = changes
    .filter(({ path }) => uncommitted.isUncommitted(path))
    .map(({ path }) => `  ${plainLine(root.shown(path))}`);
  if (dirty.length === 0) return;
  const listed = [...dirty.slice(0, 20), ...(dirty.length > 20 ? [`  and ${dirty.length - 20} more`] : [])];
  throw new UsageError(
    `These files have changes that are not committed, so there would be no way back:\n${listed.join("\n")}\nNothing was changed. Commit them first, or add --allow-dirty.`,
  );
}

function showDiffs(root: OpenedRoot, changes: readonly Change[], terminal: Terminal): readonly string[] {
  for (const change of changes) {
    const shown = { ...change, path: root.shown(change.path), newPath: root.shown(change.newPath) };
    terminal.out(renderDiff(shown, terminal.colours));
  }
  return [];
}

/** Every document by itself: a failure leaves that one as it was, and is reported. */
function writeAll(root: OpenedRoot, changes: readonly Change[], terminal: Terminal): readonly string[] {
  const failures: string[] = [];
  for (const { path, newPath, before, after, applied } of changes) {
    const file = `${root.files.base}/${path}`;
    const failure = before === after ? undefined : replaceFile(file, before, after);
    const moved = failure ?? (newPath === path ? undefined : moveFile(file, `${root.files.base}/${newPath}`));
    if (moved !== undefined)
      failures.push(`${plainLine(root.shown(path))} was not changed: ${moved.reason}.`);
    else
      terminal.out(
        `${plainLine(root.shown(path))}${newPath === path ? "" : ` → ${plainLine(root.shown(newPath))}`}  ${terminal.colours.dim(count(applied, "fix", "fixes"))}\n`,
      );
  }
  return failures;
}

function renderSummary(root: OpenedRoot, { changes, skipped }: Plan, left: number, dryRun: boolean): string {
  const fixes = changes.reduce((sum, { applied }) => sum + applied, 0);
  const lines = skipped.map(({ path, reason }) => `Skipped ${plainLine(root.shown(path))}: ${reason}.`);
  const verb = dryRun ? "would be applied" : "applied";
  lines.push(
    fixes === 0
      ? "Nothing can be fixed without a decision of yours."
      : `${count(fixes, "fix", "fixes")} ${verb} in ${count(changes.length, "document")}.`,
  );
  if (left > 0)
    lines.push(
      `${count(left, "finding")} ${dryRun ? "would be " : ""}left; \`docket check\` lists ${left === 1 ? "it" : "them"}.`,
    );
  return `${lines.join("\n")}\n`;
}
