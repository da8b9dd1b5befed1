/** The values that a header field may have, by its type, each explained. */
import { parseDate } from "../../base/date";
import { foldKey } from "../../base/fold";
import { folderOf, nameOf } from "../../base/path-parts";
import { plainValue } from "../../base/plain-value";
import { compareVersions, parseVersion } from "../../base/version";
import type { DocumentClass, FieldPolicy, Policy, StatePolicy } from "../../policy/types";
import { WORK_ITEM_FIELDS } from "../../process/vocabulary";
import { highestEntry } from "../../rules/change-log";
import { stateIn } from "../../rules/state-changes";
import { findState } from "../../workspace/field-values";
import { pathWithin } from "../../workspace/govern";
import type { DocumentEntry, GovernedDocument } from "../../workspace/types";
import { findClass } from "../document-status";
import type { DocumentFacts } from "../open-actions";
import { documentItem } from "./complete-reference";
import { type Completion, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { describeClass, describeState } from "./describe-policy";
import { code, count, paragraphs, plain } from "./markdown";
import { roleItems } from "./role-items";

/** What is offered of the many documents and work items there may be. */
export const MOST_VALUES = 100;

/** In the order in which they are offered; `typed` narrows what there may be thousands of. */
export function valuesOf(
  field: FieldPolicy,
  documentClass: DocumentClass,
  context: AuthoringContext,
  typed = "",
): readonly Completion[] {
  const { document } = context;
  const why = plain(field.why ?? "");
  if (field.values.length > 0) return field.values.map((value) => word(value, "value", field.name, why));
  switch (field.type) {
    case "state":
      return stateItems(field, documentClass, context);
    case "class":
      return document.policy.classes.map((each) =>
        word(each.name, "class", each.title, paragraphs(describeClass(each))),
      );
    case "role":
      return roleItems(context);
    case "date":
      return dateItems(field, context);
    case "version":
      return versionItems(field, document);
    case "path":
      return documentItems(context, typed);
  }
  if (field.keys.some((key) => WORK_ITEM_FIELDS.includes(key))) return workItems(context, typed);
  if (documentClass.states.some(({ successor }) => successor?.keys.includes(field.keys[0] ?? "")))
    return documentItems(context, typed);
  return field.default === undefined ? [] : [word(field.default, "value", "as the policy proposes", why)];
}

/**
 * The present state and those that may follow it, in the policy's order. What counts is the state in which the document
 * was filed or committed: what is typed since is a step from there.
 */
function stateItems(
  field: FieldPolicy,
  documentClass: DocumentClass,
  { document, baseline }: AuthoringContext,
): readonly Completion[] {
  const written = document.fieldOf(field)?.value;
  const before = baseline === undefined ? undefined : stateIn(baseline, documentClass, document.policy);
  const from = stateNamed(before, documentClass) ?? stateNamed(written, documentClass);
  const { states } = documentClass;
  const legal =
    from === undefined ? states : states.filter(({ name }) => name === from.name || from.next.includes(name));
  return legal.map((state) => {
    const since = before === undefined ? "as it is" : "as committed";
    const detail = from === undefined ? "" : state.name === from.name ? since : `after ${from.name}`;
    return word(state.name, "state", detail, paragraphs(describeState(state, documentClass)));
  });
}

function stateNamed(value: string | undefined, documentClass: DocumentClass): StatePolicy | undefined {
  return value === undefined ? undefined : findState(value, documentClass);
}

/** Today, then the dates of the document and of those beside it, the newest first. */
function dateItems(field: FieldPolicy, context: AuthoringContext): readonly Completion[] {
  const { document, today } = context;
  const dates = new Map([[today, "today"]]);
  const add = (value: string | undefined, detail: string): void => {
    const iso = value === undefined ? undefined : parseDate(plainValue(value))?.iso;
    if (iso !== undefined && !dates.has(iso)) dates.set(iso, detail);
  };
  for (const { value, key, folded } of document.parsed.header.fields)
    if (!field.keys.includes(folded)) add(value, key);
  for (const neighbour of neighbours(context)) {
    const same = neighbour.classification?.class.fields.find((each) => each.name === field.name);
    add(same && neighbour.fieldOf(same)?.value, `as in ${nameOf(neighbour.path)}`);
  }
  const found = [...dates].map(([iso, detail]) =>
    word(iso, "date", detail, detail === "today" ? "Today's date." : `${plain(detail)}: ${plain(iso)}`),
  );
  return field.default === undefined ? found : [...found, defaultItem(field, field.default)];
}

function defaultItem(field: FieldPolicy, value: string): Completion {
  return word(value, "value", "as the policy proposes", plain(field.why ?? ""));
}

/** Reading documents costs: a few in the same folder tell what is usual there. */
const MOST_NEIGHBOURS = 3;

/** By the workspace as one request sees it: several fields of a header ask for them. */
const known = new WeakMap<AuthoringContext["workspace"], readonly GovernedDocument[]>();

function neighbours({ document, workspace }: AuthoringContext): readonly GovernedDocument[] {
  let found = known.get(workspace);
  if (found === undefined) {
    found = findNeighbours(document.path, workspace);
    known.set(workspace, found);
  }
  return found;
}

function findNeighbours(path: string, workspace: AuthoringContext["workspace"]): readonly GovernedDocument[] {
  const found: GovernedDocument[] = [];
  for (const each of workspace.inFolder(folderOf(path))) {
    if (found.length === MOST_NEIGHBOURS) break;
    if (each === path || workspace.find(each)?.entry.classId === undefined) continue;
    const neighbour = workspace.read(each);
    if (neighbour !== undefined) found.push(neighbour);
  }
  return found;
}

/** What the change log says already, then the next minor and the next major version, spelled as the present one. */
function versionItems(field: FieldPolicy, document: GovernedDocument): readonly Completion[] {
  const written = document.fieldOf(field)?.value ?? "";
  const v = /^v/i.exec(plainValue(written))?.[0] ?? "";
  const version = parseVersion(plainValue(written));
  const log = document.changeLog();
  const newest = log && highestEntry(log)?.version;
  const isBehind = newest !== undefined && (version === undefined || compareVersions(newest, version) > 0);
  const inLog = isBehind
    ? [word(`${v}${newest.text}`, "version", "as in the change log", "The newest version of the change log.")]
    : [];
  if (version === undefined)
    return isBehind
      ? inLog
      : [word("1.0", "version", "the first version", "The first version of a document.")];
  const [major = 0, minor = 0, patch] = version.numbers;
  const end = patch === undefined ? "" : ".0";
  const item = (numbers: string, what: string, text: string): Completion =>
    word(`${v}${numbers}`, "version", `next ${what} version`, text);
  return [
    ...inLog,
    ...(patch === undefined ? [] : [item(`${major}.${minor}.${patch + 1}`, "patch", "For a correction.")]),
    item(`${major}.${minor + 1}${end}`, "minor", "For what is added or made clearer."),
    item(`${major + 1}.0${end}`, "major", "For what changes the meaning."),
  ].filter(({ label }, index, all) => all.findIndex((each) => each.label === label) === index);
}

/** Documents that others may rely on come first: those of versioned classes, in a state that something may follow. */
function documentItems(context: AuthoringContext, typed: string): readonly Completion[] {
  const { document, workspace } = context;
  const wanted = typed.replaceAll("`", "").toLowerCase();
  const found: DocumentEntry[][] = [[], [], [], []];
  for (const { entry } of workspace.documents()) {
    if (found[0]?.length === MOST_VALUES) break;
    if (entry.path === document.path || entry.classId === undefined) continue;
    if (wanted === "" || entry.path.toLowerCase().includes(wanted))
      found[rankOf(entry, document.policy)]?.push(entry);
  }
  const isCode =
    typed.startsWith("`") || document.parsed.header.fields.every(({ form }) => form !== "front-matter");
  return found
    .flat()
    .slice(0, MOST_VALUES)
    .map((entry) => {
      const path = pathWithin(document.policy, entry.path);
      const filter = typed.startsWith("`") ? code(path) : path;
      return { ...documentItem(entry, path), text: isCode ? code(path) : path, filter };
    });
}

/** From 0, the first to be offered, to 3. */
function rankOf({ classId, kind, state: written }: DocumentEntry, policy: Policy): number {
  const documentClass = findClass(policy, classId, kind);
  const state = documentClass?.states.find(({ name }) => name === written);
  const isCurrent = state === undefined || (state.next.length > 0 && state.successor === undefined);
  const isCited = documentClass?.changeLog !== undefined && !documentClass.charter;
  return (isCited ? 0 : 2) + (isCurrent ? 0 : 1);
}

/** `7.1 — Tide tables`: the work items that documents belong to, what stands in the document's own name first. */
function workItems({ document, workspace }: AuthoringContext, typed: string): readonly Completion[] {
  const wanted = typed.toLowerCase();
  const name = foldKey(nameOf(document.path));
  const isOwn = (id: string): number => Number(!name.startsWith(id));
  const found: DocumentFacts[] = [];
  for (const [, paths] of [...workspace.workItems()].sort(([a], [b]) => isOwn(a) - isOwn(b))) {
    if (found.length === MOST_VALUES) break;
    const all = paths.flatMap((path) => workspace.find(path) ?? []);
    const meant = all.filter(({ process: { workItem, workItemTitle } }) =>
      `${workItem} ${workItemTitle ?? ""}`.toLowerCase().includes(wanted),
    );
    const facts = meant.find(({ process }) => process.gates.length > 0) ?? meant[0];
    if (facts !== undefined) found.push(facts);
  }
  return found.map(({ process, entry }) => {
    const id = process.workItem ?? "";
    const title = process.workItemTitle ?? entry.title;
    const open = process.closed ? "closed" : count(process.actions.length, "action");
    return word(
      title === undefined ? id : `${id} — ${title}`,
      "id",
      process.state ?? "",
      `${code(entry.path)}: ${open}`,
    );
  });
}
