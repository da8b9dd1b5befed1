/** Which versions of which documents a text cites: `tides.md` v1.2, `tides.md` (v1.2), tables of documents and versions. */
import { foldKey } from "../../base/fold";
import type { Range } from "../../base/range";
import { remember } from "../../base/remember";
import { isVersion, parseVersion, type Version } from "../../base/version";
import { parseTable, type TableRow } from "../../document/table";
import type { Policy } from "../../policy/types";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringWorkspace } from "./context";
import { resolveDocument } from "./paths";
import { proseParts } from "./prose";

export interface CitedVersion {
  /** Of the document that is cited, relative to the root. */
  readonly path: string;
  readonly version: Version;
  /** The version's digits. */
  readonly range: Range;
}

/**
 * In the order of the text; those in `within` alone, where it is given. A version that is said to turn into another
 * one is no citation, nor is one behind a dash, which speaks of something else.
 */
export function citedVersions(
  document: GovernedDocument,
  workspace: AuthoringWorkspace,
  within: Range = { start: 0, end: document.text.length },
): readonly CitedVersion[] {
  const words = versionWords(document.policy);
  const reader = { document, workspace, words };
  const found = [...inProse(reader, within), ...inTables(reader, within)];
  return found.sort((a, b) => a.range.start - b.range.start);
}

interface Reader {
  readonly document: GovernedDocument;
  readonly workspace: AuthoringWorkspace;
  /** Folded names of the fields that hold versions. */
  readonly words: readonly string[];
}

function versionWords({ classes }: Policy): readonly string[] {
  const fields = classes.flatMap((each) => each.fields.filter(({ type }) => type === "version"));
  return [...new Set(fields.flatMap(({ keys }) => keys))];
}

/** A code span, the target of a link, or a bare file name. */
const NAME =
  /`([^`\r\n]{1,200})`|\]\(<?([^()\s>]{1,200})>?\)|(?<![\p{L}\p{N}_./&+~-])([\p{L}\p{N}_./&+~-]{1,200}\.[A-Za-z]{1,8})(?![\p{L}\p{N}_])/gu;
const CHANGED = /[)`*_ ]{0,3}(?:→|->|⇒)/y;

/** What may stand between a name and its version, and the version itself. */
const versionBehind = remember(
  (words) =>
    new RegExp(
      `[*_\`)\\]]{0,4}(?:[ \\t]*§[ \\t]*[\\d.]+)?[,:]?[ \\t]*(?:\\r?\\n[ \\t>]*)?(\\([ \\t]*)?((?:${words})[ \\t]+|v\\.?[ \\t]?)?(\\d+(?:\\.\\d+){1,2})(?![\\p{L}\\p{N}_%]|\\.\\d)([ \\t]*\\))?`,
      "iuy",
    ),
);
const versionWithin = remember(
  (words) =>
    new RegExp(
      `^([^\\s§→][^§→]*?)[,:]?[ \\t]+\\(?(?:(?:${words})[ \\t]+|v\\.?[ \\t]?)(\\d+(?:\\.\\d+){1,2})\\)?$`,
      "iu",
    ),
);

function* inProse(reader: Reader, within: Range): Generator<CitedVersion> {
  const { document, words } = reader;
  const alternatives = words.map((word) => word.replaceAll(/[^\p{L}\p{N}]+/gu, "[ _-]+")).join("|") || "v";
  const behind = versionBehind(alternatives);
  const inside = versionWithin(alternatives);
  for (const part of proseParts(document, within)) {
    const text = document.text.slice(part.start, part.end);
    for (const match of text.matchAll(NAME)) {
      const written = match[1] ?? match[2] ?? match[3] ?? "";
      const [, name, version] = (match[1] !== undefined && inside.exec(written)) || [];
      if (name !== undefined && version !== undefined) {
        const at = part.start + match.index + 1 + written.lastIndexOf(version);
        yield* cite(reader, name, version, at);
        continue;
      }
      behind.lastIndex = match.index + match[0].length;
      const [whole, opened, word, digits, closed] = behind.exec(text) ?? [];
      if (whole === undefined || digits === undefined) continue;
      // a bare number is a version only when it stands alone in brackets
      if (word === undefined && (opened === undefined || closed === undefined)) continue;
      CHANGED.lastIndex = behind.lastIndex;
      if (CHANGED.test(text)) continue;
      const at = part.start + behind.lastIndex - (closed?.length ?? 0) - digits.length;
      yield* cite(reader, written, digits, at);
    }
  }
}

/** The row's document stands at the beginning of a cell, and its version alone in a later one, which is headed so. */
function* inTables(reader: Reader, within: Range): Generator<CitedVersion> {
  const { document, words } = reader;
  const log = document.changeLog()?.table;
  for (const block of document.parsed.blocks) {
    if (block.kind !== "table" || block.range.end < within.start || block.range.start > within.end) continue;
    const { head, rows } = parseTable(document.text, block);
    if (log?.head.range.start === head.range.start) continue;
    const titles = head.cells.map(({ text }) => ` ${foldKey(text)} `);
    const column = titles.findIndex((title) => words.some((word) => title.includes(` ${word} `)));
    if (column > 0) for (const row of rows) yield* inRow(reader, row, column);
  }
}

const CELL_NAME = /^[*_]*(?:`([^`]+)`|\[[^\]]*\]\(<?([^()\s>]+)>?\)|([^\s`|]+\.[A-Za-z]{1,8})$)/u;

function* inRow(reader: Reader, { cells }: TableRow, column: number): Generator<CitedVersion> {
  const cell = cells[column];
  const digits = /^[*_`]*v?\.? ?(\d[\d.]*)[*_`]*$/i.exec(cell?.text ?? "")?.[1] ?? "";
  if (cell === undefined || !isVersion(digits)) return;
  for (const { text } of cells.slice(0, column)) {
    const match = CELL_NAME.exec(text);
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (name === undefined) continue;
    yield* cite(reader, name, digits, cell.range.start + cell.text.indexOf(digits));
    return;
  }
}

function* cite(
  { document, workspace }: Reader,
  name: string,
  digits: string,
  start: number,
): Generator<CitedVersion> {
  const version = parseVersion(digits);
  const path = version && resolveDocument(name.replace(/\s*§.*$/, ""), document, workspace);
  if (version === undefined || path === undefined) return;
  yield { path, version, range: { start, end: start + digits.length } };
}

/** The version that a document's header states. */
export function currentVersion(path: string, workspace: AuthoringWorkspace): Version | undefined {
  return parseVersion(workspace.find(path)?.entry.version ?? "");
}
