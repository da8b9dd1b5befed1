/** Which documents are records that a seal is made for, and since when. */
import { parseDate } from "../base/date";
import { plainValue } from "../base/plain-value";
import type { DocumentClass, FieldPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { filedClassOf } from "./filed-class";

/**
 * True when the document's own class is immutable and its header meets the condition. `document.filed` is wider: it
 * holds as soon as any class would call it filed. `isCommitted` is asked only where a document is a record from its
 * first commit on: git must hold the text as it stands.
 */
export function isRecord(document: GovernedDocument, isCommitted: () => boolean): boolean {
  const filed = filedClassOf(document);
  return filed !== undefined && (filed.immutable?.fromCreation !== true || isCommitted());
}

/** The class's field that says from when on a document is filed: one that files it, or is pending until then. */
export function findFilingDateField(documentClass: DocumentClass): FieldPolicy | undefined {
  const named = (documentClass.immutable?.when ?? []).flatMap((condition) =>
    condition.flatMap(({ key, values }) => {
      const field = documentClass.fieldByKey.get(key);
      return field?.type === "date" && (values.includes("<date>") || values.includes("*")) ? [field] : [];
    }),
  );
  return (
    named[0] ?? documentClass.fields.find(({ type, placeholderWhile: [first] }) => type === "date" && first)
  );
}

/** The ISO date on which the header says that the document was filed, or undefined. */
export function filingDateOf(document: GovernedDocument): string | undefined {
  const documentClass = document.classification?.class;
  const field = documentClass && findFilingDateField(documentClass);
  const written = field && document.fieldOf(field);
  return written && parseDate(plainValue(written.value))?.iso;
}
