/** Documents, gates, actions, decisions and deviations of the workspace by what somebody types to find them. */
import { lastAtOrBelow } from "../../base/last-at-or-below";
import type { Range } from "../../base/range";
import { remember } from "../../base/remember";
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

/** The names of all symbols and their signatures, by which most of them need not be read. */
interface Names {
  readonly documents: readonly DocumentFacts[];
  /** By document: the number of its first symbol; of the last one's end behind them. */
  readonly starts: readonly number[];
  /** In lower case. */
  readonly names: readonly string[];
  readonly signatures: Int32Array;
}

const NONE: Names = { documents: [], starts: [0], names: [], signatures: new Int32Array() };

/** Documents are asked with every letter that is typed, and few of them have changed since the last one. */
export class SymbolIndex {
  #known = NONE;

  /** Reads names before anybody asks for them; pauses after every document. */
  *prepare(documents: Iterable<DocumentFacts>): Generator<undefined, void> {
    for (const document of [...documents]) {
      namesOf(document);
      yield;
    }
  }

  /**
   * Those whose names hold the query, letter case aside, and then those that hold its letters in their order; at most
   * `most`, the closest first. Documents alone for an empty query.
   */
  find(query: string, documents: Iterable<DocumentFacts>, most: number): readonly FoundSymbol[] {
    this.#known = readNames([...documents], this.#known);
    const words = query.trim().toLowerCase();
    const found = words === "" ? this.#known.starts.slice(0, -1) : findNames(words, this.#known, most);
    return symbolsAt(found.slice(0, most), this.#known);
  }
}

/** The names of one document's symbols in lower case, and their signatures. */
interface OwnNames {
  readonly names: readonly string[];
  readonly signatures: Int32Array;
}

const known = new WeakMap<DocumentFacts, OwnNames>();

function namesOf(document: DocumentFacts): OwnNames {
  let own = known.get(document);
  if (own === undefined) {
    const names = symbolsOf(document).map(({ name }) => name.toLowerCase());
    const signatures = new Int32Array(names.length * SIGNATURE);
    for (const [index, name] of names.entries()) sign(name, signatures, index * SIGNATURE);
    own = { names, signatures };
    known.set(document, own);
  }
  return own;
}

/** What was read before is taken over where no document has changed. */
function readNames(documents: readonly DocumentFacts[], before: Names): Names {
  const isSame = documents.every((each, index) => each === before.documents[index]);
  if (isSame && documents.length === before.documents.length) return before;
  const starts = [0];
  const names: string[] = [];
  for (const document of documents) {
    for (const name of namesOf(document).names) names.push(name);
    starts.push(names.length);
  }
  const signatures = new Int32Array(names.length * SIGNATURE);
  for (const [place, document] of documents.entries())
    signatures.set(namesOf(document).signatures, (starts[place] ?? 0) * SIGNATURE);
  return { documents, starts, names, signatures };
}

/** The numbers of the names that match, the closest first: about `most` of them. */
function findNames(words: string, { names, signatures }: Names, most: number): readonly number[] {
  const letters = words.replaceAll(/\s+/g, "");
  const wanted = new Int32Array(SIGNATURE);
  sign(words, wanted, 0);
  // at the beginning of a name, of a word, within a word, scattered
  const found: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let index = 0; index < names.length; index++) {
    const at = index * SIGNATURE;
    if (!holds(signatures, at, wanted, UNITS)) continue;
    // a name that holds one letter holds the word
    const takesScattered = letters.length > 1 && found[3].length < most;
    const mayHoldWords = holds(signatures, at, wanted, PAIRS, SIGNATURE - 1);
    if (!mayHoldWords && !takesScattered) continue;
    // enough are known that hold the words anywhere
    const needsStart = !takesScattered && found[2].length >= most;
    if (needsStart && !holds(signatures, at, wanted, found[1].length < most ? INITIALS : FIRST)) continue;
    const rank = rankOf(names[index] ?? "", words, letters, mayHoldWords, takesScattered);
    if (rank === undefined || found[rank].length >= most) continue;
    found[rank].push(index);
    // one or two letters begin so many words that no list of them is better than another
    if (found[0].length + (words.length > 2 ? 0 : found[1].length) >= most) break;
  }
  return found.flat();
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

/** Of the symbols by their numbers. */
function symbolsAt(numbers: readonly number[], { documents, starts }: Names): readonly FoundSymbol[] {
  const read = remember(symbolsOf);
  return numbers.flatMap((number) => {
    const index = lastAtOrBelow(starts, number);
    const document = documents[index];
    const symbol = document && read(document)[number - (starts[index] ?? 0)];
    return document === undefined || symbol === undefined ? [] : [{ document, symbol }];
  });
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

/** The parts of a signature: its numbers by their place in it. */
const UNITS = 0;
const INITIALS = 1;
const FIRST = 2;
const PAIRS = 3;
const SIGNATURE = 7;

/**
 * Which letters and digits a name has, which of them begin words, which one the name, and which pairs of neighbours it
 * has, as bits: most names lack some of what is sought, and comparing numbers spares reading them. Some share bits.
 */
function sign(name: string, signatures: Int32Array, at: number): void {
  let [units, initials, before] = [0, 0, 0];
  for (let index = 0; index < name.length; index++) {
    const unit = name.charCodeAt(index);
    const bit = bitOf(unit);
    units |= bit;
    if (bitOf(before) === 0) initials |= bit;
    const pair = before * 31 + unit;
    const part = at + PAIRS + ((pair >> 5) & 3);
    if (index > 0) signatures[part] = (signatures[part] ?? 0) | (1 << (pair & 31));
    before = unit;
  }
  signatures[at + UNITS] = units;
  signatures[at + INITIALS] = initials;
  signatures[at + FIRST] = bitOf(name.charCodeAt(0));
}

/** None but lower-case letters and digits have one. */
function bitOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return 1 << (unit - 0x61);
  return unit >= 0x30 && unit <= 0x39 ? 1 << (26 + ((unit - 0x30) >> 1)) : 0;
}

/** True when the parts `from` to `to` of the signature that begins at `at` have all bits of the wanted one. */
function holds(signatures: Int32Array, at: number, wanted: Int32Array, from: number, to = from): boolean {
  for (let part = from; part <= to; part++) {
    const bits = wanted[part] ?? 0;
    if (((signatures[at + part] ?? 0) & bits) !== bits) return false;
  }
  return true;
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
