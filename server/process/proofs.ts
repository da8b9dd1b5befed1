/** Whether the three proofs of a gate item are there: evidence, owner confirmation, PMO validation. */
import { plainValue } from "../base/plain-value";
import { remember } from "../base/remember";
import type { Policy } from "../policy/types";
import type { GateItemStatus, Proof, ProofVerdict } from "./types";
import { foldedWords, leadingWord, mayOpenWith } from "./words";

export const PROOFS: readonly Proof[] = ["evidence", "confirmation", "validation"];

interface ProofState {
  readonly status: GateItemStatus;
  readonly missing: readonly Proof[];
  readonly verdicts: Readonly<Record<Proof, ProofVerdict>>;
}

/** Longer than any term of a policy. */
const OPENING = 60;
const LONGEST_PLACEHOLDER = 40;
const OPENING_MARKS = /^[^\p{L}\p{N}[{—–-]+/u;
const BRACKETED = /^\[[^\]]*\](?![[(])/;
const BRACKETS = /\[([^[\]]*)\](?!\()/g;
const COMPOUND = /^[\p{L}\p{N}]+[-‐_][\p{L}\p{N}]/u;

/** Reads proofs; what values open with is looked up once for a document. */
export type ProofReader = (written: (proof: Proof) => string) => ProofState;

/** The reader takes what stands behind a proof's key, continuation lines included; empty where the key is absent. */
export function proofReader(policy: Policy): ProofReader {
  const verdictOf = remember((opening) => judgeOpening(opening, policy));
  return (written) => {
    const missing: Proof[] = [];
    const verdicts: Record<Proof, ProofVerdict> = {
      evidence: "given",
      confirmation: "given",
      validation: "given",
    };
    let status: GateItemStatus = "passed";
    for (const proof of PROOFS) {
      const value = bare(written(proof));
      const verdict =
        proof === "evidence" ? judgeEvidence(value, policy) : judgeVerdict(value, verdictOf, policy);
      if (verdict === "given") continue;
      verdicts[proof] = verdict;
      missing.push(proof);
      if (verdict === "negative") status = "failed";
      else if (status === "passed") status = "pending";
    }
    return { status, missing, verdicts };
  };
}

/** Without the symbols that a value opens with; brackets and dashes are more than symbols. */
function bare(value: string): string {
  const trimmed = value.trim();
  return /^[A-Za-z0-9]/.test(trimmed) ? trimmed : trimmed.replace(OPENING_MARKS, "");
}

/** Evidence counts when it is written down; of what quality it is, is for rules to say. */
function judgeEvidence(value: string, policy: Policy): ProofVerdict {
  return isStillToCome(value, policy) ? "missing" : "given";
}

/** `Yes — role, date` and `Pass — PMO Lead, date` count, `No` and `Fail` are refusals; nothing else says anything. */
function judgeVerdict(
  value: string,
  verdictOf: (opening: string) => ProofVerdict,
  policy: Policy,
): ProofVerdict {
  if (value === "" || value.startsWith("[") || value.startsWith("{")) return "missing";
  const verdict = verdictOf(openingOf(value));
  return verdict === "given" && hasOpenPart(value, policy) ? "missing" : verdict;
}

function judgeOpening(opening: string, policy: Policy): ProofVerdict {
  const { failedWords, passedWords } = policy.process;
  const text = foldedWords(opening);
  const positive = leadingWord(text, passedWords);
  if (positive === undefined) return leadingWord(text, failedWords) === undefined ? "missing" : "negative";
  // `Yes / No` is the form before anyone has filled it in
  const [, other = ""] = /^\s*\/\s*(.*)/.exec(text.slice(positive.length)) ?? [];
  return leadingWord(other, failedWords) === undefined ? "given" : "missing";
}

/** True for `Yes — [PENDING date]` and `Yes — {role}, {date}`, which nobody has signed yet. */
function hasOpenPart(value: string, policy: Policy): boolean {
  if (value.includes("{") && policy.isTemplateMark(value)) return true;
  if (!value.includes("[")) return false;
  return [...value.matchAll(BRACKETS)].some(([, note = ""]) => opensWithPending(note, policy));
}

/** `value` comes without the symbols that it opens with. */
function isStillToCome(value: string, policy: Policy): boolean {
  if (value === "" || /^[—–-](?:\s|$)/.test(value)) return true;
  if (value.startsWith("{")) return /^\{[^{}]*\}\W*$/.test(value);
  if (value.startsWith("[")) return isOpenBracket(value, policy);
  if (opensWithPending(value, policy)) return true;
  const mayStandFor = value.length < LONGEST_PLACEHOLDER && !/[\d{]/.test(value);
  return mayStandFor && policy.isPlaceholder(plainValue(value));
}

/** `[PENDING — A-06] since Monday` is to come, and so is whatever consists of a bracket; a link is not. */
function isOpenBracket(value: string, policy: Policy): boolean {
  const bracket = BRACKETED.exec(value)?.[0];
  if (bracket === undefined) return false;
  return /^\W*$/.test(value.slice(bracket.length)) || opensWithPending(bracket.slice(1), policy);
}

/** `Missing-field check added` opens with a word of its own, not with `missing`. */
function opensWithPending(value: string, policy: Policy): boolean {
  const { pendingWords } = policy.process;
  if (!mayOpenWith(value, pendingWords)) return false;
  return leadingWord(foldedWords(openingOf(value)), pendingWords) !== undefined && !COMPOUND.test(value);
}

/** Only the first words of a value decide, and values may be long. */
function openingOf(value: string): string {
  return (/^[^—–(,;:]*/.exec(value.slice(0, OPENING))?.[0] ?? "").trim();
}
