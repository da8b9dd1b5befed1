/** Every place that mentions what is at the cursor: by the index the documents, then by reading those the ranges. */
import type { Range } from "../../base/range";
import { fileNameOf } from "../../process/mention-index";
import { findRoleIn } from "../../process/role-mentions";
import { scanMentions } from "../../process/scan-mentions";
import { spokenRanges } from "../../process/spoken-ranges";
import type { GovernedDocument } from "../../workspace/types";
import type { DocumentFacts } from "../open-actions";
import type { AuthoringContext, AuthoringWorkspace } from "./context";
import { ownScope } from "./id-scope";
import { gatesIn, isIdAt, pathsIn, type Subject } from "./subject";

export interface DocumentMentions {
  readonly document: GovernedDocument;
  /** In the order of the text; at least one. */
  readonly ranges: readonly Range[];
}

/** One document at a time, the one with the cursor first; undefined is a place to pause. */
export function* findMentions(
  subject: Subject,
  context: AuthoringContext,
): Generator<DocumentMentions | undefined, void> {
  const { document, workspace } = context;
  for (const path of new Set([document.path, ...pathsMentioning(subject, context)])) {
    const read = path === document.path ? document : workspace.read(path);
    const ranges = read === undefined ? [] : mentionsIn(read, subject, workspace);
    yield read === undefined || ranges.length === 0 ? undefined : { document: read, ranges };
  }
}

/** The documents that the index names: all that mention the subject, and few that do not. */
export function pathsMentioning(
  subject: Subject,
  { document, workspace }: AuthoringContext,
): readonly string[] {
  const { mentions, find } = workspace;
  switch (subject.kind) {
    case "role":
      return mentions.withRole(subject.key);
    case "document":
      return pathsNaming(subject.path, workspace);
    case "id": {
      const scope = subject.scope();
      const facts = find(document.path);
      const own = facts && scope.of(facts);
      // one of several work items is meant, and nobody knows which: the document stands for itself
      if (own === undefined) return [document.path];
      const isMeant = (other: DocumentFacts | undefined): boolean =>
        other !== undefined && scope.of(other) === own;
      return mentions.withId(subject.id).filter((path) => isMeant(find(path)));
    }
    case "gate": {
      const facts = find(document.path);
      if (facts === undefined) return [];
      const scope = ownScope(facts);
      return [...workspace.documents()]
        .filter((each) => ownScope(each) === scope)
        .map(({ entry }) => entry.path);
    }
  }
}

/** Documents with a path that ends in this document's file name. */
function pathsNaming(path: string, { mentions }: AuthoringWorkspace): readonly string[] {
  return mentions.writtenPaths(fileNameOf(path)).flatMap((written) => mentions.withPath(written));
}

/** In the order of the text. */
export function mentionsIn(
  document: GovernedDocument,
  subject: Subject,
  workspace: Pick<AuthoringWorkspace, "find" | "named">,
): readonly Range[] {
  if (subject.kind === "role") return findRoleIn(document, subject.key);
  const found: Range[] = [];
  for (const spoken of spokenRanges(document)) {
    if (subject.kind === "document")
      for (const { path, range } of pathsIn(document, spoken, workspace))
        if (path === subject.path) found.push(range);
    if (subject.kind === "gate")
      for (const { name, range } of gatesIn(document, spoken)) if (name === subject.name) found.push(range);
    if (subject.kind === "id") found.push(...idsIn(document, spoken, subject));
  }
  return found.sort((a, b) => a.start - b.start);
}

function idsIn(
  document: GovernedDocument,
  spoken: Range,
  { id: wanted, scope }: Extract<Subject, { readonly kind: "id" }>,
): readonly Range[] {
  const found: Range[] = [];
  scanMentions(document.text, spoken, {
    id: (id, start) => {
      if (id === wanted && isIdAt(document, start, id, scope)) found.push({ start, end: start + id.length });
    },
    path: () => {},
  });
  return found;
}
