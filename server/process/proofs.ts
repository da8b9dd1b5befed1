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
  const { failedWords, passedWords, pendingWords } = policy.process;
  const text = foldedWords(value);
  const isPositive = leadingWord(text, passedWords);
  if (isPositive === undefined) return leadingWord(text, failedWords) === undefined ? "missing" : "negative";
  // `Yes / No` is the form before anyone has filled it in, `Yes — [PENDING]` one that nobody has dated
  const tail = text.slice(isPositive.length).replace(/^\s*\/\s*/, "/");
  if (tail.startsWith("/") && leadingWord(tail.slice(1), failedWords) !== undefined) return "missing";
  const isOpen =
    policy.isTemplateMark(value) ||
    [...value.matchAll(/\[([^\]]*)\](?!\()/g)].some(
      ([, note = ""]) => leadingWord(foldedWords(note), pendingWords) !== undefined,
    );
  return isOpen ? "missing" : "given";
}

function isStillToCome(value: string, policy: Policy): boolean {
  const written = value.trim();
  const plain = plainValue(written).replace(OPENING_MARKS, "");
  if (!/[\p{L}\p{N}]/u.test(plain) || /^[—–-](?:\s|$)/.test(plain)) return true;
  if (/^\{[^{}]*\}$/.test(plain)) return true;
  const bracket = BRACKETED.exec(written.replace(OPENING_MARKS, ""))?.[0];
  if (bracket !== undefined) {
    const isWhole = written.endsWith(bracket);
    if (isWhole || opensWithPending(bracket.slice(1), policy)) return true;
  }
  return opensWithPending(plain, policy) || (!plain.includes("{") && policy.isPlaceholder(plain));
}

/** `Missing-field check added` opens with a word of its own, not with `missing`. */
function opensWithPending(text: string, policy: Policy): boolean {
  const word = leadingWord(foldedWords(text), policy.process.pendingWords);
  return word !== undefined && !/^[^\p{L}\p{N}]*[\p{L}\p{N}]+[-‐_][\p{L}\p{N}]/u.test(text);
}
