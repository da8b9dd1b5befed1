/** Which role a charter defines. */
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import { isUnset } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { ROLE_FIELD } from "./vocabulary";
import { titleBehindKind } from "./work-item";

/**
 * The role that the header names as such, else the one that the title names: who owns the charter may be another one.
 * An owner in whose name the title stands, or the other way round, tells the role's whole name. Undefined for a document
 * of a class without charters, and where nothing is named.
 */
export function charteredRole(document: GovernedDocument): string | undefined {
  const { classification, parsed, policy } = document;
  if (classification?.class.charter !== true) return undefined;
  const stated = (value: string | undefined): string | undefined =>
    value === undefined || isUnset(value, policy) ? undefined : plainValue(headOfValue(value));
  const role = stated(parsed.header.fields.find(({ folded }) => folded === ROLE_FIELD)?.value);
  if (role !== undefined) return role;
  const field = classification.class.fields.find(({ type }) => type === "role");
  const owner = stated(field && document.fieldOf(field)?.value);
  const title = titleBehindKind(document);
  if (title === undefined || policy.isTemplateMark(title)) return owner;
  return owner !== undefined && isPartOf(foldKey(owner), foldKey(title)) ? owner : title;
}

function isPartOf(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one) || other.endsWith(one);
}
