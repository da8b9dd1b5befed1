/** What the commands that write into a document share: their answer, when they refuse, and what a value may be. */
import type { TextEdit } from "../base/edit";
import { isMeantAsFiled } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";

/** Edits that all refer to the text that was given, or a sentence that says why there are none. */
export type WriteBack = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** A document that may be written to: the whole of the refusals that hold for every command. */
export function refuseDocument(document: GovernedDocument, isRecord: boolean): string | undefined {
  if (document.filed || isRecord)
    return "This document is filed, and a filed record is permanent. Start a successor for what has changed.";
  if (isMeantAsFiled(document))
    return "The status of this document is close to one that files it, and a filed record is permanent. Correct the status first.";
  if (document.text.includes("\uFFFD"))
    return "This document is not UTF-8 text, so writing to it would change more than was asked for. Convert it first.";
  return undefined;
}

const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** Why the value cannot stand in one line; undefined when it can. `name` is what it is meant for. */
export function refuseValue(value: string, name: string): string | undefined {
  if (value === "") return `There is nothing to write for \`${name}\`. Give it a value.`;
  if (LINE_BREAK.test(value))
    return `\`${name}\` stands on one line, and this value has a line break. Write it without one.`;
  if (CONTROL.test(value))
    return `This value for \`${name}\` holds a control character, which nobody would see. Write it without one.`;
  return undefined;
}
