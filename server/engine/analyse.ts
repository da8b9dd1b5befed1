/** Checks one document: puts it under its policy, runs the rules, keeps what the workspace needs of it. */
import { copyText } from "../base/copy-text";
import { mostUsed } from "../base/most-used";
import { plainValue } from "../base/plain-value";
import { once } from "../base/remember";
import { readStatedLengths } from "../deliverables/manifest";
import { readDeliverable } from "../deliverables/requirements";
import type { Policy } from "../policy/types";
import { charteredRole } from "../process/charter";
import { readMentions } from "../process/mentions";
import { readProcess } from "../process/read-process";
import type { DocumentHistory } from "../records/types";
import { fieldOfType } from "../rules/fields";
import type { DocumentVersions } from "../workspace/document-versions";
import { isUnset } from "../workspace/field-values";
import { govern } from "../workspace/govern";
import type { DocumentEntry, GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import { runRules } from "./run-rules";
import type { CheckedDocument, DocumentAnalysis } from "./types";

export interface AnalysisInput {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly policy: Policy;
  /** ISO date. */
  readonly today: string;
  /** Asked for by fixes only, when they are computed. */
  readonly workspace: () => WorkspaceSnapshot;
  /** Whether there is a file of this path, relative to the root; absent where nobody can tell. */
  readonly exists?: ((path: string) => boolean) | undefined;
  /** The versions of another document; absent where nobody can tell. */
  readonly versionsOf?: ((path: string) => DocumentVersions | undefined) | undefined;
  /** The names of the files of a folder, relative to the root; absent where nobody can tell. */
  readonly namesIn?: ((folder: string) => readonly string[]) | undefined;
  /** Paths of files that a policy covers, by what their names begin with; absent where nobody can tell. */
  readonly filesNamed?: ((beginning: string, policy: Policy) => readonly string[]) | undefined;
  /** Another document; absent where nobody can tell. */
  readonly read?: ((path: string) => GovernedDocument | undefined) | undefined;
  /** Undefined where the history has not been read, or tells nothing of the document. */
  readonly history?: DocumentHistory | undefined;
}

/** Pure: the same input gives the same analysis, in the editor and on the command line. */
export function analyse(input: AnalysisInput): DocumentAnalysis {
  const document = govern(input.path, input.text, input.policy);
  const process = once(() => readProcess(document));
  return {
    governed: document.classification !== undefined,
    filed: document.classification !== undefined && document.filed,
    entry: entryOf(document, input.history?.record !== undefined),
    process,
    deliverable: () => readDeliverable(document),
    statedLengths: () => readStatedLengths(document),
    mentions: () => readMentions(document, process()),
    findings: runRules(document, input),
  };
}

/** The findings of `analyse`, for who asks for nothing else. */
export function checkDocument(input: AnalysisInput): CheckedDocument {
  const document = govern(input.path, input.text, input.policy);
  return {
    governed: document.classification !== undefined,
    filed: document.classification !== undefined && document.filed,
    findings: runRules(document, input),
  };
}

/** What is kept: copies, because a slice would keep the whole text alive. */
function entryOf(document: GovernedDocument, isRecord: boolean): DocumentEntry {
  const { parsed, policy, classification } = document;
  const documentClass = classification?.class;
  const plainOf = (type: "role" | "version"): string | undefined => {
    const field = documentClass && fieldOfType(documentClass, type);
    const written = field && document.fieldOf(field);
    return written === undefined || isUnset(written.value, policy)
      ? undefined
      : copyText(plainValue(written.value));
  };
  const stated = document.state();
  const role = charteredRole(document);
  return {
    path: document.path,
    policyPath: policy.path,
    classId: documentClass?.id,
    className: documentClass?.name,
    kind: documentClass?.kind,
    title: parsed.title && copyText(plainValue(parsed.title.title)),
    owner: plainOf("role"),
    state: stated && (stated.state?.name ?? copyText(plainValue(stated.written.value))),
    version: plainOf("version"),
    filed: document.filed || isRecord,
    charterOf: role && copyText(role),
    // front matter for a site generator says nothing about how headers are written here
    headerForm: mostUsed(
      parsed.header.fields
        .filter((field) => documentClass?.fieldByKey.has(field.folded))
        .map(({ form }) => form),
    ),
  };
}
