/** A file is much longer or shorter than its manifest states. */
import { countLines } from "../../deliverables/files";
import { readManifest, type StatedNumber } from "../../deliverables/manifest";
import { countOf } from "../deliverables";
import { documentOf } from "../manifests";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "manifest/length-mismatch",
  summary: "A file is much longer or shorter than its manifest states.",
  why: "The stated length is what readers and reviewers plan with, and stands in for the general one.",
  guide: "Structure manifest: estimated_lines, lengths of the files",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    const manifest = readManifest(context.document);
    if (manifest === undefined) return;
    const { entries, lines: total, policy } = manifest;
    const percent = Math.round(policy.tolerance * 100);
    const reports: Report[] = [];
    let sum = 0;
    let isWhole = entries.length > 0;
    for (const { name, length } of entries) {
      const file = documentOf(name, context);
      isWhole &&= file !== undefined;
      const lines = file === undefined ? 0 : countLines(file.text);
      sum += lines;
      if (file === undefined || length === undefined || isNear(lines, length, policy.tolerance)) continue;
      reports.push({
        at: length.range,
        message: `\`${name}\` has ${countOf(lines)} lines, more than ${percent} % off the ${statedAs(length)} that are stated here. Correct the number, or the file.`,
      });
    }
    // what is off in one file is off in their sum
    if (reports.length > 0 || !isWhole || total === undefined || isNear(sum, total, policy.tolerance))
      return reports;
    return {
      at: total.range,
      message: `The files have ${countOf(sum)} lines together, more than ${percent} % off the ${statedAs(total)} that are stated here. Correct the number.`,
    };
  },
};

/** `2,100`, or `2,100+` where more is no mistake. */
function statedAs({ value, atLeast }: StatedNumber): string {
  return `${countOf(value)}${atLeast ? "+" : ""}`;
}

function isNear(lines: number, { value, atLeast }: StatedNumber, tolerance: number): boolean {
  const off = Math.abs(lines - value) / value;
  return off <= tolerance || (atLeast && lines > value);
}
