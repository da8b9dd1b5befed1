/** A manifest states another number of files than it lists. */
import { readManifest } from "../../deliverables/manifest";
import { listWords } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "manifest/count-mismatch",
  summary: "A manifest states another number of files than it lists.",
  why: "One of the two is wrong, and nobody can tell from the manifest which.",
  guide: "Structure manifest: deliverable_count",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const manifest = readManifest(document);
    if (manifest?.count === undefined || manifest.entries.length === manifest.count.value) return;
    const { count, entries } = manifest;
    const names = listWords(
      entries.map(({ name }) => `\`${name}\``),
      "and",
    );
    const listed = entries.length === 0 ? "none" : `${entries.length}: ${names}`;
    return {
      at: count.range,
      message: `The manifest states ${count.value} ${count.value === 1 ? "file" : "files"} and lists ${listed}. Correct the number or the list.`,
      needsDecision: true,
      fixes: () => [replace(`Change to ${entries.length}`, count.range, String(entries.length), false)],
    };
  },
};
