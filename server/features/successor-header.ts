/** The header of a successor: what it takes over from the record, and the field that names the record. */
import { applyEdits, type TextEdit } from "../base/edit";
import type { HeaderField } from "../document/types";
import type { DocumentClass } from "../policy/types";
import { fieldOfType } from "../rules/fields";
import { writeField, yamlKey, yamlValue } from "../rules/write-field";
import { isUnset } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { addField, setValue } from "./filing-edits";

/** The field of the new document that names the record. */
export const SUPERSEDES = "Supersedes";

/** What says to which work item a document belongs, and who answers for it; never what only the record can say. */
const CARRIED: readonly string[] = ["text", "role", "path"];

/** The draft's text with the record's values in the class's text, role and path fields. */
export function carryFields(
  draft: GovernedDocument,
  record: GovernedDocument,
  documentClass: DocumentClass,
): string {
  const successor = successorKeys(documentClass);
  const edits: (TextEdit | undefined)[] = [];
  for (const field of documentClass.fields) {
    if (!CARRIED.includes(field.type) || field.keys.some((key) => successor.has(key))) continue;
    const written = record.fieldOf(field);
    if (written === undefined || isUnset(written.value, record.policy)) continue;
    const own = draft.fieldOf(field);
    if (own === undefined) edits.push(addField(draft, documentClass, field, written.value));
    else if (own.value !== written.value) edits.push(setValue(draft, own, written.value));
  }
  return applyEdits(
    draft.text,
    edits.filter((edit) => edit !== undefined),
  );
}

/** `Supersedes: <path>` below the state, or below the header's last field. */
export function nameRecord(draft: GovernedDocument, documentClass: DocumentClass, path: string): string {
  const state = fieldOfType(documentClass, "state");
  const neighbour = (state && draft.fieldOf(state)) ?? draft.parsed.header.fields.at(-1);
  const edit = neighbour && writeField(draft, neighbour, SUPERSEDES, path, true);
  return edit === undefined ? draft.text : applyEdits(draft.text, [edit]);
}

/** The draft with its header as front matter, keys spelled as `like` is; as it is where its header stands elsewhere. */
export function asFrontMatter(draft: GovernedDocument, like: HeaderField): string {
  const { fields, range, frontMatter } = draft.parsed.header;
  if (range === undefined || frontMatter !== undefined) return draft.text;
  const yaml = fields.map(({ key, value }) => `${yamlKey(key, like.key)}: ${yamlValue(value)}\n`).join("");
  const body = draft.text.slice(0, range.start) + draft.text.slice(range.end).replace(/^(?:\r?\n)+/, "");
  return `---\n${yaml}---\n\n${body}`;
}

/** Folded names of the fields by which a document of the class names what replaces it. */
function successorKeys({ states, fieldByKey }: DocumentClass): ReadonlySet<string> {
  const known = fieldByKey.get("superseded by")?.keys ?? ["superseded by"];
  return new Set([...known, ...states.flatMap(({ successor }) => successor?.keys ?? [])]);
}

/**
 * The edits that name the successor in the record; none unless the policy lets one of these fields of a filed record
 * take any value, nor where the record names one already.
 */
export function nameSuccessor(
  record: GovernedDocument,
  documentClass: DocumentClass,
  path: string,
): readonly TextEdit[] {
  const keys = successorKeys(documentClass);
  const allowed = documentClass.immutable?.allow.fields.find(
    (field) => field.values.length === 0 && field.keys.some((key) => keys.has(key)),
  );
  if (allowed === undefined) return [];
  const { fields } = record.parsed.header;
  const written = fields.find(({ folded }) => allowed.keys.includes(folded));
  if (written !== undefined)
    return isUnset(written.value, record.policy) ? [setValue(record, written, path)] : [];
  const state = fieldOfType(documentClass, "state");
  const neighbour = (state && record.fieldOf(state)) ?? fields.at(-1);
  const edit = neighbour && writeField(record, neighbour, allowed.name, path, true);
  return edit === undefined ? [] : [edit];
}
