/** The outline of a document: its sections, and in them the header, gates, actions, decisions and deviations. */
import type { Range } from "../../base/range";
import { writtenRange } from "../../document/sections";
import { readDeviations } from "../../process/entries";
import { plainText } from "../../process/plain-text";
import { processOf } from "../../process/read-process";
import type { GateItemRow, GateRow } from "../../process/types";
import type { GovernedDocument } from "../../workspace/types";
import {
  actionName,
  entryName,
  gateName,
  itemName,
  type ProcessSymbolKind,
  stateInWords,
} from "./symbol-labels";

export interface DocumentSymbol {
  readonly name: string;
  /** A few words beside the name: a state, an owner. */
  readonly detail: string;
  readonly kind: ProcessSymbolKind | "section" | "header" | "field";
  /** All that belongs to it. */
  readonly range: Range;
  /** Its heading, row or line; within `range`. */
  readonly selection: Range;
  /** In the order of the text. */
  readonly children: readonly DocumentSymbol[];
}

/** A symbol while its children are put into it. */
type Node = Omit<DocumentSymbol, "children"> & { readonly children: Node[] };

/**
 * `headings` is false for an editor that lists the headings of Markdown by itself: it is given what Markdown does not
 * know of, without the header and the sections around it.
 */
export function documentSymbols(document: GovernedDocument, headings: boolean): readonly DocumentSymbol[] {
  const { text, parsed } = document;
  const found = readSymbols(document);
  const bySection = new Map(found.map((node) => [node.range.start, node]));
  const sections = parsed.sections.map((section): Node => {
    const range = writtenRange(text, section);
    const named = bySection.get(range.start);
    const name = named?.name ?? (plainText(section.title) || "#".repeat(section.level));
    return {
      name,
      detail: named?.detail ?? "",
      kind: named?.kind ?? "section",
      range,
      selection: section.titleRange,
      children: [],
    };
  });
  // a heading that names a gate or a decision is that
  const starts = new Set(sections.map(({ range }) => range.start));
  const nodes = [...sections, ...found.filter(({ range }) => !starts.has(range.start))];
  const outline = nest(nodes.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end));
  return headings ? outline : withoutHeadings(outline);
}

/** Puts each of the ordered nodes into the innermost one that holds all of it. */
function nest(nodes: readonly Node[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const node of nodes) {
    while (open.length > 0 && (open.at(-1) as Node).range.end < node.range.end) open.pop();
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** A section that lists actions stays, because it is a register of them. */
function withoutHeadings(nodes: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return nodes.flatMap((node): readonly DocumentSymbol[] => {
    if (node.kind === "header") return [];
    const children = withoutHeadings(node.children);
    const isRegister = node.children.filter(({ kind }) => kind === "action").length > 1;
    return node.kind === "section" && !isRegister ? children : [{ ...node, children }];
  });
}

/** All but the sections. */
function readSymbols(document: GovernedDocument): readonly Node[] {
  const { policy } = document;
  const { gates, rows, decisions } = processOf(document);
  return [
    ...readHeader(document),
    ...gates.flatMap(gateNodes),
    ...rows.map(({ action }) => {
      const status = policy.process.actionStatuses[action.status][0] ?? stateInWords(action.status);
      const detail = [status, action.owners.join(" + ")].filter((part) => part !== "").join(" · ");
      return nodeOf("action", actionName(action), detail, action.range);
    }),
    ...decisions.map((entry) => nodeOf("decision", entryName(entry), "", entry.range)),
    ...readDeviations(document).map((entry) => nodeOf("deviation", entryName(entry), "", entry.range)),
  ];
}

function nodeOf(kind: DocumentSymbol["kind"], name: string, detail: string, selection: Range): Node {
  return { name, detail, kind, range: selection, selection, children: [] };
}

/** A gate that nothing but its items names is none of the outline's. */
function gateNodes({ gate, items }: GateRow): readonly Node[] {
  const isNamed = gate.gate !== "" && items.every(({ item }) => item.range.start !== gate.range.start);
  const own = isNamed ? [nodeOf("gate", gateName(gate), stateInWords(gate.status), gate.range)] : [];
  return [...own, ...items.map(itemNode)];
}

function itemNode({ item, proofs }: GateItemRow): Node {
  const node = nodeOf("gate-item", itemName(item), item.status, item.range);
  const end = Math.max(item.range.end, ...Object.values(proofs).map(({ range }) => range.end));
  return { ...node, range: { start: item.range.start, end } };
}

function readHeader({ parsed, classification, state }: GovernedDocument): readonly Node[] {
  const { fields, frontMatter, range = frontMatter } = parsed.header;
  const documentClass = classification?.class;
  const known = fields.filter(({ folded }) => documentClass?.fieldByKey.has(folded));
  const [first] = known;
  if (documentClass === undefined || range === undefined || first === undefined) return [];
  const children = known.map(({ key, value, valueRange, keyRange }): Node => {
    const node = nodeOf("field", key, plainText(value), keyRange);
    return { ...node, range: { start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) } };
  });
  const header = nodeOf("header", documentClass.title, state()?.state?.name ?? "", first.lineRange);
  return [{ ...header, range: frontMatter ?? range, children }];
}
