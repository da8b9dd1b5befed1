/** Whether a version of a document is a filed record, and of which class. */
import type { Condition, DocumentClass, Policy } from "../policy/types";
import { classByPath } from "../workspace/classify";
import { holdsAnywhere } from "../workspace/field-values";
import { govern, pathWithin } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import type { PolicyLookup } from "./policy-timeline";

/** A header stands at the top: mostly so many units of a text are all that has to be parsed. */
const HEAD = 4 * 1024;
/** So many bytes hold more units than that, in any script. */
export const HEAD_BYTES = 4 * HEAD;
/** A header that ends this close to where the text was cut may go on behind. */
const MARGIN = 500;

/**
 * False where whatever stands at the path is no record: no policy looks at it, or its place makes it a document of a
 * class that is never filed, and a place counts for more than what the header says. `path` is relative to the base.
 */
export function mayHoldRecord(path: string, { policyFor }: Pick<PolicyLookup, "policyFor">): boolean {
  const policy = policyFor(path);
  if (policy === undefined) return false;
  const placed = classByPath(pathWithin(policy, path), policy);
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
  const head = headOf(text);
  const isAll = text.length <= HEAD;
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

/** Cut at the end of a line. */
function headOf(text: string): string {
  if (text.length <= HEAD) return text;
  const end = text.indexOf("\n", HEAD);
  return end < 0 ? text : text.slice(0, end + 1);
}

/**
 * A cheap test that every filed text passes, by its beginning as above: that some condition's words stand in it. Letters
 * alone are looked for, because names may be joined in several ways.
 */
export function createFilingFilter({ classes }: Policy): (text: string) => boolean {
  const parts = classes.flatMap((each) => [each, ...each.kinds]);
  if (parts.some(({ immutable }) => immutable?.fromCreation === true)) return () => true;
  const needed = parts.flatMap((each) =>
    (each.immutable?.when ?? []).map((condition) => wordsFor(condition, each)),
  );
  return (text) => {
    const folded = text.toLowerCase();
    return needed.some((all) => all.every((any) => any.some((word) => folded.includes(word))));
  };
}

/** For each field of a condition the words of which one must be there. */
function wordsFor(condition: Condition, documentClass: DocumentClass): readonly (readonly string[])[] {
  return condition.map(({ key, values, words }) => {
    const names = documentClass.fieldByKey.get(key)?.keys ?? [key];
    return values.flatMap((value, at) =>
      value === "*" || value === "<date>" ? names.map(longestWord) : [longestWord(words[at] ?? "")],
    );
  });
}

function longestWord(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}
