/** A document that follows a filed record, which itself may not change: a draft from the class's template. */

import { applyEdits, type TextEdit } from "../base/edit";
import { foldKey } from "../base/fold";
import { nameOf } from "../base/path-parts";
import type { DocumentClass, Policy, Template } from "../policy/types";
import { findWorkItem } from "../process/work-item";
import { insertHeader } from "../rules/header-fixes";
import { govern, pathWithin } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { asFrontMatter, carryFields, nameRecord, nameSuccessor, SUPERSEDES } from "./successor-header";
import { successorPath } from "./successor-path";
import { newDocument } from "./templates/new-document";

export interface Successor {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** In the record: they name the successor, where the policy lets that field change; otherwise none. */
  readonly edits: readonly TextEdit[];
}

/**
 * Pure. Undefined where no class claims the record, or where no name is free. `today` is an ISO date; `exists` is asked
 * for paths relative to the root.
 */
export function draftSuccessor(
  record: GovernedDocument,
  today: string,
  exists: (path: string) => boolean,
): Successor | undefined {
  const documentClass = record.classification?.class;
  if (documentClass === undefined) return undefined;
  const { policy } = record;
  const { fields } = record.parsed.header;
  const isSuccessor = fields.some(({ folded }) => folded === foldKey(SUPERSEDES));
  const path = successorPath(record.path, documentClass, isSuccessor, today, exists);
  if (path === undefined) return undefined;
  const start = govern(path, startingText(record, documentClass, today), policy);
  const carried = govern(path, carryFields(start, record, documentClass), policy);
  const [first] = fields;
  const inForm =
    first?.form === "front-matter" ? govern(path, asFrontMatter(carried, first), policy) : carried;
  return {
    path,
    text: nameRecord(inForm, documentClass, pathWithin(policy, record.path)),
    edits: nameSuccessor(record, documentClass, pathWithin(policy, path)),
  };
}

/** The template of the record's kind, or of its class; where the policy has none, a title and the class's header. */
function startingText(record: GovernedDocument, documentClass: DocumentClass, today: string): string {
  const { policy, path, parsed } = record;
  const template = findTemplate(policy, documentClass);
  const { id, title } = findWorkItem(record);
  if (template !== undefined) {
    const slug = documentClass.fileName?.tokensOf(nameOf(path))?.slug;
    return newDocument(policy, template, { id, title, slug }, today).text;
  }
  const draft = govern(path, `# ${parsed.title?.title ?? documentClass.title}\n`, policy);
  return applyEdits(draft.text, insertHeader(draft, documentClass, { entries: new Map() }, today).edits);
}

function findTemplate(policy: Policy, { id, kind }: DocumentClass): Template | undefined {
  const ofClass = policy.templates.filter((each) => each.class === id);
  return ofClass.find((each) => each.kind === kind) ?? ofClass.find((each) => each.kind === undefined);
}
