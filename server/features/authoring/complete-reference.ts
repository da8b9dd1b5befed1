/** Paths within code spans and link targets, and ids in prose behind their prefix. */
import { pathFromPolicy } from "../../workspace/govern";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { lineAt } from "./target";

const MOST_ITEMS = 100;
/** An open code span or link target in front of the cursor, without white space at its beginning. */
const OPEN_PATH = /(?:^[^`]*(?:`[^`]*`[^`]*)*`|\]\(<?)([^\s`()<>][^`()<>]*)?$/;

/** One folder at a time; a bare word also finds documents by their names. */
export function completePath(context: AuthoringContext): CompletionList | undefined {
  const { document, offset, workspace } = context;
  if (isInFence(context)) return undefined;
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
        documentation: entry.title ?? "",
      });
  }
  const items = [...[...folders].sort().map((name) => word(`${folder}${name}/`, "folder", "")), ...documents];
  if (items.length === 0) return undefined;
  return {
    range: { start: offset - typed.length, end: offset },
    items: items.slice(0, MOST_ITEMS),
    isIncomplete: true,
  };
}

/** `A-`, `BLG-T`: a word in capitals with a hyphen, or the word for a gate's number in the register. */
const ID_SO_FAR = /(?<![\p{L}\p{N}./-])[A-Z][A-Z0-9]*-[A-Z0-9-]*$/u;

export function completeId(context: AuthoringContext): CompletionList | undefined {
  const { document, offset, workspace } = context;
  if (isInFence(context)) return undefined;
  const line = lineAt(document.text, offset);
  const typed = ID_SO_FAR.exec(line.text.slice(0, offset - line.start))?.[0];
  if (typed === undefined) return undefined;
  const found = new Map<string, Completion>();
  const offer = (id: string | undefined, text: string): void => {
    if (id?.startsWith(typed) && !found.has(id)) found.set(id, word(id, "id", text));
  };
  const own = workspace.find(document.path);
  for (const action of own?.process.actions ?? []) offer(action.id, action.text);
  for (const { process, entry } of workspace.documents()) {
    offer(process.workItem, process.workItemTitle ?? entry.title ?? "");
    if (found.size >= MOST_ITEMS) break;
  }
  const items = [...found.values()].filter(({ label }) => label !== typed);
  return items.length === 0
    ? undefined
    : { range: { start: offset - typed.length, end: offset }, items, isIncomplete: found.size >= MOST_ITEMS };
}

/** Code is nobody's prose. */
function isInFence({ document, offset }: AuthoringContext): boolean {
  return document.parsed.blocks.some(
    ({ kind, range }) =>
      (kind === "fence" || kind === "indented-code") && offset > range.start && offset < range.end,
  );
}
