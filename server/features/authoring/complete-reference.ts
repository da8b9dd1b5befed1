/** Paths within code spans, ids in prose behind their prefix, rules in comments. */

import { foldKey } from "../../base/fold";
import { nameOf } from "../../base/path-parts";
import { processOf } from "../../process/read-process";
import type { Action, GateItem } from "../../process/types";
import { GATE_WORD } from "../../process/vocabulary";
import { pathFromPolicy } from "../../workspace/govern";
import type { DocumentEntry, GovernedDocument } from "../../workspace/types";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { code, paragraphs, plain } from "./markdown";
import { isInCode } from "./process-places";
import { ruleItems } from "./rule-items";
import { lineAt } from "./target";

const MOST_ITEMS = 100;
/** An open code span in front of the cursor, without white space at its beginning; the targets of links are relative. */
const OPEN_PATH = /^[^`]*(?:`[^`]*`[^`]*)*`([^\s`()<>][^`()<>]*)?$/;
/** A shorter word is in every name. */
const LEAST_INSIDE = 2;

/** One folder at a time; a bare word also finds documents by their names. */
export function completePath(context: AuthoringContext): CompletionList | undefined {
  const { document, offset, workspace } = context;
  if (isInCode(context)) return undefined;
  const line = lineAt(document.text, offset);
  const match = OPEN_PATH.exec(line.text.slice(0, offset - line.start));
  if (match === null) return undefined;
  const typed = match[1] ?? "";
  // a slash in front means the repository, too
  const lead = typed.startsWith("/") ? "/" : "";
  const folder = typed.slice(lead.length, typed.lastIndexOf("/") + 1);
  const wanted = typed.slice(lead.length + folder.length).toLowerCase();
  const root = pathFromPolicy(document.policy, folder);
  const base = pathFromPolicy(document.policy, "");
  const folders = new Set<string>();
  const documents: { readonly entry: DocumentEntry; readonly rank: number }[] = [];
  for (const { entry } of workspace.documents()) {
    if (entry.path === document.path || !entry.path.startsWith(root)) continue;
    const slash = entry.path.indexOf("/", root.length);
    // what lies deeper than the folder that is typed counts for its name's sake alone
    if (folder !== "" && slash >= 0 && folders.has(entry.path.slice(root.length, slash))) continue;
    const rest = entry.path.slice(root.length).toLowerCase();
    if (slash >= 0 && rest.startsWith(wanted)) folders.add(entry.path.slice(root.length, slash));
    const rank = slash < 0 && rest.startsWith(wanted) ? 0 : folder === "" ? rankOf(rest, wanted) : undefined;
    if (rank !== undefined) documents.push({ entry, rank });
  }
  const items = [
    ...[...folders]
      .sort()
      .map((name) => word(`${lead}${folder}${name}/`, "folder", "", "A folder with documents.")),
    ...documents
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST_ITEMS)
      .map(({ entry }) => documentItem(entry, `${lead}${entry.path.slice(base.length)}`)),
  ];
  if (items.length === 0) return undefined;
  const behind = /^[^`\s]*(?=`)/.exec(line.text.slice(offset - line.start))?.[0] ?? "";
  return {
    range: { start: offset - typed.length, end: offset + behind.length },
    items: items.slice(0, MOST_ITEMS),
    isIncomplete: true,
  };
}

/** Names that begin with the word come first, then those that hold it. */
function rankOf(path: string, wanted: string): number | undefined {
  const name = nameOf(path);
  if (wanted === "") return undefined;
  if (name.startsWith(wanted)) return 1;
  return wanted.length >= LEAST_INSIDE && name.includes(wanted) ? 2 : undefined;
}

/** With its state and version beside it, and its title and owner as documentation. */
export function documentItem(entry: DocumentEntry, path: string): Completion {
  const detail = [entry.state, entry.version].filter(Boolean).join(" · ");
  const owner = entry.owner === undefined ? "" : ` · ${plain(entry.owner)}`;
  return word(path, "document", detail, `${plain(entry.title ?? path)}${owner}`);
}

/** `A-`, `BLG-T`, `G1.`, `A1`, `R.`: capitals with a hyphen, a digit or a dot behind them. */
const ID_SO_FAR =
  /(?<![\p{L}\p{N}./-])(?:[A-Z][A-Z0-9]*-[A-Z0-9.-]*|[A-Z]{1,3}\d[\d.]*|[A-Z]{1,2}\.\d*|\d{1,3}\.\d*)$/u;
const GATE_SO_FAR = new RegExp(`(?<![\\p{L}\\p{N}])${GATE_WORD}s?[ \\t]+([\\p{L}\\d.]*)$`, "iu");

/** Ids of actions and work items behind their prefix, and gates behind the word for them. */
export function completeId(context: AuthoringContext): CompletionList | undefined {
  const { document, offset, workspace } = context;
  if (isInCode(context)) return undefined;
  const line = lineAt(document.text, offset);
  const before = line.text.slice(0, offset - line.start);
  const gate = GATE_SO_FAR.exec(before)?.[1];
  if (gate !== undefined) return gateList(gate, context);
  const typed = ID_SO_FAR.exec(before)?.[0];
  if (typed === undefined) return undefined;
  const found = new Map<string, Completion>();
  /** `explain` is asked of what is offered only: there may be thousands of others. */
  const offer = (id: string | undefined, explain: () => { detail: string; documentation: string }): void => {
    if (!id?.startsWith(typed) || found.has(id)) return;
    const { detail, documentation } = explain();
    found.set(id, { ...word(id, "id", detail), documentation });
  };
  const own = processOf(document);
  for (const { action } of own.rows)
    offer(action.id, () => ({ detail: action.text, documentation: describeAction(action) }));
  for (const { items } of own.gates)
    for (const { item } of items)
      offer(item.id, () => ({ detail: item.title, documentation: describeItem(item) }));
  const folded = foldKey(typed);
  // a bare number is a gate item's or a version, and no work item is meant by it
  if (!/^\d/.test(typed))
    for (const [id, paths] of workspace.workItems()) {
      if (found.size >= MOST_ITEMS) break;
      if (!id.startsWith(folded)) continue;
      for (const { process, entry } of paths.flatMap((path) => workspace.find(path) ?? []))
        offer(process.workItem, () => {
          const detail = process.workItemTitle ?? entry.title ?? "";
          return { detail, documentation: `${plain(detail)}  \n${code(entry.path)}` };
        });
    }
  const items = [...found.values()].filter(({ label }) => label !== typed);
  return items.length === 0
    ? undefined
    : { range: { start: offset - typed.length, end: offset }, items, isIncomplete: found.size >= MOST_ITEMS };
}

/** The document's own gates and their items, else those of the lifecycles. */
function gateList(typed: string, { document, offset }: AuthoringContext): CompletionList | undefined {
  const items = gateItems(document).filter(({ label }) =>
    label.toLowerCase().startsWith(typed.toLowerCase()),
  );
  if (items.length === 0 || items.some(({ label }) => label === typed)) return undefined;
  return { range: { start: offset - typed.length, end: offset }, items, isIncomplete: false };
}

export function gateItems(document: GovernedDocument): readonly Completion[] {
  const { gates } = processOf(document);
  const own = gates.flatMap(({ gate, items }) => [
    ...(gate.gate === ""
      ? []
      : [word(gate.gate, "id", gate.title, paragraphs([plain(gate.title), gate.status]))]),
    ...items.flatMap(({ item }) =>
      item.id === "" ? [] : [word(item.id, "id", item.title, describeItem(item))],
    ),
  ]);
  if (own.length > 0) return own;
  return document.policy.process.lifecycles.flatMap(({ name, gates: each }) =>
    each.map((gate) => word(gate.name, "id", name, `${plain(gate.from)} → ${plain(gate.to)}`)),
  );
}

function describeItem({ title, status, missing }: GateItem): string {
  return paragraphs([plain(title), missing.length === 0 ? status : `${status}: lacks ${missing.join(", ")}`]);
}

export function describeAction({ text, owners, due, dueText }: Action): string {
  return paragraphs([
    plain(text),
    [...owners, due ?? dueText]
      .filter((part) => part !== "")
      .map(plain)
      .join(" · "),
  ]);
}

const RULES_SO_FAR = /<!--[ \t]*docket-disable(?:-next-line)?[ \t](?:[^:>]*[\s,])?([\w/*-]*)$/;

/** Ids of rules in a comment that accepts a finding, before the colon that its reason follows. */
export function completeRule(context: AuthoringContext): CompletionList | undefined {
  const { document, offset } = context;
  if (isInCode(context)) return undefined;
  const line = lineAt(document.text, offset);
  const typed = RULES_SO_FAR.exec(line.text.slice(0, offset - line.start))?.[1];
  if (typed === undefined) return undefined;
  const rest = /^[\w/*-]*/.exec(line.text.slice(offset - line.start))?.[0] ?? "";
  return {
    range: { start: offset - typed.length, end: offset + rest.length },
    items: ruleItems(),
    isIncomplete: false,
  };
}
