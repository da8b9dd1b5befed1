/** Which role a charter defines. */
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import { isUnset } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { ROLE_FIELD } from "./vocabulary";
import { titleBehindKind } from "./work-item";

/**
 * The role that the header names as such, else the one that the title names: who owns the charter may be another one.
 * Undefined for a document of a class without charters, and where nothing is named.
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
  const title = titleBehindKind(document)?.replace(CHARTER, "").trim() ?? "";
  if (title === "" || policy.isTemplateMark(title)) return owner;
  return owner !== undefined && isMeantBy(title, owner) ? owner : title;
}

/** `Charter: QA Lead`, `QA Lead Charter`, `QA Lead — Role Charter`. */
const CHARTER =
  /^(?:role\s+)?charter(?:\s*[—–:-]\s*|\s+of\s+(?:the\s+)?|$)|(?:\s*[—–:-]\s*|\s+|^)\(?(?:role\s+)?charter\)?$/giu;

/** True where the title is the beginning of the owner's name, or the name and a remark behind a dash. */
function isMeantBy(title: string, owner: string): boolean {
  const [named, whole] = [foldKey(owner), foldKey(title)];
  const [head = ""] = title.split(/\s+[—–-]\s+|:\s+/);
  return named.startsWith(`${whole} `) || foldKey(head) === named;
}
