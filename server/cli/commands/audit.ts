/** `docket audit`: tells of every filed record whether it is as it was filed. */
import type { WeighedLedger } from "../../engine/weigh-seals";
import type { AuditedRecord } from "../../records/types";
import { renderAudit, renderAuditJson } from "../../report/audit";
import { beginAudit } from "../audit-root";
import { CLEAN, FAILURE, FINDINGS } from "../exit-codes";
import { lacksPolicy } from "../policy-findings";
import type { Terminal } from "../terminal";
import { verifyAgainst } from "../verify-against";
import type { FormatOption } from "./check";

export interface AuditOptions extends FormatOption {
  /** Where neither history nor seal tells what was filed, what this branch's base has is taken for it. */
  readonly against?: string;
}

export async function audit(
  paths: readonly string[],
  { format, against }: AuditOptions,
  terminal: Terminal,
): Promise<number> {
  const { root, finish } = beginAudit(paths, terminal.folder);
  const audited = await finish(true);
  const { ledgers, unknown } = audited;
  const records = against === undefined ? audited.records : verifyAgainst(root, against, audited);
  const isOpen = records.some(({ verdict }) => verdict === "unverifiable");
  const notes = [...audited.notes, ...(isOpen && unknown !== undefined ? [unknown] : [])];
  const report = {
    records: records.map((each) => ({ ...each, path: root.shown(each.path) })),
    ledgers: ledgers.map((each) => ({
      ...each,
      path: root.shown(each.path),
      unsealed: each.unsealed.map((path) => root.shown(path)),
    })),
    notes,
  };
  terminal.out(format === "json" ? renderAuditJson(report) : renderAudit(report, terminal.colours));
  if (lacksPolicy(root)) {
    terminal.err(
      "A policy cannot be read, so the records that it governs are missing here. `docket check` says what is wrong with it.\n",
    );
    return FAILURE;
  }
  return exitCodeOf(records, ledgers, notes);
}

/** A record that is not as it was filed, or a changed ledger, outweighs what cannot be told. */
function exitCodeOf(
  records: readonly AuditedRecord[],
  ledgers: readonly WeighedLedger[],
  notes: readonly string[],
): number {
  if (records.some(({ verdict }) => verdict === "amended" || verdict === "deleted")) return FINDINGS;
  const problems = ledgers.flatMap((ledger) => ledger.problems);
  if (problems.some(({ kind }) => kind === "broken" || kind === "contradiction")) return FINDINGS;
  const open = notes.length > 0 || problems.some(({ kind }) => kind === "newer");
  return open || records.some(({ verdict }) => verdict === "unverifiable") ? FAILURE : CLEAN;
}
