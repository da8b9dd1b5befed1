/** The evidence of a gate item that passes names a document that is not there. */
import type { Range } from "../../base/range";
import { compareVersions, parseVersion } from "../../base/version";
import type { WrittenProof } from "../../process/types";
import type { DocumentVersions } from "../../workspace/document-versions";
import type { GovernedDocument } from "../../workspace/types";
import { type CitedPath, citedPaths } from "../cited-paths";
import { gatesInForce, itemName } from "../gates";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "gate/cited-evidence-missing",
  summary: "The evidence of a gate item that passes names a document or a version that does not exist.",
  why: "Evidence that nobody can look up proves nothing, and the gate rests on it.",
  guide: "Delivery process (§3), GI-3: written evidence",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check({ document, exists, versionsOf }) {
    if (exists === undefined) return;
    const reports: Report[] = [];
    for (const { item, proofs } of gatesInForce(document).flatMap(({ items }) => items)) {
      if (item.status !== "passed" || proofs.evidence === undefined) continue;
      for (const { at, paths, version } of citationsIn(proofs.evidence, document)) {
        const there = paths.find(exists);
        if (there !== undefined) {
          const wrong = version && judgeVersion(version, versionsOf?.(there), document.text, itemName(item));
          if (wrong !== undefined) reports.push(wrong);
          continue;
        }
        const name = document.text.slice(at.start, at.end);
        reports.push({
          at,
          message: `\`${name}\` does not exist, so nobody can look up the evidence for ${itemName(item)} (GI-3). Name the document by the path that it has now.`,
        });
      }
    }
    return reports;
  },
};

interface Citation extends CitedPath {
  /** Behind the path: `v1.2`. */
  readonly version: Range | undefined;
}

/** Behind a path and what closes its mark: `v1.2`, `version 1.2`. */
const VERSION = /^[`)]{0,2}[ \t]*[(,]?[ \t]*(?:v|version[ \t]+)(\d+(?:\.\d+){1,2})(?![.\w])/i;

function versionBehind(text: string, at: number, offset: number): Range | undefined {
  const match = VERSION.exec(text.slice(at, at + LONGEST_VERSION));
  const written = match?.[1];
  if (match === null || written === undefined) return undefined;
  const start = offset + at + match[0].length - written.length;
  return { start, end: start + written.length };
}

const LONGEST_VERSION = 40;

/** Older versions than the log goes back to may have been there: of those nothing is said. */
function judgeVersion(
  at: Range,
  known: DocumentVersions | undefined,
  text: string,
  item: string,
): Report | undefined {
  const cited = parseVersion(text.slice(at.start, at.end));
  if (cited === undefined || known === undefined) return undefined;
  const all = [known.current, ...known.logged].sort(compareVersions);
  const [oldest, newest] = [all[0], all.at(-1)];
  if (oldest === undefined || newest === undefined) return undefined;
  if (all.some((each) => compareVersions(each, cited) === 0) || compareVersions(cited, oldest) < 0)
    return undefined;
  const isToCome = compareVersions(cited, newest) > 0;
  if (!isToCome && known.logged.length === 0) return undefined;
  const why = isToCome
    ? `the document has come to ${newest.text} only`
    : `the document's change log goes from ${oldest.text} to ${newest.text} without it`;
  return {
    at,
    message: `There never was a version ${cited.text}: ${why}, so nobody can look up the evidence for ${item} (GI-3). Name the version that was looked at.`,
  };
}

/** A commit has the document as it was, wherever it is now. */
const COMMIT = /(?<![\p{L}\p{N}_.-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}(?![\p{L}\p{N}_-])/u;

function citationsIn({ range }: WrittenProof, document: GovernedDocument): readonly Citation[] {
  const text = document.text.slice(range.start, range.end);
  if (!text.includes(".md") || COMMIT.test(text)) return [];
  return citedPaths(range, document).map((cited) => ({
    ...cited,
    version: versionBehind(text, cited.at.end - range.start, range.start),
  }));
}
