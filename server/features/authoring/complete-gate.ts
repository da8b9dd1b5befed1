/** Proofs of gate items with their keys, and the lines that say where a work item stands. */
import { mostUsed } from "../../base/most-used";
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { ProcessPolicy } from "../../policy/types";
import { PROOFS } from "../../process/proofs";
import { processOf } from "../../process/read-process";
import type { GateItemRow, Proof } from "../../process/types";
import { itemName } from "../../rules/gates";
import type { GovernedDocument } from "../../workspace/types";
import { signed } from "../gate-edits";
import { knownValidators } from "../validators";
import { actionIds, dueItems, stateItems } from "./cell-items";
import { gateItems } from "./complete-reference";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { plain } from "./markdown";
import { codeAt, isInCode } from "./process-places";
import { roleItems } from "./role-items";
import { holds, lineAt } from "./target";

/** The value of a proof, or the key of one that the item lacks. */
export function completeProof(context: AuthoringContext): CompletionList | undefined {
  const { document, offset } = context;
  if (document.filed || isInCode(context)) return undefined;
  // a word on a line of its own may be meant as a key, though it reads as more of the value above
  const keys = completeProofKey(context);
  if (keys !== undefined) return keys;
  for (const { items } of processOf(document).gates)
    for (const row of items)
      for (const proof of PROOFS) {
        const written = row.proofs[proof];
        if (written === undefined || !isAt(written.range, document.text, offset)) continue;
        const offered = proofItems(row, proof, context);
        // what somebody wrote as evidence is not for a word to replace
        const isOpen = proof !== "evidence" || written.verdict !== "given";
        return isOpen && offered.length > 0 ? listAt(written.range, offered, offset) : undefined;
      }
  return undefined;
}

/** Within a value, or behind its key where there is none yet. */
function isAt({ start, end }: Range, text: string, offset: number): boolean {
  return (
    holds({ start, end }, offset) ||
    (start === end && offset >= start && /^[ \t]*$/.test(text.slice(start, offset)))
  );
}

function listAt({ start, end }: Range, items: readonly Completion[], offset: number): CompletionList {
  return {
    replaces: start !== end,
    range: start === end ? { start: offset, end: offset } : { start, end },
    items,
    isIncomplete: false,
  };
}

const MOST_ROLES = 8;

function proofItems(row: GateItemRow, proof: Proof, context: AuthoringContext): readonly Completion[] {
  const { document, today } = context;
  const { gates } = processOf(document);
  const of = `${sentence(itemName(row.item))}: ${plain(row.item.title)}`;
  const pending = word(pendingWord(document), "value", "still to come", of);
  if (proof === "evidence") return [pending];
  const roles = [
    ...new Set([
      ...(proof === "validation" ? knownValidators(document) : ownersIn(document)),
      ...roleItems(context).map(({ label }) => label),
    ]),
  ].slice(0, MOST_ROLES);
  const given = roles.map((role) =>
    word(signed(gates, proof, role, today, document.policy), "value", "given", of),
  );
  const { failedWords } = document.policy.process;
  const refusal = failedWords[proof === "validation" ? 1 : 0] ?? failedWords[0];
  const [first] = roles;
  const refused =
    refusal === undefined || first === undefined
      ? []
      : [word(`${sentence(refusal)} — ${first}, ${today}`, "value", "refused", of)];
  return [...given, ...refused, pending];
}

/** Who does the document's actions: one of them confirms. */
function ownersIn(document: GovernedDocument): readonly string[] {
  return processOf(document).rows.flatMap(({ action }) => action.owners);
}

/** As the document's other proofs say that they are still to come. */
function pendingWord(document: GovernedDocument): string {
  const written = processOf(document).gates.flatMap(({ items }) =>
    items.flatMap(({ proofs }) =>
      PROOFS.flatMap((proof) => {
        const said = proofs[proof];
        return said?.verdict === "missing" && said.text !== "" && said.text.length < LONGEST_WORD
          ? [said.text]
          : [];
      }),
    ),
  );
  const [first = "pending"] = document.policy.process.pendingWords;
  return mostUsed(written) ?? `[${first.toUpperCase()}]`;
}

/** Longer ones say what is missing in one case alone. */
const LONGEST_WORD = 30;

const KEY_SO_FAR = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*)?(?:\p{L}[\p{L}\p{N} ]*)?$/u;

/** In the fence of a gate, on a line of its own. */
function completeProofKey({ document, offset }: AuthoringContext): CompletionList | undefined {
  const line = lineAt(document.text, offset);
  const written = line.text.slice(0, offset - line.start);
  const fence = codeAt({ document, offset });
  if (fence === undefined || !KEY_SO_FAR.test(written) || line.text.slice(written.length).trim() !== "")
    return undefined;
  const rows = processOf(document).gates.flatMap(({ items }) => items);
  const row = rows.findLast(({ item }) => item.range.start < line.start);
  if (row === undefined) return undefined;
  const items = PROOFS.filter((proof) => row.proofs[proof] === undefined).map((proof): Completion => {
    const label = document.policy.process.proofNames[proof];
    const like = rows.flatMap(({ proofs }) => proofs[proof]?.range ?? [])[0];
    const key = like === undefined ? undefined : keyBefore(document.text, like);
    return {
      ...word(label, "field", "proof", `${sentence(itemName(row.item))}: ${plain(row.item.title)}`),
      text: key ?? `${label}: `,
    };
  });
  if (items.length === 0) return undefined;
  const start = line.start + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
  return { range: { start, end: offset }, items, isIncomplete: false };
}

/** A key as another item has it, with the white space that lines its value up. */
function keyBefore(text: string, { start }: Range): string | undefined {
  const line = lineAt(text, start);
  const key = line.text.slice(0, start - line.start).trimStart();
  return key.includes(":") ? (/\s$/.test(key) ? key : `${key} `) : undefined;
}

type StatusKey = keyof ProcessPolicy["statusKeys"];

/** The value of a line of the status block, or the key of one that it lacks. */
export function completeStatus(context: AuthoringContext): CompletionList | undefined {
  const { document, offset } = context;
  if (document.filed) return undefined;
  const { status } = processOf(document);
  const { statusKeys } = document.policy.process;
  const names = Object.keys(statusKeys) as StatusKey[];
  const entry = status.find(({ range }) => isAt(range, document.text, offset));
  const name = entry && names.find((each) => statusKeys[each].includes(entry.key));
  if (entry !== undefined) {
    const items = name === undefined ? [] : statusItems(name, context);
    return items.length === 0 ? undefined : listAt(entry.range, items, offset);
  }
  return completeStatusKey(context, names);
}

function statusItems(name: StatusKey, context: AuthoringContext): readonly Completion[] {
  switch (name) {
    case "state":
      return stateItems(context.document);
    case "gatePassed":
    case "nextGate":
      return gateItems(context.document).filter(({ label }) => !label.includes("."));
    case "actor":
      return roleItems(context);
    case "deadline":
      return dueItems(context);
    case "blockers":
      return actionIds(context, undefined);
    case "action":
      return [];
  }
}

function completeStatusKey(
  { document, offset }: AuthoringContext,
  names: readonly StatusKey[],
): CompletionList | undefined {
  const { status } = processOf(document);
  const { statusKeys } = document.policy.process;
  const fence = codeAt({ document, offset });
  if (fence === undefined || !status.some(({ range }) => holds(fence.range, range.start))) return undefined;
  const line = lineAt(document.text, offset);
  const written = line.text.slice(0, offset - line.start);
  if (!KEY_SO_FAR.test(written) || line.text.slice(written.length).trim() !== "") return undefined;
  const missing = names.filter((name) => !status.some(({ key }) => statusKeys[name].includes(key)));
  const like = status.map(({ range }) => keyBefore(document.text, range)).find((key) => key !== undefined);
  const width = like?.length ?? 0;
  const items = missing.flatMap((name): Completion[] => {
    const [key] = statusKeys[name];
    if (key === undefined) return [];
    const label = sentence(key);
    return [
      { ...word(label, "field", "status", "Where the work item stands."), text: `${label}: `.padEnd(width) },
    ];
  });
  if (items.length === 0) return undefined;
  const start = line.start + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
  return { range: { start, end: offset }, items, isIncomplete: false };
}
