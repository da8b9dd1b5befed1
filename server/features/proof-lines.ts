/** Writes a proof of a gate item where items are written line by line: in a fence, a list, or bold lines. */
import type { TextEdit } from "../base/edit";
import type { ProcessPolicy } from "../policy/types";
import { readItemKey } from "../process/gate-item";
import { type KeyLine, readKeyLine } from "../process/key-line";
import { PROOFS } from "../process/proofs";
import { type ContentLine, findLineEnd, linesOf } from "../process/section-lines";
import type { GateItemRow, Proof } from "../process/types";
import { lineEndingOf } from "../rules/fixes";
import type { GovernedDocument } from "../workspace/types";

/** A proof's key where it stands. */
interface WrittenKey {
  readonly proof: Proof;
  readonly line: ContentLine;
  readonly key: KeyLine;
  /** Column of the value, counted from the line's start; undefined where it does not stand beside its key. */
  readonly column: number | undefined;
}

/** Undefined where the item has no key whose shape a new one could take. */
export function proofLineEdit(
  document: GovernedDocument,
  row: GateItemRow,
  proof: Proof,
  value: string,
): TextEdit | undefined {
  const keys = PROOFS.flatMap((each) => findKey(document, row, each) ?? []);
  const written = row.proofs[proof];
  if (written === undefined) return addKey(document, row, keys, proof, value);
  if (written.text !== "") return { range: written.range, newText: value };
  const key = keys.find((each) => each.proof === proof);
  const start = written.range.start;
  const behind = key === undefined ? 0 : start - key.line.range.start;
  return {
    range: { start, end: skipBlanks(document.text, start) },
    newText: blanksTo(commonColumn(keys), behind) + value,
  };
}

function addKey(
  document: GovernedDocument,
  { proofs }: GateItemRow,
  keys: readonly WrittenKey[],
  proof: Proof,
  value: string,
): TextEdit | undefined {
  const { text, policy } = document;
  const order = PROOFS.indexOf(proof);
  const before = keys.findLast((each) => PROOFS.indexOf(each.proof) < order);
  const model = before ?? keys.find((each) => PROOFS.indexOf(each.proof) > order);
  const place = model && proofs[model.proof]?.range;
  if (model === undefined || place === undefined) return undefined;
  const { line, key } = model;
  const keyStart = line.start + line.text.indexOf(key.key);
  const prefix = text.slice(line.range.start, keyStart);
  const keyEnd = keyStart + key.key.length;
  const separator = text.slice(keyEnd, line.start + key.at).trimEnd();
  const valueEnd = line.start + key.at + key.value.length;
  const name = `${prefix}${policy.process.proofNames[proof]}${separator}`;
  const tail = text.slice(valueEnd, line.range.end);
  const added = `${name}${blanksTo(commonColumn(keys), name.length)}${value}${tail}`;
  const lineEnding = lineEndingOf(text);
  const at = before === undefined ? line.range.start : findLineEnd(text, place.end, text.length);
  return {
    range: { start: at, end: at },
    newText: before === undefined ? added + lineEnding : lineEnding + added,
  };
}

/** The line that carries the key of a proof; undefined where it has none, or it stands in another block. */
function findKey(document: GovernedDocument, { proofs }: GateItemRow, proof: Proof): WrittenKey | undefined {
  const { text, policy, parsed } = document;
  const written = proofs[proof];
  if (written === undefined) return undefined;
  const { start } = written.range;
  const block = parsed.blocks.find(
    ({ parent, range }) => parent === -1 && range.start <= start && start <= range.end,
  );
  const lines = block === undefined ? [] : linesOf(text, block);
  for (const line of lines.filter(({ range }) => range.start <= start).reverse()) {
    const key = readKeyLine(line.text);
    if (key === undefined || !isKeyOf(key, proof, policy.process)) continue;
    const isBeside = written.text !== "" && start <= line.range.end;
    return { proof, line, key, column: isBeside ? start - line.range.start : undefined };
  }
  return undefined;
}

function isKeyOf({ key }: KeyLine, proof: Proof, process: ProcessPolicy): boolean {
  return readItemKey(key, process).proof === proof;
}

/** Where the values of an item begin, when they stand below each other. */
export function commonColumn(keys: readonly { readonly column: number | undefined }[]): number | undefined {
  const [first, ...others] = keys.flatMap(({ column }) => column ?? []);
  return others.every((each) => each === first) ? first : undefined;
}

/** At least one blank between a key that ends at `from` and its value. */
export function blanksTo(column: number | undefined, from: number): string {
  return " ".repeat(Math.max((column ?? 0) - from, 1));
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
