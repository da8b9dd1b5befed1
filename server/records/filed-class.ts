/** Whether a version of a document is a filed record, and of which class. */
import { remember } from "../base/remember";
import type { DocumentClass, Policy } from "../policy/types";
import { classByPath } from "../workspace/classify";
import { holdsAnywhere } from "../workspace/field-values";
import { govern, pathWithin } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import type { PolicyLookup } from "./policy-timeline";

/** A header stands at the top: mostly so many bytes of a text are all that has to be read. */
export const HEAD_BYTES = 2048;
/** UTF-8 needs no more bytes for a unit of text: what has fewer units is all of a text. */
const MOST_BYTES = 3;
/** A header that ends this close to where the text was cut may go on behind. */
const MARGIN = 400;

/**
 * False where whatever stands at the path is no record: no policy looks at it, or its place makes it a document of a
 * class that is never filed, and a place counts for more than what the header says. `path` is relative to the base.
 */
export function mayHoldRecord(path: string, { policyFor }: Pick<PolicyLookup, "policyFor">): boolean {
  const policy = policyFor(path);
  if (policy === undefined) return false;
  const known = places.get(policy) ?? remember((within) => isPlaceOfRecords(within, policy));
  places.set(policy, known);
  return known(pathWithin(policy, path));
}

/** A path is asked for with each of its versions. */
const places = new WeakMap<Policy, (path: string) => boolean>();

function isPlaceOfRecords(path: string, policy: Policy): boolean {
  const placed = classByPath(path, policy);
  const classes = policy.classes.filter((each) => placed === undefined || each.id === placed.id);
  return classes.some((each) => [each, ...each.kinds].some(({ immutable }) => immutable !== undefined));
}

/** `path` is relative to the root. Undefined when no class that can be filed claims the text, or it is not filed yet. */
export function findFiledClass(path: string, text: string, policy: Policy): DocumentClass | undefined {
  const found = findByHead(path, text, policy);
  return found === UNCLEAR ? filedClassOf(govern(path, text, policy)) : found;
}

/** The beginning of the text does not tell. */
export const UNCLEAR = "unclear";

/** By the beginning of a text, at least `HEAD_BYTES` of it or all there is. */
export function findByHead(
  path: string,
  text: string,
  policy: Policy,
): DocumentClass | typeof UNCLEAR | undefined {
  if (!policy.covers(pathWithin(policy, path))) return undefined;
  const head = text.slice(0, HEAD_BYTES);
  const isAll = head.length < HEAD_BYTES / MOST_BYTES;
  const document = govern(path, head, policy);
  const end = document.parsed.header.range?.end;
  if (!isAll && (end === undefined || end > head.length - MARGIN)) return UNCLEAR;
  return filedClassOf(document);
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
