/** A manifest lists a file that there is not. */

import { readManifest } from "../../deliverables/manifest";
import { quoteValue } from "../fields";
import { pathsOf } from "../manifests";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "manifest/missing-deliverable",
  summary: "A manifest lists a file that there is not.",
  why: "Who delivers by the manifest takes its list for what there is.",
  guide: "Structure manifest: primary deliverable files",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    return readManifest(context.document)
      ?.entries.filter(({ name }) => pathsOf(name, context)?.length === 0)
      .map(({ name, range }) => ({
        at: range,
        message: `There is no file ${quoteValue(name)}. Write it, or take it off the list.`,
      }));
  },
};
