/** Whether the three proofs of a gate item are there: evidence, owner confirmation, PMO validation. */
import { plainValue } from "../base/plain-value";
import type { Policy } from "../policy/types";
import type { GateItemStatus, Proof } from "./types";
import { foldedWords, leadingWord } from "./words";

export const PROOFS: readonly Proof[] = ["evidence", "confirmation", "validation"];

export interface ProofState {
  readonly status: GateItemStatus;
  readonly missing: readonly Proof[];
}

type Verdict = "given" | "missing" | "negative";

const BRACKETED = /^\[[^\]]*\](?![[(])/;
/** Longer than any term of a policy. */
const OPENING = 60;
const LONGEST_PLACEHOLDER = 40;
const OPENING_MARKS = /^[^\p{L}\p{N}[{—–-]+/u;

/** `values` holds what is written behind each key, continuation lines included; absent where the key is. */
export function judgeProofs(values: ReadonlyMap<Proof, string>, policy: Policy): ProofState {
  const missing: Proof[] = [];
  let status: GateItemStatus = "passed";
  for (const proof of PROOFS) {
    const value = values.get(proof) ?? "";
    const verdict = proof === "evidence" ? judgeEvidence(value, policy) : judgeVerdict(value, policy);
    if (verdict === "given") continue;
    missing.push(proof);
    if (verdict === "negative") status = "failed";
    else if (status === "passed") status = "pending";
  }
  return { status, missing };
}

/** Evidence counts when it is written down; of what quality it is, is for rules to say. */
function judgeEvidence(value: string, policy: Policy): Verdict {
  return isStillToCome(value, policy) ? "missing" : "given";
}

/** `Yes — role, date` and `Pass — PMO Lead, date` count, `No` and `Fail` are refusals; nothing else says anything. */
function judgeVerdict(value: string, policy: Policy): Verdict {
  if (isStillToCome(value, policy)) return "missing";
  const { failedWords, passedWords } = policy.process;
  const text = openingWords(value);
  const positive = leadingWord(text, passedWords);
  if (positive === undefined) return leadingWord(text, failedWords) === undefined ? "missing" : "negative";
  // `Yes / No` is the form before anyone has filled it in
  const [, other = ""] = /^\s*\/\s*(.*)/.exec(text.slice(positive.length)) ?? [];
  if (leadingWord(other, failedWords) !== undefined) return "missing";
  return hasOpenPart(value, policy) ? "missing" : "given";
}

/** True for `Yes — [PENDING date]` and `Yes — {role}, {date}`, which nobody has signed yet. */
function hasOpenPart(value: string, policy: Policy): boolean {
  if (value.includes("{") && policy.isTemplateMark(value)) return true;
  if (!value.includes("[")) return false;
  const notes = [...value.matchAll(/\[([^\]]*)\](?!\()/g)];
  return notes.some(([, note = ""]) => opensWithPending(note, policy));
}

function isStillToCome(value: string, policy: Policy): boolean {
  const written = value.trim().replace(OPENING_MARKS, "");
  if (written === "" || /^[—–-](?:\s|$)/.test(written)) return true;
  const first = written[0];
  if (first === "{" && /^\{[^{}]*\}\W*$/.test(written)) return true;
  const bracket = first === "[" ? BRACKETED.exec(written)?.[0] : undefined;
  if (
    bracket !== undefined &&
    (/^\W*$/.test(written.slice(bracket.length)) || opensWithPending(bracket, policy))
  )
    return true;
  if (opensWithPending(written, policy)) return true;
  return (
    written.length < LONGEST_PLACEHOLDER &&
    first !== "[" &&
    !written.includes("{") &&
    policy.isPlaceholder(plainValue(written))
  );
}

/** `Missing-field check added` opens with a word of its own, not with `missing`. */
function opensWithPending(text: string, policy: Policy): boolean {
  if (leadingWord(openingWords(text), policy.process.pendingWords) === undefined) return false;
  return !/^[^\p{L}\p{N}]*[\p{L}\p{N}]+[-‐_][\p{L}\p{N}]/u.test(text);
}

/** Only the first words of a value decide, and values may be long. */
function openingWords(value: string): string {
  const opening = value.slice(0, OPENING).replace(OPENING_MARKS, "").replace(/^\[/, "");
  return foldedWords(/^[^—–(,;:]*/.exec(opening)?.[0] ?? "");
}
