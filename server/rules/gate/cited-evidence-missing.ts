/** The evidence of a gate item that passes names a document that is not there. */
import type { Range } from "../../base/range";
import { resolvePath } from "../../policy/resolve-path";
import type { WrittenProof } from "../../process/types";
import type { GovernedDocument } from "../../workspace/types";
import { gatesInForce, itemName } from "../gates";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "gate/cited-evidence-missing",
  summary: "The evidence of a gate item that passes names a document that does not exist.",
  why: "Evidence that nobody can look up proves nothing, and the gate rests on it.",
  guide: "Delivery process (§3), GI-3: written evidence",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check({ document, exists }) {
    if (exists === undefined) return;
    const reports: Report[] = [];
    for (const { item, proofs } of gatesInForce(document).flatMap(({ items }) => items)) {
      if (item.status !== "passed" || proofs.evidence === undefined) continue;
      for (const { at, paths } of citationsIn(proofs.evidence, document)) {
        if (paths.some(exists)) continue;
        const name = document.text.slice(at.start, at.end);
        reports.push({
          at,
          message: `\`${name}\` does not exist, so nobody can look up the evidence for ${itemName(item)}. Name the document by the path that it has now.`,
        });
      }
    }
    return reports;
  },
};

interface Citation {
  readonly at: Range;
  /** Relative to the root: where the document may be. */
  readonly paths: readonly string[];
}

/** A document's path of at least two parts, alone, between marks of code or as the target of a link. */
const PATH =
  /(?<![\p{L}\p{N}_./:@%-])((?:\.{1,2}\/)*(?:[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\/)+[\p{L}\p{N}_.-]+\.mdx?)(?![\p{L}\p{N}_/-])/gu;
/** A commit has the document as it was, wherever it is now. */
const COMMIT = /(?<![\p{L}\p{N}_.-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}(?![\p{L}\p{N}_-])/u;

/** Paths that may belong to another repository are left out: those of this one begin as the document's own does. */
function citationsIn({ range }: WrittenProof, document: GovernedDocument): readonly Citation[] {
  const text = document.text.slice(range.start, range.end);
  if (!text.includes(".md") || COMMIT.test(text)) return [];
  return [...text.matchAll(PATH)].flatMap((match) => {
    const [, written = ""] = match;
    const paths = placesOf(written, document, text.slice(0, match.index).endsWith("]("));
    if (paths.length === 0) return [];
    const start = range.start + match.index;
    return [{ at: { start, end: start + written.length }, paths }];
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
