/** A report file has more or fewer lines than it should. */
import { nameOf } from "../../base/path-parts";
import { countLines, type Deliverable, deliverableOf } from "../../deliverables/files";
import { readManifest } from "../../deliverables/manifest";
import { titleRange } from "../../deliverables/title-range";
import type { Bounds } from "../../policy/deliverables-policy";
import { countOf } from "../deliverables";
import type { Rule, RuleContext } from "../rule";

export const rule: Rule = {
  id: "report/length",
  summary: "A report file has more or fewer lines than it should.",
  why: "A report that is too short leaves questions open; one that is too long is not read, and belongs into parts.",
  guide: "Submission Requirement: report specifications",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    const { document } = context;
    const deliverable = deliverableOf(document);
    if (deliverable?.role !== "report") return;
    const { lines: bounds } = deliverable.of;
    const lines = countLines(document.text);
    const isShort = bounds.fewest !== undefined && lines < bounds.fewest;
    const isLong = bounds.most !== undefined && lines > bounds.most;
    // what a manifest states goes before the general length, and is held against the file there
    if ((!isShort && !isLong) || hasStatedLength(context, deliverable)) return;
    const advice = isShort
      ? `Write the ${countOf((bounds.fewest ?? 0) - lines)} that are missing, or state the file's own length in its manifest.`
      : "Divide it into parts, or state the file's own length in its manifest.";
    return {
      at: titleRange(document),
      message: `The file has ${countOf(lines)} lines; a report file has ${renderBounds(bounds)}. ${advice}`,
    };
  },
};

function renderBounds({ fewest, most }: Bounds): string {
  if (fewest === undefined) return `at most ${countOf(most ?? 0)}`;
  return most === undefined ? `at least ${countOf(fewest)}` : `${countOf(fewest)} to ${countOf(most)}`;
}

/** True where a manifest of the same task states how long the file is. */
function hasStatedLength({ document, filesNamed, read }: RuleContext, { policy }: Deliverable): boolean {
  const { manifest } = policy;
  const own = document.policy.classes.find(({ id }) => id === manifest?.class);
  const name = nameOf(document.path).toLowerCase();
  return (own?.paths ?? []).some(({ glob }) => {
    const beginning = nameOf(glob)
      .toLowerCase()
      .replace(/[*?[{].*/, "");
    return (filesNamed?.(beginning) ?? []).some((path) => {
      const other = read?.(path);
      const entries = other === undefined ? undefined : readManifest(other)?.entries;
      return entries?.some((each) => each.name.toLowerCase() === name && each.length !== undefined);
    });
  });
}
