/** What `docket seal` writes into the ledger: repairs after a merge, and a line for each record without a seal. */
import { type Ledger, type LedgerProblem, parseLedger, splitLines } from "./ledger";
import { isMarker, resolveConflict } from "./ledger-conflict";
import { type LedgerLine, renderLine } from "./ledger-line";
import { foldPath } from "./ledger-seals";
import { NORMALISATION } from "./normalise";
import { firstSeals } from "./seal-verdicts";

export interface SealCandidate {
  /** Relative to the policy's folder, with `/`. */
  readonly path: string;
  /** Of the normalised text. */
  readonly sha256: string;
  /** ISO date. */
  readonly filed: string;
  /** A clause on how the text is known to be another one than was filed: a seal would vouch for it. */
  readonly amended?: string | undefined;
}

export interface SealPlan {
  /** The ledger's new text; undefined when it stays as it is. */
  readonly text: string | undefined;
  /** Paths that it now seals. */
  readonly sealed: readonly string[];
  /** How many candidates were sealed before. */
  readonly before: number;
  /** How many loose ends it joins; 0 where there was only one. */
  readonly joined: number;
  /** True when it takes out conflict marks or repeated lines. */
  readonly repaired: boolean;
  /** Candidates that are not sealed, and why. */
  readonly refusals: readonly { readonly path: string; readonly message: string }[];
  /** Why nothing can be added to this ledger at all; `text` is then undefined. */
  readonly blocked: Pick<LedgerProblem, "line" | "message"> | undefined;
}

/** Pure. `ledger` is the text of the ledger, or undefined where there is none; `today` an ISO date. */
export function planSeals(
  ledger: string | undefined,
  candidates: readonly SealCandidate[],
  today: string,
  sha256: (text: string) => string,
): SealPlan {
  const before = ledger ?? "";
  const repair = repairLedger(before, sha256);
  if ("line" in repair) return blockedBy(repair);
  const { ledger: parsed, lines } = repair;
  const isForked = parsed.tips.length > 1;
  const blocking = parsed.problems.find(
    ({ kind }) => kind === "broken" || kind === "newer" || (kind === "contradiction" && isForked),
  );
  if (blocking !== undefined) return blockedBy(blocking);
  const { wanted, refusals } = judgeCandidates(parsed, candidates);
  let previous = parsed.tips;
  const added: string[] = [];
  const append = (line: LedgerLine): void => {
    const rendered = renderLine(line);
    added.push(rendered);
    previous = [sha256(rendered)];
  };
  if (isForked) append({ kind: "join", sealed: today, previous });
  for (const { path, sha256: hash, filed } of wanted)
    append({
      kind: "seal",
      path,
      sha256: hash,
      filed,
      normalisation: NORMALISATION,
      sealed: today,
      previous,
    });
  const isChanged = repair.repaired || added.length > 0;
  return {
    text: isChanged ? renderLedger(before, [...lines, ...added]) : undefined,
    sealed: wanted.map(({ path }) => path),
    before: candidates.length - wanted.length - refusals.length,
    joined: isForked ? parsed.tips.length : 0,
    repaired: repair.repaired,
    refusals,
    blocked: undefined,
  };
}

interface Repair {
  readonly ledger: Ledger;
  /** Without blank lines at the end. */
  readonly lines: readonly string[];
  readonly repaired: boolean;
}

/** Without conflict marks and repeated lines; a refusal where the marks cannot be resolved. */
function repairLedger(
  text: string,
  sha256: (text: string) => string,
): Repair | { readonly line: number; readonly message: string } {
  let lines = splitLines(text);
  let repaired = false;
  if (lines.some(isMarker)) {
    const resolution = resolveConflict(lines);
    if (resolution.kind === "refused") return resolution;
    lines = splitLines(resolution.text);
    repaired = true;
  }
  const ledger = parseLedger(lines.join("\n"), sha256);
  const again = new Set(ledger.problems.flatMap(({ kind, line }) => (kind === "repeated" ? [line] : [])));
  const kept = lines.filter((_, index) => !again.has(index + 1));
  const end = kept.findLastIndex((line) => line !== "") + 1;
  return {
    ledger: again.size === 0 ? ledger : parseLedger(kept.join("\n"), sha256),
    lines: kept.slice(0, end),
    repaired: repaired || again.size > 0,
  };
}

/** With the line ending and the byte order mark that the ledger has. */
function renderLedger(before: string, lines: readonly string[]): string {
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  const lineEnding = /^[^\n]*\r\n/.test(before) ? "\r\n" : "\n";
  return mark + lines.map((line) => line + lineEnding).join("");
}

function judgeCandidates(
  ledger: Ledger,
  candidates: readonly SealCandidate[],
): { readonly wanted: readonly SealCandidate[]; readonly refusals: SealPlan["refusals"] } {
  const seals = firstSeals(ledger);
  const folded = new Map([...seals.values()].map((seal) => [foldPath(seal.path), seal]));
  const wanted: SealCandidate[] = [];
  const refusals: { path: string; message: string }[] = [];
  for (const candidate of candidates) {
    const { path, sha256, amended } = candidate;
    const seal = seals.get(path);
    const alike = folded.get(foldPath(path));
    if (seal !== undefined) {
      if (seal.sha256 !== sha256) refusals.push({ path, message: changedMessage(seal) });
    } else if (alike !== undefined) {
      const message = `it is sealed as \`${alike.path}\` (line ${alike.line}), from which its name differs by upper and lower case alone. Give it that name again`;
      refusals.push({ path, message });
    } else if (amended !== undefined) {
      const message = `${amended}, and a seal would vouch for the text that it has now. Restore what was filed, or create a successor`;
      refusals.push({ path, message });
    } else wanted.push(candidate);
  }
  return { wanted, refusals };
}

function changedMessage({ line, sealed }: { readonly line: number; readonly sealed: string }): string {
  return `it was sealed on ${sealed} (line ${line}) with another content, and a record is sealed once. Restore what was sealed, or create a successor`;
}

function blockedBy({ line, message }: { readonly line: number; readonly message: string }): SealPlan {
  return {
    text: undefined,
    sealed: [],
    before: 0,
    joined: 0,
    repaired: false,
    refusals: [],
    blocked: { line, message },
  };
}
