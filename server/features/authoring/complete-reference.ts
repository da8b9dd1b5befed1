/** Paths within code spans and link targets, ids in prose behind their prefix, rules in comments. */
import { processOf } from "../../process/read-process";
import type { Action, GateItem } from "../../process/types";
import { GATE_WORD } from "../../process/vocabulary";
import { pathFromPolicy } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { code, paragraphs, plain } from "./markdown";
import { isInCode } from "./process-places";
import { ruleItems } from "./rule-items";
import { lineAt } from "./target";

const MOST_ITEMS = 100;
/** An open code span or link target in front of the cursor, without white space at its beginning. */
const OPEN_PATH = /(?:^[^`]*(?:`[^`]*`[^`]*)*`|\]\(<?)([^\s`()<>][^`()<>]*)?$/;

/** One folder at a time; a bare word also finds documents by their names. */
export function completePath(context: AuthoringContext): CompletionList | undefined {
  const { document, offset, workspace } = context;
  if (isInCode(context)) return undefined;
  const line = lineAt(document.text, offset);
  const before = line.text.slice(0, offset - line.start);
  const match = OPEN_PATH.exec(before);
  if (match === null) return undefined;
  const typed = match[1] ?? "";
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  const wanted = typed.slice(folder.length).toLowerCase();
  const root = pathFromPolicy(document.policy, folder);
  const base = pathFromPolicy(document.policy, "");
  const folders = new Set<string>();
  const documents: Completion[] = [];
  for (const { entry } of workspace.documents()) {
    if (entry.path === document.path || !entry.path.startsWith(root)) continue;
    const rest = entry.path.slice(root.length);
    const slash = rest.indexOf("/");
    const name = slash < 0 ? rest : rest.slice(rest.lastIndexOf("/") + 1);
    if (slash >= 0 && rest.toLowerCase().startsWith(wanted)) folders.add(rest.slice(0, slash));
    const isNamed = wanted !== "" && folder === "" && name.toLowerCase().includes(wanted);
    if ((slash < 0 && rest.toLowerCase().startsWith(wanted)) || isNamed)
      documents.push({
        ...word(
          entry.path.slice(base.length),
          "document",
          [entry.state, entry.version].filter(Boolean).join(" · "),
        ),
        documentation: `${plain(entry.title ?? entry.path)}${entry.owner === undefined ? "" : ` · ${plain(entry.owner)}`}`,
      });
  }
  const items = [
    ...[...folders].sort().map((name) => word(`${folder}${name}/`, "folder", "", "A folder with documents.")),
    ...documents,
  ];
  if (items.length === 0) return undefined;
  return {
    range: { start: offset - typed.length, end: offset },
    items: items.slice(0, MOST_ITEMS),
    isIncomplete: true,
  };
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
  const offer = (id: string | undefined, detail: string, documentation: string): void => {
    if (id?.startsWith(typed) && !found.has(id)) found.set(id, { ...word(id, "id", detail), documentation });
  };
  const own = processOf(document);
  for (const { action } of own.rows) offer(action.id, action.text, describeAction(action));
  for (const { items } of own.gates)
    for (const { item } of items) offer(item.id, item.title, describeItem(item));
  // a bare number is a gate item's or a version, and no work item is meant by it
  if (!/^\d/.test(typed))
    for (const { process, entry } of workspace.documents()) {
      const title = process.workItemTitle ?? entry.title ?? "";
      offer(process.workItem, title, `${plain(title)}  \n${code(entry.path)}`);
      if (found.size >= MOST_ITEMS) break;
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
