/** Where an id means one thing: everywhere, or within a work item, whose actions and gates are numbered for themselves. */
import type { Range } from "../../base/range";
import { mayBeItem } from "../../process/mentions";
import { shapeOfId } from "../../process/scan-mentions";
import { GATE_WORD } from "../../process/vocabulary";
import type { DocumentFacts } from "../open-actions";
import type { AuthoringContext, AuthoringWorkspace } from "./context";

export interface IdScope {
  /** Of each document: the scope in which it mentions the id; undefined where it may mean one of several. */
  readonly of: (document: DocumentFacts) => string | undefined;
  /** Words with which the titles of the work items that go by the id begin; none where it is no work item's. */
  readonly titles: ReadonlySet<string>;
  readonly isWorkItem: boolean;
  /** Documents that have an action, a gate or an item of this id. */
  readonly definers: readonly DocumentFacts[];
}

/** What is numbered nowhere, or is a work item: the same for all documents. */
const EVERYWHERE = "";

export function scopeOfId(id: string, { ofWorkItem, find, mentions }: AuthoringWorkspace): IdScope {
  const key = id.toLowerCase();
  const titles = new Set<string>();
  let isWorkItem = false;
  for (const path of ofWorkItem(id)) {
    const { workItem, workItemTitle = "" } = find(path)?.process ?? {};
    if (workItem?.toLowerCase() !== key) continue;
    isWorkItem = true;
    const [first] = workItemTitle.split(" ");
    if (first !== undefined && first !== "") titles.add(first.toLowerCase());
  }
  const known = isWorkItem ? [] : mentions.withId(id).flatMap((path) => find(path) ?? []);
  const definers = known.filter((document) => defines(document, key));
  const scopes = new Set(definers.map(ownScope));
  const [only = EVERYWHERE] = scopes;
  const of = (document: DocumentFacts): string | undefined => {
    const own = ownScope(document);
    if (scopes.has(own)) return own;
    return scopes.size > 1 ? undefined : only;
  };
  return { of, titles, isWorkItem, definers };
}

/** `Gate item 3.1` is none of work. */
const OTHER_ITEM = new RegExp(`(?:${GATE_WORD}|action)\\s+items?\\W{1,6}$`, "i");
const LONGEST_LEAD = 24;

/** True where a number is said as the name of a work item, whatever else of the document goes by it: `Item 3.1`. */
export function namesWorkItem(
  { id, range }: { readonly id: string; readonly range: Range },
  { document, workspace }: AuthoringContext,
): boolean {
  const before = document.text.slice(Math.max(0, range.start - LONGEST_LEAD), range.start);
  if (shapeOfId(id) !== "numbered" || OTHER_ITEM.test(before)) return false;
  const { isWorkItem, titles } = scopeOfId(id, workspace);
  return isWorkItem && mayBeItem(document.text, range.start, id, titles);
}

/** A document without a work item stands for itself. */
export function ownScope({ entry, process }: DocumentFacts): string {
  return process.workItem?.toLowerCase() ?? entry.path;
}

function defines({ process }: DocumentFacts, key: string): boolean {
  return (
    process.actions.some(({ id }) => id?.length === key.length && id.toLowerCase() === key) ||
    process.gates.some(
      ({ gate, items }) => gate.toLowerCase() === key || items.some((item) => item.id.toLowerCase() === key),
    )
  );
}
