/** A file lacks a section that its manifest lists. */

import { readManifest } from "../../deliverables/manifest";
import { foldTitle } from "../../document/sections";
import { quoteValue } from "../fields";
import { documentOf } from "../manifests";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "manifest/missing-section",
  summary: "A file lacks a section that its manifest lists.",
  why: "Readers look for what the manifest promises, and authors for what is still to be written.",
  guide: "Structure manifest: sections of the files",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    return readManifest(context.document)?.entries.flatMap(({ name, sections }) => {
      const file = sections.length === 0 ? undefined : documentOf(name, context);
      if (file === undefined) return [];
      const titles = file.parsed.sections.map(({ title }) => foldTitle(title));
      return sections
        .filter(({ title }) => !titles.some((each) => each.includes(foldTitle(title))))
        .map(({ title, range }) => ({
          at: range,
          message: `\`${name}\` has no heading ${quoteValue(title)}. Write the section, or take it off the list.`,
        }));
    });
  },
};
