/** A manifest lists a file that does not exist. */

import { readManifest } from "../../deliverables/manifest";
import { quoteValue } from "../fields";
import { pathsOf } from "../manifests";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "manifest/missing-deliverable",
  summary: "A manifest lists a file that does not exist.",
  why: "Whoever delivers by the manifest trusts its list, and notices too late that a file is missing.",
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
