/** The regions of the header: fields that may change, and with mode `body` the header as a whole. */
import { foldKey } from "../../base/fold";
import type { Hunk, LineSpan } from "../../base/line-diff";
import { headOfValue, plainValue } from "../../base/plain-value";
import type { HeaderField } from "../../document/types";
import type { DocumentClass, ImmutabilityPolicy, MutableField, Policy } from "../../policy/types";
import { holdsAnywhere } from "../../workspace/field-values";
import { isBlank, rangeOf, type Side } from "../side";

/** `field:Superseded by`, or undefined when the change is more than one of fields that may change so. */
export function mutableField(
  before: Side,
  after: Side,
  hunk: Hunk,
  { allow }: ImmutabilityPolicy,
): string | undefined {
  if (allow.fields.length === 0) return undefined;
  const changed = changedFields(before, after, hunk);
  if (changed === undefined || changed.length === 0) return undefined;
  const names = new Set<string>();
  for (const { folded, now } of changed) {
    const field = allow.fields.find((each) => each.keys.includes(folded));
    if (field === undefined || !mayBe(field, now)) return undefined;
    names.add(field.name);
  }
  return [...names].map((name) => `field:${name}`).join(", ");
}

/**
 * True when the lines belong to the header alone and the document stays filed: what files it, and the class by which it
 * was filed, may not be taken back.
 */
export function isHeaderChange(
  before: Side,
  after: Side,
  hunk: Hunk,
  documentClass: DocumentClass,
  policy: Policy,
): boolean {
  const changed = changedFields(before, after, hunk);
  if (changed === undefined) return false;
  if (changed.some(({ folded }) => documentClass.fieldByKey.get(folded)?.type === "class")) return false;
  const conditions = documentClass.immutable?.when ?? [];
  const { fields } = after.parsed().header;
  return (
    conditions.length === 0 || conditions.some((each) => holdsAnywhere(each, fields, documentClass, policy))
  );
}

interface ChangedField {
  readonly folded: string;
  /** Undefined for a field that was removed. */
  readonly now: string | undefined;
}

/** The fields that the lines of a change hold and that differ; undefined when the lines hold anything else. */
function changedFields(before: Side, after: Side, hunk: Hunk): readonly ChangedField[] | undefined {
  const old = fieldsIn(before, hunk.before);
  const now = fieldsIn(after, hunk.after);
  if (old === undefined || now === undefined) return undefined;
  const changed: ChangedField[] = [];
  for (const field of now) {
    if (!old.some((each) => isSame(each, field))) changed.push({ folded: field.folded, now: field.value });
  }
  for (const field of old) {
    if (!now.some((each) => each.folded === field.folded))
      changed.push({ folded: field.folded, now: undefined });
  }
  return changed;
}

function isSame(one: HeaderField, other: HeaderField): boolean {
  return one.folded === other.folded && one.value === other.value && one.key === other.key;
}

/** Undefined when a line that is not blank belongs to no field. */
function fieldsIn(side: Side, span: LineSpan): readonly HeaderField[] | undefined {
  const { fields, frontMatter } = side.parsed().header;
  const found = new Set<HeaderField>();
  for (let index = span.from; index < span.to; index++) {
    const line = side.lines[index];
    if (line === undefined || isBlank(line.content)) continue;
    const { start, end } = rangeOf(side, { from: index, to: index + 1 });
    const own = fields.filter((field) => field.lineRange.start < end && start < field.lineRange.end);
    const isFence = frontMatter !== undefined && start >= frontMatter.start && end <= frontMatter.end + 2;
    if (own.length === 0 && !(isFence && /^---\s*$/.test(line.content))) return undefined;
    // a line may hold more than its fields: the words in front of the first one
    if (own.length > 0 && !isFence && hasOtherWords(side, start, own)) return undefined;
    for (const field of own) found.add(field);
  }
  return [...found];
}

function hasOtherWords(side: Side, start: number, own: readonly HeaderField[]): boolean {
  const first = Math.min(...own.map((field) => field.keyRange.start));
  return first > start && /[\p{L}\p{N}]/u.test(side.text.slice(start, first));
}

function mayBe(field: MutableField, now: string | undefined): boolean {
  if (field.values.length === 0) return true;
  if (now === undefined) return false;
  return [headOfValue(now), plainValue(now)].some((value) => field.values.includes(foldKey(value)));
}
