/** The ledger of a policy's seals on the disk: reads it, plans what is added, writes it whole. */
import { existsSync } from "node:fs";
import { sha256 } from "../host/hash";
import { createFile, replaceFile, type WriteFailure } from "../host/write-file";
import type { Policy } from "../policy/types";
import { LEDGER_PATH } from "../records/ledger";
import { planSeals, type SealCandidate, type SealPlan } from "../records/seal-plan";
import { pathFromPolicy } from "../workspace/govern";
import type { OpenedRoot } from "./open-root";
import { UsageError } from "./usage-error";

export interface LedgerChange {
  /** Relative to the base. */
  readonly path: string;
  /** Undefined where there is no ledger yet. */
  readonly before: string | undefined;
  readonly plan: SealPlan;
}

/** Two branches that both sealed keep the lines of both. */
const ATTRIBUTE = `${LEDGER_PATH} merge=union`;

/** Throws a `UsageError` where there is a ledger that cannot be read. `candidates` are the policy's own. */
export function planLedger(
  { files, shown }: OpenedRoot,
  policy: Policy,
  candidates: readonly SealCandidate[],
  today: string,
): LedgerChange {
  const path = pathFromPolicy(policy, LEDGER_PATH);
  const read = files.read(path);
  if (read.kind === "unreadable")
    throw new UsageError(`${shown(path)} cannot be read: ${read.reason}. Nothing was sealed.`);
  const before = read.kind === "text" ? read.text : undefined;
  return { path, before, plan: planSeals(before, candidates, today, sha256) };
}

/**
 * Writes the plan's text, if it has one; a new ledger in a git repository gets its line in `.gitattributes`. Gives a
 * sentence for each file that could not be written.
 */
export function writeLedger(root: OpenedRoot, policy: Policy, change: LedgerChange): readonly string[] {
  const { path, before, plan } = change;
  if (plan.text === undefined) return [];
  const file = `${root.files.base}/${path}`;
  // a file that is made empty and then replaced never holds half a ledger
  const failure =
    before !== undefined
      ? replaceFile(file, before, plan.text)
      : (createFile(file, "") ?? replaceFile(file, "", plan.text));
  if (failure !== undefined) return [`${root.shown(path)} was not changed: ${failure.reason}.`];
  const isNew = before === undefined && existsSync(`${root.files.base}/.git`);
  const attributes = pathFromPolicy(policy, ".gitattributes");
  const left = isNew ? writeAttribute(root, attributes) : undefined;
  if (left === undefined) return [];
  return [`${root.shown(attributes)} was not changed: ${left.reason}. Add the line \`${ATTRIBUTE}\` to it.`];
}

function writeAttribute({ files }: OpenedRoot, path: string): WriteFailure {
  const file = `${files.base}/${path}`;
  const read = files.read(path);
  if (read.kind === "absent") return createFile(file, `${ATTRIBUTE}\n`);
  if (read.kind === "unreadable") return read;
  const { text } = read;
  if (/^\/?\.docket\/seals\.jsonl[ \t].*\bmerge\b/m.test(text)) return undefined;
  const lineEnding = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : lineEnding;
  return replaceFile(file, text, `${text}${gap}${ATTRIBUTE}${lineEnding}`);
}
