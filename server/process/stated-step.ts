/** What the status block says of how the work item goes on: who acts next, what they do, by when, and the next gate. */
import { copyText } from "../base/copy-text";
import type { Policy } from "../policy/types";
import { readDue } from "./due";
import { splitOwners } from "./owners";
import { plainText } from "./plain-text";
import type { StatedStep, StatusEntry } from "./types";
import { foldedWords, leadingWord } from "./words";

const NOTE = /\s*\([^()]*\)/g;

/** Undefined where the block says neither who acts next nor which gate comes next. */
export function readStatedStep(entries: readonly StatusEntry[], policy: Policy): StatedStep | undefined {
  const { statusKeys, noneWords } = policy.process;
  const said = (keys: readonly string[]): string | undefined => {
    const value = entries.find(({ key }) => keys.includes(key))?.value ?? "";
    const isSaid =
      /[\p{L}\p{N}]/u.test(value) &&
      !policy.isPlaceholder(value) &&
      leadingWord(foldedWords(value), noneWords) === undefined;
    return isSaid ? copyText(plainText(value)) : undefined;
  };
  const actor = said(statusKeys.actor);
  const nextGate = said(statusKeys.nextGate);
  if (actor === undefined && nextGate === undefined) return undefined;
  const dueText = said(statusKeys.deadline) ?? "";
  // `Product Lead (A1)`: the note is no part of the name
  const actors = splitOwners((actor ?? "").replace(NOTE, ""), policy).map(copyText);
  return { actor, actors, action: said(statusKeys.action) ?? "", dueText, due: readDue(dueText), nextGate };
}
