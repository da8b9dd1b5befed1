/** The evidence of a gate item names only what somebody said. */
import type { Range } from "../../base/range";
import type { ProcessPolicy } from "../../policy/types";
import { containedWord, foldedWords, leadingWord } from "../../process/words";
import { quoteRange } from "../fields";
import { gatesInForce, itemName } from "../gates";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "gate/verbal-evidence",
  summary: "The evidence of a gate item names only what somebody said.",
  why: "What was said cannot be looked up, and two people remember it differently.",
  guide: "Delivery process (§3), GI-3: written evidence",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const rows = gatesInForce(document).flatMap(({ items }) => items);
    return rows.flatMap(({ item, proofs }) => {
      const { evidence } = proofs;
      if (evidence?.verdict !== "given" || !isVerbal(evidence.text, policy.process)) return [];
      const at = firstLineOf(evidence.range, document.text);
      return {
        at,
        message: `${quoteRange(document.text, at)} is what somebody said, and no written evidence for ${itemName(item)} (GI-3). Name a commit, a document with its version, a test result, or where the statement is written down.`,
      };
    });
  },
};

/** What is longer says more than that somebody said something. */
const LONGEST = 160;
/** A file, an address, code, a version, a hash, an id: something that can be looked up. */
const REFERENCE =
  /:\/\/|[\p{L}\d]\.[a-z]{2,5}\b|`|\bv?\d+\.\d+\b|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b|\b[A-Z]+-\d+\b/u;
/** So can a path or branch, but not in place of what evidence calls verbal itself: `Verbal confirmation, fix/lamp`. */
const PATH = /[^\s/]\/[^\s/]/;

function isVerbal(evidence: string, { verbalWords, writtenWords }: ProcessPolicy): boolean {
  if (evidence.length > LONGEST || REFERENCE.test(evidence)) return false;
  const text = foldedWords(evidence);
  if (containedWord(text, writtenWords) !== undefined) return false;
  if (leadingWord(text, verbalWords) !== undefined) return true;
  return containedWord(text, verbalWords) !== undefined && !PATH.test(evidence);
}

function firstLineOf({ start, end }: Range, text: string): Range {
  const length = text.slice(start, end).search(/[ \t]*[\r\n]/);
  return { start, end: length < 0 ? end : start + length };
}
