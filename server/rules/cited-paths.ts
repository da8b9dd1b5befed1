/** Documents that a value names by their paths. */
import type { Range } from "../base/range";
import { resolvePath } from "../policy/resolve-path";
import type { GovernedDocument } from "../workspace/types";

export interface CitedPath {
  readonly at: Range;
  /** Relative to the root: where the document may be. */
  readonly paths: readonly string[];
}

/** A document's path of at least two parts, alone, between marks of code or as the target of a link. */
const PATH =
  /(?<![\p{L}\p{N}_./:@%-])((?:\.{1,2}\/)*(?:[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\/)+[\p{L}\p{N}_.-]+\.mdx?)(?![\p{L}\p{N}_/-])/gu;

/** Paths that may belong to another repository are left out: those of this one begin as the document's own does. */
export function citedPaths({ start, end }: Range, document: GovernedDocument): readonly CitedPath[] {
  const text = document.text.slice(start, end);
  if (!text.includes(".md")) return [];
  return [...text.matchAll(PATH)].flatMap((match) => {
    const [, written = ""] = match;
    const paths = placesOf(written, document, text.slice(0, match.index).endsWith("]("));
    const from = start + match.index;
    return paths.length === 0 ? [] : [{ at: { start: from, end: from + written.length }, paths }];
  });
}

/** None where it cannot be told which document is meant. */
function placesOf(written: string, { path, policy }: GovernedDocument, isLink: boolean): readonly string[] {
  const policyFolder = policy.path.slice(0, policy.path.lastIndexOf("/") + 1);
  const beside = resolvePath(path, written.startsWith(".") ? written : `./${written}`);
  if (beside.kind !== "path") return [];
  if (written.startsWith(".")) return [beside.path];
  const isOfThisTree = [path, path.slice(policyFolder.length)].some(
    (own) => topOf(own) === topOf(written) && own.includes("/"),
  );
  return isLink || isOfThisTree ? [written, `${policyFolder}${written}`, beside.path] : [];
}

function topOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}
