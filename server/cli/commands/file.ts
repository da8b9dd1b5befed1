/** `docket file`: makes a document a permanent record, once nothing stands in its way. */
import { resolve } from "node:path";
import type { AnalysisInput } from "../../engine/analyse";
import { governingPolicy } from "../../engine/find-files";
import { checkFiling, type Refusal } from "../../features/filing";
import { systemClock } from "../../host/clock";
import { toSlashes } from "../../host/paths";
import { replaceFile } from "../../host/write-file";
import { renderDiff } from "../../report/diff";
import { plainLine } from "../../report/terminal-text";
import { govern } from "../../workspace/govern";
import { beginAudit, readPast } from "../audit-root";
import { CLEAN, FAILURE, FINDINGS } from "../exit-codes";
import { type OpenedRoot, openRoot } from "../open-root";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { planLedger, writeLedger } from "../write-ledger";
import { candidateOf, refusalsOf } from "./seal";

export interface FileOptions {
  readonly dryRun: boolean;
}

export async function file(given: string, { dryRun }: FileOptions, terminal: Terminal): Promise<number> {
  // what cannot be filed at all is said before anything is audited
  const document = readDocument(openRoot([given], terminal.folder), given, terminal);
  const { root, finish } = beginAudit([given], terminal.folder);
  // a record whose state somebody took back is one all the same
  const past = readPast(root, await finish(false));
  const input = { ...document, history: past.historyOf(document.path) };
  const shown = plainLine(root.shown(input.path));
  const { refusals, remarks, text } = checkFiling(input);
  if (refusals.length > 0) {
    terminal.err(renderList(`${shown} cannot be filed:`, refusals));
    return FINDINGS;
  }
  if (remarks.length > 0)
    terminal.err(renderList(`${shown}: what nobody may correct once it is filed:`, remarks));
  // a record that cannot be sealed where others are is not filed either
  const candidate = candidateOf(govern(input.path, text, input.policy), input.today);
  const ledger = planLedger(root, input.policy, [candidate], input.today);
  const isSealed = ledger.before !== undefined;
  const unsealable = isSealed ? refusalsOf(root, input.policy, ledger) : [];
  if (unsealable.length > 0) {
    terminal.err(`${shown} was not filed, because it could not be sealed:\n`);
    for (const line of unsealable) terminal.err(`  ${plainLine(line)}\n`);
    return FINDINGS;
  }
  if (dryRun) {
    const path = root.shown(input.path);
    terminal.out(renderDiff({ path, newPath: path, before: input.text, after: text }, terminal.colours));
    terminal.err(`${shown} can be filed.\n`);
    return CLEAN;
  }
  const failure = replaceFile(`${root.files.base}/${input.path}`, input.text, text);
  if (failure !== undefined) {
    terminal.err(`${shown} was not filed: ${failure.reason}.\n`);
    return FAILURE;
  }
  terminal.out(`Filed ${shown}. Commit it to make it permanent.\n`);
  if (!isSealed) return CLEAN;
  const failures = writeLedger(root, input.policy, ledger);
  for (const line of failures) terminal.err(`${plainLine(line)}\n`);
  if (failures.length > 0) return FAILURE;
  terminal.out(`Sealed it in ${plainLine(root.shown(ledger.path))}, which belongs into the same commit.\n`);
  return CLEAN;
}

/** A filed record is permanent: the way back does not exist, and this says so. */
export function unfile(): never {
  throw new UsageError(
    "There is no way back from filing, because a filed record is permanent: create a successor, a new document that names the record it supersedes.",
  );
}

function readDocument(root: OpenedRoot, given: string, { folder }: Terminal): AnalysisInput {
  const path = toSlashes(resolve(folder, given)).slice(root.files.base.length + 1);
  if (root.files.kindOf(path) !== "file")
    throw new UsageError(`\`${given}\` is a folder. Name the one document to be filed.`);
  const policy = governingPolicy(root.policies, path);
  if (policy === undefined) {
    const broken = root.policies.policies.length === 0;
    throw new UsageError(
      broken
        ? "The policy cannot be read, so nothing says what filing means. `docket check` says what is wrong with it."
        : `No policy covers \`${given}\`, so nothing says what filing it would mean.`,
    );
  }
  const read = root.files.read(path);
  if (read.kind !== "text")
    throw new UsageError(`\`${given}\` cannot be read${read.kind === "absent" ? "" : `: ${read.reason}`}.`);
  return {
    path,
    text: read.text,
    policy,
    today: systemClock.today(),
    workspace: () => ({ entries: new Map() }),
  };
}

function renderList(head: string, refusals: readonly Refusal[]): string {
  const lines = refusals.map(
    ({ message, line }) => `  ${line === undefined ? "" : `line ${line}: `}${plainLine(message)}\n`,
  );
  return `${head}\n${lines.join("")}`;
}
