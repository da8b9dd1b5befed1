/** Gate items that are said to have passed and lack a proof: one finding for each, at the first proof it lacks. */
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import type { GateItemRow, GateRow, GateStatement, Proof } from "../process/types";
import { containedWord } from "../process/words";
import type { GovernedDocument } from "../workspace/types";
import { listWords, quoteValue } from "./fields";
import { behindLine } from "./fixes";
import {
  describeStatement,
  gateName,
  gatesInForce,
  isUntouched,
  itemName,
  nameRange,
  statementsOf,
} from "./gates";
import type { Report } from "./rule";

/** The items of which `proof` is the first that is not given. */
export function findMissingProof(document: GovernedDocument, proof: Proof, demand: string): Report[] {
  return gatesInForce(document).flatMap((row) => {
    const statement = passedBy(row);
    return row.items
      .filter(
        (each) =>
          each.item.missing[0] === proof &&
          isSaidToPass(each, statement) &&
          !isExcepted(each, row, document.text),
      )
      .map((each) => report(document, row, each, proof, statement, demand));
  });
}

/**
 * The statement that holds for the gate's items. Where another one says that the gate is open, or nobody has begun
 * with any item, the statement is wrong and not the items.
 */
function passedBy(row: GateRow): GateStatement | undefined {
  const { passed, open } = statementsOf(row);
  return open.length > 0 || isUntouched(row) ? undefined : passed[0];
}

/** An item that only waits is normal work; one that is validated, or whose gate has passed, claims to be complete. */
function isSaidToPass({ proofs }: GateItemRow, statement: GateStatement | undefined): boolean {
  return statement !== undefined || proofs.validation?.verdict === "given";
}

/** `✅ ALL ITEMS PASS except G1.3`: what says that the gate has passed names the item that has not. */
function isExcepted({ item: { id } }: GateItemRow, row: GateRow, text: string): boolean {
  if (id === "") return false;
  return statementsOf(row).passed.some(({ range }) => {
    const line = text.slice(range.start, behindLine(text, range.end)).toLowerCase();
    return containedWord(line, [id.toLowerCase()]) !== undefined;
  });
}

function report(
  document: GovernedDocument,
  { gate }: GateRow,
  row: GateItemRow,
  proof: Proof,
  statement: GateStatement | undefined,
  demand: string,
): Report {
  const { proofNames } = document.policy.process;
  const claim =
    statement === undefined
      ? `its \`${proofNames.validation}\` is given`
      : describeStatement(statement, gateName(gate));
  const others = row.item.missing.slice(1);
  const isRefused = (each: Proof): boolean => row.proofs[each]?.verdict === "negative";
  const refused = others.filter(isRefused);
  const absent = others.filter((each) => !isRefused(each));
  const also =
    tellOthers(refused, isRefused(proof) ? "refused, too" : "refused", proofNames) +
    tellOthers(absent, isRefused(proof) ? "not given" : "not given either", proofNames);
  const related = statement?.range ?? row.proofs.validation?.range;
  return {
    at: placeOfProof(document, row, proof),
    message: `${sentence(describeLack(row, proof, proofNames[proof]))}, yet ${claim}.${also} ${demand}`,
    related: related === undefined ? [] : [{ at: related, message: sentence(claim) }],
  };
}

/** ` \`PMO validation\` is refused, too.` */
function tellOthers(proofs: readonly Proof[], how: string, names: Readonly<Record<Proof, string>>): string {
  if (proofs.length === 0) return "";
  const list = listWords(
    proofs.map((each) => `\`${names[each]}\``),
    "and",
  );
  return ` ${list} ${proofs.length === 1 ? "is" : "are"} ${how}.`;
}

/** The value; the item's name where nothing is written. */
function placeOfProof({ text }: GovernedDocument, { item, proofs }: GateItemRow, proof: Proof): Range {
  const written = proofs[proof];
  return written === undefined || written.text === "" ? nameRange(item, text) : written.range;
}

function describeLack({ item, proofs }: GateItemRow, proof: Proof, name: string): string {
  const written = proofs[proof];
  if (written === undefined) return `${itemName(item)} has no \`${name}\``;
  if (written.text === "") return `the \`${name}\` of ${itemName(item)} is empty`;
  const verb = written.verdict === "negative" ? "refuses the" : "is no";
  return `${quoteValue(written.text)} ${verb} \`${name}\` of ${itemName(item)}`;
}
