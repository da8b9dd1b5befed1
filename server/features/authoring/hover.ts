/** What a reader wants to know of the thing under the pointer, as Markdown in the policy's words. */
import { foldKey } from "../../base/fold";
import { headOfValue, plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { HeaderField } from "../../document/types";
import { resolveClassName } from "../../policy/resolve-class-name";
import type { FieldPolicy } from "../../policy/types";
import { findPolicyGate } from "../../process/gate-name";
import { splitOwners } from "../../process/owners";
import { processOf } from "../../process/read-process";
import { GATE_WORD } from "../../process/vocabulary";
import { highestEntry } from "../../rules/change-log";
import { findState } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { findClass } from "../document-status";
import type { AuthoringContext } from "./context";
import { describeCitation } from "./describe-citation";
import { describeClass, describeField, describeState } from "./describe-policy";
import { describeCell, describeProcessAt, statusName } from "./describe-process";
import { findActions } from "./find-actions";
import { decisionsMeant, type PlacedDecision } from "./find-decisions";
import { namesWorkItem } from "./id-scope";
import { code, count, listCode, paragraphs, plain, shorten } from "./markdown";
import { resolveDocument } from "./paths";
import { findRole } from "./roles";
import { describeRule } from "./rule-items";
import { ownerAt, type Target, targetAt } from "./target";

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** Where a reader may go on to; undefined where there is no such place. */
export interface HoverLinks {
  /** The URI of the first of these paths of keys that the policy files declare, else of the policy. */
  readonly policy: (names: readonly (readonly string[])[], policyPath: string) => string | undefined;
  /** The URI of the page on a rule. */
  readonly rule: (id: string) => string | undefined;
}

const NO_LINKS: HoverLinks = { policy: () => undefined, rule: () => undefined };

/** Undefined where there is nothing to tell. */
export function hoverAt(context: AuthoringContext, links: HoverLinks = NO_LINKS): Hover | undefined {
  const target = targetAt(context);
  const lines = target && describe(target, context, links);
  if (target !== undefined && lines !== undefined)
    return { range: target.range, markdown: paragraphs(lines) };
  const process = describeProcessAt(context);
  return process && { range: process.range, markdown: paragraphs(process.lines) };
}

function describe(
  target: Target,
  context: AuthoringContext,
  links: HoverLinks,
): readonly string[] | undefined {
  switch (target.kind) {
    case "key": {
      const { classification, policy } = context.document;
      const link = linkTo(links, context, ["fields", target.field.name]);
      return [...describeField(target.field, classification?.class, policy), link];
    }
    case "value":
      return describeValue(target.field, target.written, context, links);
    case "document":
      return describeDocument(target.path, context);
    case "citation":
      return describeCitation(target, context.workspace);
    case "id":
      return (
        (namesWorkItem(target, context) ? describeWorkItem(target.id, context) : undefined) ??
        describeId(target.id, context)
      );
    case "cell": {
      const owner = target.column === "owner" ? ownerAt(target.row, target.range, context) : undefined;
      return owner === undefined
        ? describeCell(target.row, target.column, context)
        : describeRole(owner, context);
    }
    case "rule": {
      const told = describeRule(target.id, context.document.policy);
      const page = links.rule(target.id);
      return told === undefined ? undefined : [told, page === undefined ? "" : `[The rule](<${page}>)`];
    }
  }
}

function describeValue(
  field: FieldPolicy,
  written: HeaderField,
  context: AuthoringContext,
  links: HoverLinks,
): readonly string[] | undefined {
  const { document } = context;
  const { value } = written;
  const documentClass = document.classification?.class;
  if (documentClass === undefined || value === "") return undefined;
  if (field.type === "state") {
    const state = findState(value, documentClass);
    if (state === undefined) return undefined;
    return [...describeState(state, documentClass), linkTo(links, context, ["states", state.name])];
  }
  if (field.type === "class") {
    const named = resolveClassName(value, document.policy);
    if (named.kind !== "class") return undefined;
    // the header names the class, its place the kind: what holds is that of both
    const meant = named.class.id === documentClass.id ? documentClass : named.class;
    const link = links.policy([["classes", meant.id]], document.policy.path);
    return [...describeClass(meant), link === undefined ? "" : `[Policy](<${link}>)`];
  }
  if (field.type === "version") {
    const change = newestEntry(document);
    return change === undefined ? undefined : [`**${plain(value)}**`, change];
  }
  if (field.type === "role") return describeRole(roleAt(written, context), context);
  const path = resolveDocument(headOfValue(value), document, context.workspace);
  return path === undefined ? undefined : describeDocument(path, context);
}

/** Of several roles the one under the cursor; a note behind a name is no part of it. */
function roleAt({ value, valueRange }: HeaderField, { document, offset }: AuthoringContext): string {
  const written = document.text.slice(valueRange.start, valueRange.end);
  const roles = splitOwners(value, document.policy);
  const meant = roles.find((role) => {
    const start = valueRange.start + written.indexOf(role);
    return start >= valueRange.start && offset >= start && offset <= start + role.length;
  });
  return headOfValue(meant ?? value);
}

/** To where the policy files declare something of the document's class, else to the class, else to the policy. */
function linkTo(
  links: HoverLinks,
  { document: { classification, policy } }: AuthoringContext,
  [map, name]: readonly [string, string],
): string {
  const documentClass = classification?.class;
  const top = documentClass === undefined ? [] : [["classes", documentClass.id]];
  const kind =
    documentClass?.kind === undefined ? [] : top.map((each) => [...each, "kinds", documentClass.kind ?? ""]);
  const own = [...kind, ...top].map((each) => [...each, map, name]);
  const uri = links.policy([...own, [map, name], ...top], policy.path);
  return uri === undefined ? "" : `[Policy](<${uri}>)`;
}

/** The charter's scope, to whom the role reports, and what the role has. */
function describeRole(name: string, context: AuthoringContext): readonly string[] | undefined {
  const { workspace } = context;
  const role = findRole(name, workspace);
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

/** The row of the action that goes by the id: its document's own, else that of another one. */
function describeId(id: string, context: AuthoringContext): readonly string[] | undefined {
  const actions = findActions(id, context);
  const [decided] = decisionsMeant(id, actions, context);
  const [first, ...others] = decided === undefined ? actions : [];
  if (first === undefined)
    return (
      describeGate(id, context) ?? (decided && describeDecision(id, decided)) ?? describeWorkItem(id, context)
    );
  const { action, path } = first;
  const due = action.due ?? action.dueText;
  return [
    `**${plain(id)}** · ${plain(statusName(action.status, context.document.policy))}`,
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

/** An item of a gate with what it lacks, or a gate with how far it is: of the document itself. */
function describeGate(id: string, { document }: AuthoringContext): readonly string[] | undefined {
  const key = foldKey(id);
  const { proofNames } = document.policy.process;
  for (const { gate, items } of processOf(document).gates) {
    const found = items.find(({ item }) => foldKey(item.id) === key)?.item;
    if (found !== undefined)
      return [
        `**${plain(found.id)}** · ${found.status}`,
        plain(found.title),
        found.missing.length === 0
          ? ""
          : `Lacks ${listCode(found.missing.map((proof) => proofNames[proof]))}.`,
      ];
    if (foldKey(gate.gate) !== key) continue;
    const way = findPolicyGate(gate.gate, document.policy.process);
    const passed = items.filter(({ item }) => item.status === "passed").length;
    return [
      `**${sentence(GATE_WORD)} ${plain(gate.gate)}** · ${gate.status.replace("-", " ")}`,
      // many are titled by their states
      way !== undefined && gate.title.includes(way.to) ? "" : plain(gate.title),
      way === undefined ? "" : `${code(way.from)} → ${code(way.to)}`,
      items.length === 0 ? "" : `${passed} of ${count(items.length, "item")} passed.`,
    ];
  }
  return undefined;
}

function describeDecision(id: string, { decision, path }: PlacedDecision): readonly string[] {
  return [`**${plain(id)}** · decision`, plain(decision.text), code(path)];
}

function describeWorkItem(id: string, { workspace }: AuthoringContext): readonly string[] | undefined {
  const own = workspace.ofWorkItem(id).flatMap((path) => workspace.find(path) ?? []);
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
