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
  const mask = maskOf(letters);
  // at the beginning of a name, of a word, within a word, scattered
  const found: [Found[], Found[], Found[], Found[]] = [[], [], [], []];
  for (const document of documents) {
    if (found[0].length >= most) break;
    const { names, masks, mask: all } = listOf(document);
    if ((all & mask) !== mask) continue;
    for (let index = 0; index < (words === "" ? 1 : names.length); index++) {
      // most names lack some letter: comparing two numbers spares reading them
      if (((masks[index] ?? 0) & mask) !== mask) continue;
      const rank = rankOf(names[index] ?? "", words, letters, found[3].length < most);
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
  takesScattered: boolean,
): 0 | 1 | 2 | 3 | undefined {
  const at = name.indexOf(words);
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

/** The lower-case names of a document's symbols, and the letters of each and of all. */
interface NameList {
  readonly names: readonly string[];
  readonly masks: Int32Array;
  readonly mask: number;
}

/** Thousands of documents are asked with every letter that is typed, and few of them have changed. */
const known = new WeakMap<DocumentFacts, NameList>();

function listOf(document: DocumentFacts): NameList {
  let list = known.get(document);
  if (list === undefined) {
    const names = symbolsOf(document).map(({ name }) => name.toLowerCase());
    const masks = Int32Array.from(names, maskOf);
    list = { names, masks, mask: masks.reduce((all, each) => all | each, 0) };
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

/** A bit for each letter, and one for two digits each; nothing for what else there is. */
function maskOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) mask |= 1 << (unit - 0x61);
    else if (unit >= 0x30 && unit <= 0x39) mask |= 1 << (26 + ((unit - 0x30) >> 1));
  }
  return mask;
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
