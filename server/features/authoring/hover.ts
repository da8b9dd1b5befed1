/** What a reader wants to know of the thing under the pointer, as Markdown in the policy's words. */
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import { resolveClassName } from "../../policy/resolve-class-name";
import type { FieldPolicy, Policy } from "../../policy/types";
import type { Action } from "../../process/types";
import { highestEntry } from "../../rules/change-log";
import { findState } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { findClass } from "../document-status";
import type { AuthoringContext } from "./context";
import { describeClass, describeField, describeState } from "./describe-policy";
import { findActions } from "./find-actions";
import { code, count, listCode, paragraphs, plain } from "./markdown";
import { findRole } from "./roles";
import { describeRule } from "./rule-items";
import { ownerAt, type Target, targetAt } from "./target";

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** Undefined where there is nothing to tell. */
export function hoverAt(context: AuthoringContext): Hover | undefined {
  const target = targetAt(context);
  const lines = target && describe(target, context);
  if (target === undefined || lines === undefined) return undefined;
  return { range: target.range, markdown: paragraphs(lines) };
}

function describe(target: Target, context: AuthoringContext): readonly string[] | undefined {
  switch (target.kind) {
    case "key":
      return describeField(target.field, context.document.classification?.class, context.document.policy);
    case "value":
      return describeValue(target.field, target.written.value, context);
    case "document":
      return describeDocument(target.path, context);
    case "id":
      return describeId(target.id, context);
    case "cell": {
      const owner = target.column === "owner" ? ownerAt(target.row, target.range, context) : undefined;
      return owner === undefined ? undefined : describeRole(owner, context);
    }
    case "rule": {
      const told = describeRule(target.id, context.document.policy);
      return told === undefined ? undefined : [told];
    }
  }
}

function describeValue(
  field: FieldPolicy,
  value: string,
  context: AuthoringContext,
): readonly string[] | undefined {
  const { document } = context;
  const documentClass = document.classification?.class;
  if (documentClass === undefined || value === "") return undefined;
  if (field.type === "state") {
    const state = findState(value, documentClass);
    return state && describeState(state, documentClass);
  }
  if (field.type === "class") {
    const named = resolveClassName(value, document.policy);
    return named.kind === "class" ? describeClass(named.class) : undefined;
  }
  if (field.type === "role") return describeRole(plainValue(value), context);
  return undefined;
}

/** The charter's scope, to whom the role reports, and what the role has. */
function describeRole(name: string, context: AuthoringContext): readonly string[] | undefined {
  const { document, workspace } = context;
  const role = findRole(name, workspace, document.policy);
  if (role === undefined) return undefined;
  const charter = role.charter === undefined ? undefined : workspace.read(role.charter);
  const owned = [count(role.documents, "document"), count(role.actions, "open action")];
  return [
    `**${plain(role.name)}**`,
    ...(charter === undefined ? ["No charter defines this role."] : describeCharter(charter)),
    `Owns ${owned.join(" and ")}.`,
    role.charter === undefined ? "" : `Charter: ${code(role.charter)}`,
  ];
}

/** The charter's own fields: all but those that every document has, and who it is about. */
function describeCharter(charter: GovernedDocument): string[] {
  const documentClass = charter.classification?.class;
  const told: readonly string[] = ["scope", "reports to"];
  return told.flatMap((key) => {
    const field = documentClass?.fieldByKey.get(key);
    const value = field && charter.fieldOf(field)?.value;
    return field === undefined || value === undefined || value === ""
      ? []
      : [`${plain(field.name)}: ${plain(plainValue(value))}`];
  });
}

function describeDocument(
  path: string,
  { workspace, document }: AuthoringContext,
): readonly string[] | undefined {
  const entry = workspace.find(path)?.entry;
  if (entry === undefined) return undefined;
  const documentClass = findClass(document.policy, entry.classId, entry.kind);
  const facts = [documentClass?.title, entry.state, entry.version && `v${entry.version.replace(/^v/i, "")}`];
  const log = newestEntry(workspace.read(path));
  return [
    `**${plain(entry.title ?? path)}**`,
    facts.flatMap((fact) => (fact ? [plain(fact)] : [])).join(" · "),
    entry.owner === undefined ? "" : `Owner: ${plain(entry.owner)}`,
    log ?? "",
    code(path),
  ];
}

/** `1.3 of 2026-02-10: Ranges corrected` */
function newestEntry(document: GovernedDocument | undefined): string | undefined {
  const log = document?.changeLog();
  const first = log && highestEntry(log);
  if (document === undefined || first === undefined) return undefined;
  const words = document.text
    .slice(first.lineRange.start, first.lineRange.end)
    .replaceAll(/[|\s]+/g, " ")
    .trim();
  return `Last change: ${plain(shorten(words))}`;
}

const LONGEST = 160;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
}

/** The row of the action that goes by the id: its document's own, else that of another one. */
function describeId(id: string, context: AuthoringContext): readonly string[] | undefined {
  const [first, ...others] = findActions(id, context);
  if (first === undefined) return describeWorkItem(id, context);
  const { action, path } = first;
  const due = action.due ?? action.dueText;
  return [
    `**${plain(id)}** · ${statusName(action, context.document.policy)}`,
    plain(action.text),
    [
      action.owners.length === 0 ? "Nobody is named" : plain(action.owners.join(" + ")),
      due === "" ? "no deadline" : plain(due),
      action.blockedOn.length === 0 ? "" : `waits for ${listCode(action.blockedOn)}`,
    ]
      .filter((part) => part !== "")
      .join(" · "),
    `${code(path)}${others.length === 0 ? "" : `, and ${count(others.length, "document")} more`}`,
  ];
}

function describeWorkItem(id: string, { workspace }: AuthoringContext): readonly string[] | undefined {
  const key = foldKey(id);
  const own = [...workspace.documents()].filter(
    ({ process }) => process.workItem !== undefined && foldKey(process.workItem) === key,
  );
  const main = own.find(({ process }) => process.gates.length > 0) ?? own[0];
  if (main === undefined) return undefined;
  const { process, entry } = main;
  return [
    `**${plain(id)}** · ${plain(process.workItemTitle ?? entry.title ?? "")}`,
    process.state === undefined ? "" : `State: ${code(process.state)}`,
    own
      .map(({ entry: each }) => code(each.path))
      .slice(0, MOST_PATHS)
      .join("  \n"),
  ];
}

const MOST_PATHS = 5;

/** The policy's first word for the status. */
function statusName({ status }: Action, { process }: Policy): string {
  return process.actionStatuses[status][0] ?? status;
}
