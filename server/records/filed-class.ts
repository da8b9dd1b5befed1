/** Whether a version of a document is a filed record, and of which class. */
import type { DocumentClass, Policy } from "../policy/types";
import { holdsAnywhere } from "../workspace/field-values";
import { govern, pathWithin } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";

/** A header stands at the top: mostly so many units are all that has to be read. */
const HEAD = 4 * 1024;
/** A header that ends this close to where the text was cut may go on behind. */
const MARGIN = 500;

/** `path` is relative to the root. Undefined when no class that can be filed claims the text, or it is not filed yet. */
export function findFiledClass(path: string, text: string, policy: Policy): DocumentClass | undefined {
  if (!policy.covers(pathWithin(policy, path))) return undefined;
  const head = headOf(text);
  const document = govern(path, head, policy);
  const end = document.parsed.header.range?.end;
  const isWhole = head === text || (end !== undefined && end < head.length - MARGIN);
  return filedClassOf(isWhole ? document : govern(path, text, policy));
}

/** The document's own class when by it the document is filed; from its creation on counts from its first commit on. */
export function filedClassOf(document: GovernedDocument): DocumentClass | undefined {
  const documentClass = document.classification?.class;
  const immutable = documentClass?.immutable;
  if (documentClass === undefined || immutable === undefined) return undefined;
  if (immutable.fromCreation) return documentClass;
  const { fields } = document.parsed.header;
  const filed = immutable.when.some((each) => holdsAnywhere(each, fields, documentClass, document.policy));
  return filed ? documentClass : undefined;
}

/** Cut at the end of a line. */
function headOf(text: string): string {
  if (text.length <= HEAD) return text;
  const end = text.indexOf("\n", HEAD);
  return end < 0 ? text : text.slice(0, end + 1);
}
