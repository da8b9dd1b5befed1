/** Paths in code spans that lead to a document or file, and ids of work items that lead to another document. */
import type { Range } from "../../base/range";
import { resolvePath } from "../../policy/resolve-path";
import { plainText } from "../../process/plain-text";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringContext } from "./context";
import { resolveDocument } from "./paths";
import { idWords, proseParts } from "./prose";

export interface DocumentLink {
  readonly range: Range;
  /** Of the file that it leads to, relative to the root. */
  readonly path: string;
  /** Which section of it: `4.1.7`, or the heading as addresses spell it; finding it means to read the file. */
  readonly section: string | undefined;
}

const CODE = /(?<!`)(`+)(?!`)([^\r\n]{1,300}?)(?<!`)\1(?!`)/g;
/** A path, and what of it: `strategy_rules.md §4.1`, `tides.md#use`. */
const WITH_SECTION = /^(.*?)(?:\s*§\s*|#)(\S+)$/;
const LIKE_FILE = /^[\p{L}\p{N}_.][^\s*?<>{}|]*\.[A-Za-z][A-Za-z0-9]{0,9}$/u;
/** Files are looked up on the disk, which takes a moment each. */
const MOST_FILES = 100;

/** `isFile` tells of a path, relative to the root, whether there is a file; it is asked for no document. */
export function documentLinks(
  context: AuthoringContext,
  isFile: (path: string) => boolean,
): readonly DocumentLink[] {
  const { document, workspace } = context;
  const links: DocumentLink[] = [];
  let asked = 0;
  const fileOf = (written: string): string | undefined => {
    if (!LIKE_FILE.test(written) || asked++ >= MOST_FILES) return undefined;
    return candidatesOf(written, document).find(isFile);
  };
  for (const part of proseParts(document, { start: 0, end: document.text.length })) {
    for (const match of document.text.slice(part.start, part.end).matchAll(CODE)) {
      const content = match[2] ?? "";
      const written = content.trim();
      const [, named = written, section] = WITH_SECTION.exec(written) ?? [];
      const path = resolveDocument(named, document, workspace) ?? fileOf(named);
      if (path === undefined || (path === document.path && section === undefined)) continue;
      const start = part.start + match.index + match[0].indexOf(written);
      links.push({ range: { start, end: start + written.length }, path, section });
    }
  }
  return [...links, ...idLinks(context)].sort((a, b) => a.range.start - b.range.start);
}

/** From the policy's folder, and from the document's own. */
function candidatesOf(written: string, { path, policy }: GovernedDocument): readonly string[] {
  const beside = resolvePath(path, `./${written}`);
  const fromPolicy = resolvePath(policy.path, `./${written.replace(/^\//, "")}`);
  return [fromPolicy, beside].flatMap((each) => (each.kind === "path" ? [each.path] : []));
}

/**
 * Editors underline links, and ids come again and again: only the first mention in a section is one, and only of a
 * work item that has its documents elsewhere.
 */
function* idLinks({ document, workspace }: AuthoringContext): Generator<DocumentLink> {
  const own = processOf(document).workItem;
  const { sections } = document.parsed;
  const seen = new Set<string>();
  let next = 0;
  for (const { word, range } of idWords(document)) {
    if (own !== undefined && word.toLowerCase() === own.toLowerCase()) continue;
    const paths = workspace.ofWorkItem(word);
    if (paths.length === 0 || paths.includes(document.path)) continue;
    while ((sections[next]?.range.start ?? Number.POSITIVE_INFINITY) <= range.start) {
      next++;
      seen.clear();
    }
    if (seen.has(word)) continue;
    seen.add(word);
    const gatesIn = (path: string): number => workspace.find(path)?.process.gates.length ?? 0;
    const [path] = [...paths].sort((a, b) => gatesIn(b) - gatesIn(a));
    if (path !== undefined) yield { range, path, section: undefined };
  }
}

/** The heading of the section that a link names, by its number or as its address. */
export function findSection({ parsed }: GovernedDocument, section: string): Range | undefined {
  const address = section.toLowerCase();
  const number = /^\d+(?:\.\d+)*/.exec(section)?.[0].replaceAll(".", "\\.");
  const numbered =
    number === undefined ? undefined : new RegExp(`^[^\\p{L}\\p{N}]*${number}(?!\\d|\\.\\d)`, "u");
  const found =
    parsed.sections.find(({ title }) => addressOf(title) === address) ??
    parsed.sections.find(({ title }) => numbered?.test(title));
  return found?.titleRange;
}

/** As GitHub and VS Code make addresses of headings; a number behind the second of two equal ones is not told. */
function addressOf(title: string): string {
  return plainText(title)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
