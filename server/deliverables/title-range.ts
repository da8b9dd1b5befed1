/** Where a report is found fault with as a whole. */
import type { Range } from "../base/range";
import { documentStart } from "../workspace/document-start";
import type { GovernedDocument } from "../workspace/types";

/** Its title, or the one in the front matter, or the first line that says anything. */
export function titleRange(document: GovernedDocument): Range {
  const { title, sections, header } = document.parsed;
  const heading = title ?? sections.find(({ level }) => level === 1);
  if (heading !== undefined) return heading.titleRange;
  const field = header.fields.find(({ form, folded }) => form === "front-matter" && folded === "title");
  return field?.valueRange ?? documentStart(document);
}
