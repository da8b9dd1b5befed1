/** Where the thing under the cursor is defined: a document, a role's charter, an action's row, a gate, a version. */

import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import { compareVersions } from "../../base/version";
import type { ChangeLogEntry } from "../../document/change-log";
import { findDeclarations } from "../../policy/declarations";
import { resolveClassName } from "../../policy/resolve-class-name";
import type { FieldPolicy } from "../../policy/types";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";
import type { CitedVersion } from "./cited-versions";
import type { AuthoringContext } from "./context";
import { findActions } from "./find-actions";
import { decisionsMeant } from "./find-decisions";
import { namesWorkItem } from "./id-scope";
import { findRole } from "./roles";
import { ownerAt, type Target, targetAt } from "./target";

export interface Place {
  /** Relative to the root. */
  readonly path: string;
  /** In that document; undefined for the document as a whole. */
  readonly range: Range | undefined;
}

export interface Definition {
  /** What was under the cursor. */
  readonly origin: Range;
  readonly places: readonly Place[];
}

/** Undefined where nothing is defined anywhere. */
export function definitionAt(context: AuthoringContext): Definition | undefined {
  const target = targetAt(context);
  const places = target && find(target, context);
  return target === undefined || places === undefined || places.length === 0
    ? undefined
    : { origin: target.range, places };
}

function find(target: Target, context: AuthoringContext): readonly Place[] | undefined {
  switch (target.kind) {
    case "document":
      return [{ path: target.path, range: undefined }];
    case "citation":
      return [{ path: target.path, range: findLogEntry(target, context)?.lineRange }];
    case "id":
      return namesWorkItem(target, context) ? findWorkItem(target.id, context) : findId(target.id, context);
    case "key":
      return findField(target.field, context);
    case "value":
      if (target.field.type === "class") return findClass(target.written.value, context);
      if (target.field.type === "role") return findCharter(plainValue(target.written.value), context);
      return target.field.type === "version" ? findVersion(context.document) : undefined;
    case "cell": {
      if (target.column !== "owner") return undefined;
      const owner = ownerAt(target.row, target.range, context);
      return owner === undefined ? undefined : findCharter(owner, context);
    }
    default:
      return undefined;
  }
}

/** The class in the policy; what a built-in profile alone declares is where the policy builds on it. */
function findClass(value: string, context: AuthoringContext): readonly Place[] {
  const named = resolveClassName(value, context.document.policy);
  return named.kind === "class" ? findInPolicy([["classes", named.class.id]], context) : [];
}

/** The field where the kind, the class or the shared fields declare it, or else what is known of the class. */
function findField({ name }: FieldPolicy, context: AuthoringContext): readonly Place[] {
  const documentClass = context.document.classification?.class;
  if (documentClass === undefined) return [];
  const ofClass = ["classes", documentClass.id];
  const ofKind = documentClass.kind === undefined ? [] : [[...ofClass, "kinds", documentClass.kind]];
  const levels = [...ofKind, ofClass];
  return findInPolicy(
    [...levels.map((level) => [...level, "fields", name]), ["fields", name], ...levels],
    context,
  );
}

/** The first of these paths of keys that a policy file declares, else its `extends`. */
function findInPolicy(
  paths: readonly (readonly string[])[],
  { document: { policy }, workspace }: AuthoringContext,
): readonly Place[] {
  for (const path of [...paths, ["extends"]]) {
    const found = findDeclarations(policy.path, path, workspace.textOf);
    if (found.length > 0) return found;
  }
  return [];
}

function findCharter(name: string, { workspace }: AuthoringContext): readonly Place[] {
  const charter = findRole(name, workspace)?.charter;
  return charter === undefined ? [] : [{ path: charter, range: undefined }];
}

/** The row of the change log that says what the header's version brought. */
function findVersion(document: GovernedDocument): readonly Place[] {
  const newest = document.changeLog()?.entries[0];
  return newest === undefined ? [] : [{ path: document.path, range: newest.lineRange }];
}

/** The row of the change log of the cited document that the version has. */
function findLogEntry(
  { path, version }: Pick<CitedVersion, "path" | "version">,
  { workspace }: AuthoringContext,
): ChangeLogEntry | undefined {
  const entries = workspace.read(path)?.changeLog()?.entries ?? [];
  return entries.find((entry) => compareVersions(entry.version, version) === 0);
}

/** Gates and their items of this document, then actions, decisions, and the documents of a work item. */
function findId(id: string, context: AuthoringContext): readonly Place[] {
  const { document } = context;
  const key = foldKey(id);
  const own = processOf(document).gates.flatMap(({ gate }) => [
    ...(foldKey(gate.gate) === key ? [gate.range] : []),
    ...gate.items.filter((item) => foldKey(item.id) === key).map((item) => item.range),
  ]);
  if (own.length > 0) return own.map((range) => ({ path: document.path, range }));
  const actions = findActions(id, context);
  const decisions = decisionsMeant(id, actions, context);
  if (decisions.length > 0) return decisions.map(({ path, decision }) => ({ path, range: decision.range }));
  if (actions.length > 0) return actions.map(({ path, action }) => ({ path, range: action.range }));
  return findWorkItem(id, context);
}

/** The document with its gates first. */
function findWorkItem(id: string, { workspace }: AuthoringContext): readonly Place[] {
  const documents = workspace.ofWorkItem(id).flatMap((path) => workspace.find(path) ?? []);
  return documents
    .sort((a, b) => b.process.gates.length - a.process.gates.length)
    .map(({ entry }) => ({ path: entry.path, range: undefined }));
}
