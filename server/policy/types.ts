/** A policy as the rules see it: resolved, merged over its profiles, compiled for matching. */
import type { Range } from "../base/range";
import type { DeliverablesPolicy } from "./deliverables-policy";
import type { TokenName } from "./file-name-tokens";
import type { StylePolicy } from "./style-policy";

export type Severity = "error" | "warning" | "information";
export type SeveritySetting = Severity | "off";

/** What a field's value must look like. `role` and `path` are text with a meaning for completion and fixes. */
type FieldType = "text" | "role" | "date" | "version" | "state" | "class" | "path" | "number" | "url";

/** Holds when each of the fields does. */
export type Condition = readonly FieldCondition[];

/** Holds when the field has one of the values. */
export interface FieldCondition {
  readonly name: string;
  /** The folded name. */
  readonly key: string;
  /** As the policy writes them; `<date>` stands for any date, `*` for any value that is no placeholder. */
  readonly values: readonly string[];
  /** The same, folded. */
  readonly words: readonly string[];
}

/** A setting together with the layer of `extends` that made it: a higher layer was written closer to the team. */
export interface Layered<T> {
  readonly value: T;
  readonly layer: number;
}

export interface FieldPolicy {
  readonly name: string;
  /** Folded name and aliases: see `foldKey`. */
  readonly keys: readonly string[];
  readonly type: FieldType;
  readonly required: boolean;
  /** It is required while one of these holds, too. */
  readonly requiredWhile: readonly Condition[];
  /** Folded titles of sections that hold the field as their first line. */
  readonly headings: readonly string[];
  /** Numbers and addresses: true when there may be several, with commas between them. */
  readonly list: boolean;
  /** In characters; undefined without a limit. */
  readonly longest: number | undefined;
  /** While one of these holds, the limit does; always when empty. */
  readonly longestWhile: readonly Condition[];
  /** The token of the file name that has the same value. */
  readonly fileName: TokenName | undefined;
  readonly severity: Layered<Severity> | undefined;
  /** Allowed values, compared folded; empty when any value will do. */
  readonly values: readonly string[];
  /** What a fix or a template fills in; undefined when it is unknown. */
  readonly default: string | undefined;
  /** One sentence, in the policy's words, on why the field is asked for. */
  readonly why: string | undefined;
  /** While one of these holds, a placeholder is the right value. */
  readonly placeholderWhile: readonly Condition[];
  /** Dates only: true when a date to come is no mistake (a due date, a target). */
  readonly future: boolean;
}

export interface StatePolicy {
  readonly name: string;
  /** Folded name and aliases. */
  readonly keys: readonly string[];
  readonly meaning: string | undefined;
  /** Folded words behind the name that begin a remark. */
  readonly qualifiers: readonly string[];
  readonly setBy: string | undefined;
  /** Names of the states that may follow; empty for a final state. */
  readonly next: readonly string[];
  /** What a document in this state must say about its successor. */
  readonly successor: SuccessorPolicy | undefined;
}

export interface SuccessorPolicy {
  /** The name of the field that a fix inserts. */
  readonly field: string;
  /** Folded names of the fields that name a successor. */
  readonly keys: readonly string[];
  /** Folded names of the field in which the successor names the document; empty where it need not. */
  readonly back: readonly string[];
  /** True when the document must also say from when. */
  readonly date: boolean;
  /** Folded names of the fields that hold this date. */
  readonly dateKeys: readonly string[];
}

export interface SectionPolicy {
  readonly title: string;
  /** Folded titles that count; a heading counts when it contains one of them. */
  readonly keys: readonly string[];
  readonly why: string | undefined;
  /** Required only while one of these holds; always when empty. */
  readonly when: readonly Condition[];
  /** What the fix inserts under the heading. */
  readonly body: string | undefined;
}

export interface NoticePolicy {
  readonly name: string;
  readonly why: string | undefined;
  /** True when one line of the text carries the notice. */
  readonly isIn: (text: string) => boolean;
  /** What the fix inserts, as Markdown. */
  readonly text: string;
}

export interface ChangeLogPolicy {
  /** Up to and including this version no change log is asked for, such as `1.0`. */
  readonly initialVersion: string;
  /** Folded headings that open a change log. */
  readonly keys: readonly string[];
  readonly why: string | undefined;
}

type ImmutabilityMode = "frozen" | "body" | "append-only";

export interface ImmutabilityPolicy {
  /** A document is filed when one of these holds; none where it is from its creation on. */
  readonly when: readonly Condition[];
  /** True when a document is a record from the commit on that creates it, whatever its header says. */
  readonly fromCreation: boolean;
  readonly mode: ImmutabilityMode;
  readonly allow: MutableRegions;
}

/** What may change in a filed record all the same. */
interface MutableRegions {
  readonly fields: readonly MutableField[];
  /** Folded headings of sections to which dated entries may be added. */
  readonly errata: readonly string[];
  /** Mode `append-only`: folded headings of the sections at whose end lines may be added; the document's end when empty. */
  readonly appendTo: readonly string[];
  /** True when the target of a link may be repaired. */
  readonly links: boolean;
  /** True when white space and line endings may change. */
  readonly whitespace: boolean;
}

export interface MutableField {
  readonly name: string;
  /** Folded name and aliases. */
  readonly keys: readonly string[];
  /** Folded values that the field may take; any when empty. */
  readonly values: readonly string[];
}

/** A glob compiled against paths relative to the policy's folder, with `/` between folders. */
export interface PathPattern {
  readonly glob: string;
  readonly matches: (path: string) => boolean;
}

/** A file name such as `{id}-{slug}-lessons.md`. */
export interface FileNamePattern {
  readonly pattern: string;
  /** A name that matches, for messages: `3.2-guest-passes-lessons.md`. */
  readonly example: string;
  readonly matches: (name: string) => boolean;
  /** The tokens of a matching name, such as `id` and `slug`. */
  readonly tokensOf: (name: string) => Readonly<Record<string, string>> | undefined;
  /** True when the name alone tells the class: it has words of its own besides tokens and extension. */
  readonly telling: boolean;
}

/**
 * A document class, or a kind of document within it: kinds inherit everything from their class,
 * so that a rule never has to look at two places.
 */
export interface DocumentClass {
  /** `delivery-record` */
  readonly id: string;
  /** `phase-gate`, or undefined for the class itself. */
  readonly kind: string | undefined;
  /** How headers name the class: `Delivery Record (Class 7)`. */
  readonly name: string;
  /** How people name the document: `Phase Gate Document`, or the class's short name. */
  readonly title: string;
  /** Folded names and aliases of the class. */
  readonly keys: readonly string[];
  readonly summary: string | undefined;
  /** True when each such document is the charter of a role: see `charteredRole`. */
  readonly charter: boolean;
  /** A document at one of these is of this class. */
  readonly paths: readonly PathPattern[];
  /** Where such a document belongs; anywhere when empty. */
  readonly locations: readonly PathPattern[];
  /** The folder in which a new or moved document goes, such as `docs/product/scope`. */
  readonly folder: string | undefined;
  readonly fileName: FileNamePattern | undefined;
  /** True when the `id` in the file name is a number that is the document's own. */
  readonly numbered: boolean;
  /** A document without class field and place is of this class when one of these holds. */
  readonly recognise: readonly Condition[];
  /** A title that begins with one of these, folded, tells the kind once the class is known. */
  readonly titleKeys: readonly string[];
  /** In the order in which a header has them. */
  readonly fields: readonly FieldPolicy[];
  /** By folded name and alias. */
  readonly fieldByKey: ReadonlyMap<string, FieldPolicy>;
  readonly states: readonly StatePolicy[];
  readonly sections: readonly SectionPolicy[];
  readonly notice: NoticePolicy | undefined;
  readonly changeLog: ChangeLogPolicy | undefined;
  readonly immutable: ImmutabilityPolicy | undefined;
  /** Undefined where nothing is said of the document's layout. */
  readonly style: StylePolicy | undefined;
  readonly kinds: readonly DocumentClass[];
}

/** How action tables, gates and their values are written: words are folded for comparison. */
export interface ProcessPolicy {
  /** Ids of the classes whose documents hold actions. */
  readonly actionClasses: readonly string[];
  readonly actionColumns: Readonly<Record<ActionColumn, readonly string[]>>;
  /** Columns of tables of blockers and risks; their other columns are those of actions. */
  readonly concernColumns: Readonly<Record<"blocker" | "risk" | "affects", readonly string[]>>;
  readonly actionStatuses: Readonly<Record<ActionStatus, readonly string[]>>;
  /** Keys of a gate item that carry the three proofs, and those that only end a value. */
  readonly gateKeys: Readonly<
    Record<"evidence" | "confirmation" | "validation" | "other", readonly string[]>
  >;
  /** How the policy spells the key of each proof, for messages. */
  readonly proofNames: Readonly<Record<"evidence" | "confirmation" | "validation", string>>;
  /** Words that say a value is still to come, such as `pending`. */
  readonly pendingWords: readonly string[];
  readonly failedWords: readonly string[];
  readonly passedWords: readonly string[];
  /** Words of a cell that say there is nothing to name: no owner, no deadline, no dependency. */
  readonly noneWords: readonly string[];
  /** Words that stand for an owner and name nobody in particular, such as `all`. */
  readonly everybodyWords: readonly string[];
  /** Words with which a deadline names an event instead of a day. */
  readonly eventWords: readonly string[];
  /** Words with which evidence owns that nothing is written, such as `verbal`. */
  readonly verbalWords: readonly string[];
  /** Words that name something written, such as `mail`. */
  readonly writtenWords: readonly string[];
  /** Folded words that stand in front of a decision's number in headings. */
  readonly decisionHeadings: readonly string[];
  readonly decisionColumns: readonly string[];
  /** Folded headings of sections that list known deviations. */
  readonly deviationHeadings: readonly string[];
  /** Folded headings of the section whose fence says where the work item stands. */
  readonly statusHeadings: readonly string[];
  readonly statusKeys: Readonly<Record<StatusKey, readonly string[]>>;
  readonly transitionColumns: Readonly<Record<TransitionColumn, readonly string[]>>;
  readonly lifecycles: readonly WorkItemLifecycle[];
}

type StatusKey = "state" | "gatePassed" | "nextGate" | "actor" | "action" | "deadline" | "blockers";
export type TransitionColumn = "from" | "to" | "date" | "time" | "declaredBy" | "gatePassed";

export type ActionColumn = "id" | "text" | "owner" | "due" | "status" | "blockedOn" | "evidence";
export type ActionStatus = "not-started" | "in-progress" | "blocked" | "done" | "dropped";

/** The states of a work item and the gates between them, such as a feature's. */
export interface WorkItemLifecycle {
  readonly name: string;
  readonly states: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly gates: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Ids of the templates whose documents a work item starts with. */
  readonly documents: readonly string[];
}

/** What an answer has to look like. */
export type VariableKind =
  | "text"
  | "id"
  | "slug"
  | "date"
  | "role"
  | "version"
  | "document"
  | "task"
  | "part"
  | "name";

/** Something that a new document is asked for; `{name}` stands for the answer. */
export interface TemplateVariable {
  readonly name: string;
  readonly kind: VariableKind;
  readonly prompt: string | undefined;
  readonly example: string | undefined;
  /** What is proposed, in which `{name}` stands for an earlier answer. */
  readonly default: string | undefined;
  /** The answers that count; any when empty. */
  readonly choices: readonly string[];
  /** Kind `document`: the id of the class whose documents are proposed. */
  readonly class: string | undefined;
  /** True when the mark may be left for the author to fill in. */
  readonly optional: boolean;
}

/** A file that a new document starts from; `{name}` marks what is asked for or what the author fills in. */
export interface Template {
  /** The file's name without its extension. */
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Class id and kind of the document it makes. */
  readonly class: string;
  readonly kind: string | undefined;
  readonly variables: readonly TemplateVariable[];
  /** The document, its own front matter included where it has one. */
  readonly body: string;
  /** How its file is named, where neither the class nor the names of deliverables say it. */
  readonly fileName?: string;
}

export interface Policy {
  /** Where it was read, relative to the root of the workspace, with `/`; `docket.yaml`. */
  readonly path: string;
  /** The folder that it governs, relative to the root; empty for the root itself. */
  readonly folder: string;
  readonly name: string;
  /** How the policy calls the guide it encodes: `Documentation Lifecycle Guide`. */
  readonly guide: string | undefined;
  /** True for a path relative to `folder` that may hold a governed document. */
  readonly covers: (path: string) => boolean;
  readonly ignores: (path: string) => boolean;
  /** The globs by which both are told: two policies with the same ones look at the same documents. */
  readonly globs: { readonly documents: readonly string[]; readonly ignore: readonly string[] };
  /** Folded words, and bracket pairs, that stand for a value still to come. */
  readonly isPlaceholder: (value: string) => boolean;
  /** True for a template's mark such as `{date}` or `[Role name]`, which is never right, in whatever field. */
  readonly isTemplateMark: (value: string) => boolean;
  readonly classes: readonly DocumentClass[];
  /** Folded names and aliases of all fields of all classes and kinds. */
  readonly fieldKeys: ReadonlySet<string>;
  /** Folded titles of the sections that any class reads as a field. */
  readonly fieldHeadings: ReadonlySet<string>;
  /** Those that any class reads as its class field. */
  readonly classKeys: ReadonlySet<string>;
  /** What the team set for a rule id, or undefined. */
  readonly severityOf: (rule: string) => Layered<SeveritySetting> | undefined;
  readonly process: ProcessPolicy;
  /** Undefined where nothing is delivered for tasks. */
  readonly deliverables: DeliverablesPolicy | undefined;
  readonly templates: readonly Template[];
}

/** A mistake in a policy file, at the key or value that causes it. */
export interface PolicyProblem {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
}
