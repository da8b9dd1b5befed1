/** The entries of front matter that the class knows; the others belong to whatever else reads the file, and stay. */
import { findYamlEntries } from "../../base/yaml-entries";
import type { DocumentClass } from "../../policy/types";
import type { GovernedDocument } from "../../workspace/types";
import type { Slot } from "./header-slot";

export function frontMatterRun({ parsed, text }: GovernedDocument, { fieldByKey }: DocumentClass): Slot[] {
  const content = parsed.blocks.find(({ kind }) => kind === "front-matter")?.content;
  const known = parsed.header.fields.filter(
    ({ form, folded }) => form === "front-matter" && fieldByKey.has(folded),
  );
  if (content === undefined || known.length < 2) return [];
  const entries = findYamlEntries(text.slice(content.start, content.end), content.start);
  return entries.flatMap((range) => {
    const field = known.find(({ keyRange }) => keyRange.start >= range.start && keyRange.end <= range.end);
    return field === undefined ? [] : [{ range, field }];
  });
}
