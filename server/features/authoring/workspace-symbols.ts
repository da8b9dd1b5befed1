/** Documents, gates, actions, decisions and deviations of the workspace by what somebody types to find them. */
import type { Range } from "../../base/range";
import { type DocumentFacts, titleOf } from "../open-actions";
import { actionName, entryName, gateName, type ProcessSymbolKind } from "./symbol-labels";

interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: ProcessSymbolKind | "document";
  /** What it belongs to, for people: the document's title, or the path of a document. */
  readonly container: string;
  /** Of its place, by which the document's facts know it; undefined for a document as a whole. */
  readonly range: Range | undefined;
}

export interface FoundSymbol {
  readonly document: DocumentFacts;
  readonly symbol: WorkspaceSymbol;
}

/**
 * Those whose names hold the query, letter case aside, and then those that hold its letters in their order; at most
 * `most`, the closest first. Documents alone for an empty query.
 */
export function workspaceSymbols(
  query: string,
  documents: Iterable<DocumentFacts>,
  most: number,
): readonly FoundSymbol[] {
  const words = query.trim().toLowerCase();
  const letters = words.replaceAll(/\s+/g, "");
  const wanted = signatureOf(words);
  // at the beginning of a name, of a word, within a word, scattered
  const found: [Found[], Found[], Found[], Found[]] = [[], [], [], []];
  for (const document of documents) {
    // one or two letters begin so many words that no list of them is better than another
    const best = words.length > 2 ? found[0].length : found[0].length + found[1].length;
    if (best >= most) break;
    const { names, signatures } = listOf(document);
    for (let index = 0; index < (words === "" ? 1 : names.length); index++) {
      const at = index * SIGNATURE;
      if (!holds(signatures, at, wanted, 0)) continue;
      const mayHoldWords = holds(signatures, at, wanted, 1) && holds(signatures, at, wanted, 2);
      const rank = rankOf(names[index] ?? "", words, letters, mayHoldWords, found[3].length < most);
      if (rank !== undefined && found[rank].length < most) found[rank].push({ document, index });
    }
  }
  const best = found.flat().slice(0, most);
  return best.flatMap(({ document, index }) => {
    const symbol = symbolsOf(document)[index];
    return symbol === undefined ? [] : [{ document, symbol }];
  });
}

/** Undefined where the name does not match. */
function rankOf(
  name: string,
  words: string,
  letters: string,
  mayHoldWords: boolean,
  takesScattered: boolean,
): 0 | 1 | 2 | 3 | undefined {
  const at = mayHoldWords ? name.indexOf(words) : -1;
  if (at < 0) return takesScattered && isScattered(name, letters) ? 3 : undefined;
  if (at === 0) return 0;
  return WORD_UNIT.test(name.charAt(at - 1)) ? 2 : 1;
}

const WORD_UNIT = /[\p{L}\p{N}]/u;

interface Found {
  readonly document: DocumentFacts;
  /** Which of the document's symbols. */
  readonly index: number;
}

/** The lower-case names of a document's symbols, and their signatures one after another. */
interface NameList {
  readonly names: readonly string[];
  readonly signatures: Int32Array;
}

/** Thousands of documents are asked with every letter that is typed, and few of them have changed. */
const known = new WeakMap<DocumentFacts, NameList>();

function listOf(document: DocumentFacts): NameList {
  let list = known.get(document);
  if (list === undefined) {
    const names = symbolsOf(document).map(({ name }) => name.toLowerCase());
    list = { names, signatures: Int32Array.from(names.flatMap(signatureOf)) };
    known.set(document, list);
  }
  return list;
}

function symbolsOf({ entry, process }: DocumentFacts): readonly WorkspaceSymbol[] {
  const title = titleOf(entry, process);
  const symbols: WorkspaceSymbol[] = [
    { name: entry.title ?? title, kind: "document", container: entry.path, range: undefined },
  ];
  const add = (kind: ProcessSymbolKind, name: string, range: Range): void => {
    symbols.push({ name: name.replaceAll(/[\r\n]+/g, " "), kind, container: title, range });
  };
  for (const gate of process.gates) if (gate.gate !== "") add("gate", gateName(gate), gate.range);
  for (const action of process.actions) add("action", actionName(action), action.range);
  for (const entry of process.decisions) add("decision", entryName(entry), entry.range);
  for (const entry of process.deviations) add("deviation", entryName(entry), entry.range);
  return symbols;
}

/** How many numbers a signature has. */
const SIGNATURE = 3;

/**
 * Which letters and digits a name has, and which pairs of neighbours, as bits: most names lack some of what is sought,
 * and comparing numbers spares reading them. Digits and pairs share bits.
 */
function signatureOf(name: string): readonly [units: number, pairs: number, morePairs: number] {
  let [units, pairs, morePairs] = [0, 0, 0];
  let before = -1;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) units |= 1 << (unit - 0x61);
    else if (unit >= 0x30 && unit <= 0x39) units |= 1 << (26 + ((unit - 0x30) >> 1));
    const pair = before < 0 ? -1 : before * 31 + unit;
    if (pair >= 0 && (pair & 32) === 0) pairs |= 1 << (pair & 31);
    else if (pair >= 0) morePairs |= 1 << (pair & 31);
    before = unit;
  }
  return [units, pairs, morePairs];
}

/** True when the number at `part` of the signature that begins at `at` has all bits of the wanted one. */
function holds(signatures: Int32Array, at: number, wanted: readonly number[], part: 0 | 1 | 2): boolean {
  const bits = wanted[part] ?? 0;
  return ((signatures[at + part] ?? 0) & bits) === bits;
}

/** True when the name holds all letters in their order. */
function isScattered(name: string, letters: string): boolean {
  let next = 0;
  let wanted = letters.charCodeAt(0);
  for (let at = 0; at < name.length; at++) {
    if (name.charCodeAt(at) !== wanted) continue;
    if (++next >= letters.length) return true;
    wanted = letters.charCodeAt(next);
  }
  return letters === "";
}
