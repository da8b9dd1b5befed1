/** What a rule is: a pure function of one governed document. */
import type { TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { Layered, Policy, Severity } from "../policy/types";
import type { DocumentHistory } from "../records/types";
import type { DocumentVersions } from "../workspace/document-versions";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";

export interface RuleContext {
  readonly document: GovernedDocument;
  readonly policy: Policy;
  /** Only fixes may ask for it, when they are computed: while documents are still being read it is incomplete. */
  readonly workspace: () => WorkspaceSnapshot;
  /** ISO date. */
  readonly today: string;
  /** All rule ids there are. */
  readonly ruleIds: readonly string[];
  /** Whether there is a file of this path, relative to the root; undefined where nobody can tell. */
  readonly exists: ((path: string) => boolean) | undefined;
  /** The versions of another document; undefined where nobody can tell, or it states none. */
  readonly versionsOf: ((path: string) => DocumentVersions | undefined) | undefined;
  /** The names of the files in a folder, relative to the root; undefined where nobody can tell. */
  readonly namesIn: ((folder: string) => readonly string[]) | undefined;
  /**
   * The paths, in their order, of all files that the document's policy covers and whose names begin so, whatever their
   * case; undefined where nobody can tell. `beginning` is in lower case.
   */
  readonly filesNamed: ((beginning: string) => readonly string[]) | undefined;
  /** Another document; undefined where nobody can tell, or no policy covers it. */
  readonly read: ((path: string) => GovernedDocument | undefined) | undefined;
  /** Undefined where the history has not been read, or tells nothing of the document. */
  readonly history: DocumentHistory | undefined;
}

/** A correction that the author may accept; `safe` ones are applied by Fix All and `docket fix`. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** The document's new path, relative to the root, where the fix moves or renames it. */
  readonly moveTo?: string;
  /** A file that the fix writes beside it, by its path relative to the root; never over one that is there. */
  readonly creates?: { readonly path: string; readonly text: string };
}

export interface Report {
  readonly at: Range;
  /** What is wrong with the value quoted, why, in the policy's words. */
  readonly message: string;
  /** The field concerned, by its policy name. */
  readonly field?: string;
  /** Overrides the rule's own severity, by class and field; an explicit setting of a higher layer still wins. */
  readonly severity?: Layered<Severity> | Severity;
  /** Other places that the message speaks of, in the same document. */
  readonly related?: readonly { readonly at: Range; readonly message: string }[];
  /** Computed on demand; the first one is preferred. */
  readonly fixes?: () => readonly Fix[];
  /** True when the fixes bring back what was filed: only such ones may write into a filed record. */
  readonly restores?: boolean;
  /** True when no fix is safe, so that who looks for safe ones need not have them computed. */
  readonly needsDecision?: boolean;
}

/** What a rule must see to be right; the engine runs it again when that changes. */
type RuleReads = "document" | "workspace" | "history";

export interface Rule {
  /** `header/missing-field`; the file's path. */
  readonly id: string;
  readonly summary: string;
  /** Why a team cares. */
  readonly why: string;
  /** Where the guide asks for it. */
  readonly guide: string;
  readonly since: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  readonly reads: RuleReads;
  /** What is wrong, if anything. A list rather than a generator, which costs more than most rules have to do. */
  readonly check: (context: RuleContext) => Report | readonly Report[] | undefined;
}
