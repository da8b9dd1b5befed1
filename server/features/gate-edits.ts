/** The edits of *Record Evidence…*, *Confirm…* and *Validate…*: one proof of a gate item, in the document's own shape. */
import { applyEdits, type TextEdit, trimEdit } from "../base/edit";
import { foldKey } from "../base/fold";
import { mostUsed } from "../base/most-used";
import { headOfValue } from "../base/plain-value";
import { sentence } from "../base/sentence";
import type { Block } from "../document/block";
import { parseTable } from "../document/table";
import type { Policy } from "../policy/types";
import { readItemKey } from "../process/gate-item";
import { PROOFS } from "../process/proofs";
import { processOf } from "../process/read-process";
import { readHead } from "../process/table-head";
import type { GateItemRow, GateRow, Proof } from "../process/types";
import { listWords, quoteValue } from "../rules/fields";
import { itemName } from "../rules/gates";
import { govern } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { cellEdits } from "./cell-edit";
import { proofLineEdit } from "./proof-lines";
import { refuseDocument, refuseValue, type WriteBack } from "./write-back";

/** Which item is meant, as it was seen. */
export interface ItemPlace {
  /** Zero-based; where it is left out, or the item has moved since, the rest tells which one is meant. */
  readonly line?: number | undefined;
  /** Empty where the document gives the item a title only. */
  readonly id: string;
  readonly title?: string | undefined;
  /** What it lacked. */
  readonly missing?: readonly Proof[] | undefined;
}

/** Evidence is written as given; a confirmation or validation is given by a role. */
export interface ProofChange {
  readonly proof: Proof;
  readonly value: string;
}

/** Pure. `today` is an ISO date; `isRecord` is true for a record by its history. */
export function editGateItem(
  document: GovernedDocument,
  isRecord: boolean,
  place: ItemPlace,
  { proof, value }: ProofChange,
  today: string,
): WriteBack {
  const refusal = refuseDocument(document, isRecord);
  if (refusal !== undefined) return { refusal };
  const { gates } = processOf(document);
  const row = findItem(gates, place);
  if (row === undefined) return { refusal: hasChanged(place) };
  const unfit =
    refuseValue(value.trim(), nameOf(proof, document.policy)) ?? refuseOrder(row, proof, document.policy);
  if (unfit !== undefined) return { refusal: unfit };
  const words =
    proof === "evidence" ? value.trim() : signed(gates, proof, value.trim(), today, document.policy);
  return write(document, row, proof, words);
}

function findItem(
  gates: readonly GateRow[],
  { line, id, title, missing }: ItemPlace,
): GateItemRow | undefined {
  const alike = gates
    .flatMap(({ items }) => items)
    .filter(
      ({ item }) =>
        item.id.toLowerCase() === id.toLowerCase() &&
        (title === undefined || item.title === title) &&
        (missing === undefined || item.missing.join() === missing.join()),
    );
  return alike.find(({ item }) => item.line === line) ?? (alike.length === 1 ? alike[0] : undefined);
}

function hasChanged({ id, title }: ItemPlace): string {
  const name = id === "" ? quoteValue(title ?? "") : id;
  return `The gate item ${name} is not what it was when it was chosen: it has been changed or taken out since. Look at it, and try again.`;
}

function nameOf(proof: Proof, { process }: Policy): string {
  return process.proofNames[proof];
}

/** Each proof says that the one before it holds. */
function refuseOrder({ item }: GateItemRow, proof: Proof, policy: Policy): string | undefined {
  if (!item.missing.includes(proof))
    return `The \`${nameOf(proof, policy)}\` of ${itemName(item)} is given already. Change it in the text, where it says by whom and when.`;
  const first = PROOFS.slice(0, PROOFS.indexOf(proof)).filter((each) => item.missing.includes(each));
  if (first.length === 0) return undefined;
  const names = first.map((each) => `\`${nameOf(each, policy)}\``);
  return `${sentence(itemName(item))} still lacks ${listWords(names, "and")}, which \`${nameOf(proof, policy)}\` relies on. Give ${first.length === 1 ? "it" : "them"} first.`;
}

/** `Yes — QA Lead, 2026-02-20`: the word is that of the document's other proofs of its kind. */
export function signed(
  gates: readonly GateRow[],
  proof: Proof,
  role: string,
  today: string,
  policy: Policy,
): string {
  const { passedWords } = policy.process;
  const used = gates.flatMap(({ items }) =>
    items.flatMap(({ proofs }) => {
      const written = proofs[proof];
      const word = written?.verdict === "given" ? headOfValue(written.text) : "";
      return passedWords.includes(foldKey(word)) ? [word] : [];
    }),
  );
  return `${mostUsed(used) ?? sentence(firstWord(proof, policy))} — ${role}, ${today}`;
}

/** Until a document has an example: the policy's first word answers a question, the second one judges. */
function firstWord(proof: Proof, { process: { passedWords } }: Policy): string {
  return passedWords[proof === "validation" ? 1 : 0] ?? passedWords[0] ?? "";
}

function write(document: GovernedDocument, row: GateItemRow, proof: Proof, value: string): WriteBack {
  const { parsed, policy, text } = document;
  const table = parsed.blocks.find(
    (block) => block.kind === "table" && block.line <= row.item.line && row.item.line < block.endLine,
  );
  const name = nameOf(proof, policy);
  const edits =
    table === undefined
      ? lineEdits(document, row, proof, value)
      : tableEdits(document, table, row, proof, value);
  if (edits === undefined)
    return {
      refusal:
        table === undefined
          ? `${sentence(itemName(row.item))} has none of the keys of its proofs, so nothing shows how \`${name}\` is written here. Write one of them below it first.`
          : `The table of ${itemName(row.item)} has no column \`${name}\`. Add one to its head first.`,
    };
  const trimmed = edits.map((edit) => trimEdit(text, edit));
  if (isRead(document, trimmed, row, proof, value)) return { edits: trimmed };
  return {
    refusal: `${quoteValue(value)} would not be read as the \`${name}\` of ${itemName(row.item)}. Word it otherwise, or write it into the text.`,
  };
}

function lineEdits(
  document: GovernedDocument,
  row: GateItemRow,
  proof: Proof,
  value: string,
): readonly TextEdit[] | undefined {
  const edit = proofLineEdit(document, row, proof, value);
  return edit && [edit];
}

function tableEdits(
  { text, policy }: GovernedDocument,
  block: Block,
  { item }: GateItemRow,
  proof: Proof,
  value: string,
): readonly TextEdit[] | undefined {
  const row = parseTable(text, block).rows.find(({ line }) => line === item.line);
  const column = readHead(text, block, [""])?.findIndex(
    (title) => readItemKey(title, policy.process).proof === proof,
  );
  if (row === undefined || column === undefined || column < 0) return undefined;
  return cellEdits(text, block, row, column, value);
}

/** True when the document then says just this, and all its other proofs say what they said. */
function isRead(
  document: GovernedDocument,
  edits: readonly TextEdit[],
  row: GateItemRow,
  proof: Proof,
  value: string,
): boolean {
  const items = processOf(document).gates.flatMap((gate) => gate.items);
  const before: readonly Said[] = items.map(({ proofs }) => proofs);
  const at = items.indexOf(row);
  const after = proofsOf(govern(document.path, applyEdits(document.text, edits), document.policy));
  const given = { text: value, verdict: "given" };
  const expected = before.map((proofs, index) => (index === at ? { ...proofs, [proof]: given } : proofs));
  return (
    expected.length === after.length && expected.every((proofs, index) => isSame(proofs, after[index] ?? {}))
  );
}

type Said = Readonly<Partial<Record<Proof, { readonly text: string; readonly verdict: string }>>>;

function proofsOf(document: GovernedDocument): readonly Said[] {
  return processOf(document).gates.flatMap(({ items }) => items.map(({ proofs }) => proofs));
}

function isSame(one: Said, other: Said): boolean {
  return PROOFS.every(
    (proof) => one[proof]?.text === other[proof]?.text && one[proof]?.verdict === other[proof]?.verdict,
  );
}
