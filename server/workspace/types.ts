/** What the workspace knows of its documents: immutable values, no IO. */
import type { ChangeLog } from "../document/change-log";
import type { HeaderField, ParsedDocument } from "../document/types";
import type { DocumentClass, FieldPolicy, Policy, StatePolicy } from "../policy/types";

/** How a document's class was told, strongest first. */
type ClassSource = "field" | "location" | "name" | "recognised";

export interface Classification {
  /** The class that the document is checked against; a kind of it where one is known. */
  readonly class: DocumentClass;
  readonly by: ClassSource;
  /** The class that the header names, where it resolves and place or name tell another one. */
  readonly contradicted: DocumentClass | undefined;
}

/** The header's state field. */
export interface StateField {
  readonly field: FieldPolicy;
  readonly written: HeaderField;
  /** Undefined where the class has no such state. */
  readonly state: StatePolicy | undefined;
}

/** A document together with the policy that governs it. Lives as long as one check: it holds the text. */
export interface GovernedDocument {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly policy: Policy;
  readonly parsed: ParsedDocument;
  readonly text: string;
  /** Undefined when no class claims the document. */
  readonly classification: Classification | undefined;
  /** True when the header says that the document is filed: nothing may write into it. */
  readonly filed: boolean;
  /**
   * True when a class that requires a field claims the document by its place, and no line of it is a header field of
   * any class.
   */
  readonly headerless: boolean;
  /** The header's first field that goes by the policy field's name or an alias; where it can, one with a value. */
  readonly fieldOf: (field: FieldPolicy) => HeaderField | undefined;
  /** All of them, in document order. */
  readonly fieldsOf: (field: FieldPolicy) => readonly HeaderField[];
  /** What the state field says, read on the first call; undefined where the class has none, or the header lacks it. */
  readonly state: () => StateField | undefined;
  /** Looked for on the first call; undefined where there is none, or where the class keeps none. */
  readonly changeLog: () => ChangeLog | undefined;
}

/** What is kept of a document after its check: copies, never slices of its text. */
export interface DocumentEntry {
  readonly path: string;
  readonly policyPath: string;
  /** `delivery-record`, or undefined for an ungoverned document. */
  readonly classId: string | undefined;
  /** How headers name the class: `Delivery Record (Class 7)`. */
  readonly className: string | undefined;
  readonly kind: string | undefined;
  readonly title: string | undefined;
  /** Plain values, as far as the header has them. */
  readonly owner: string | undefined;
  readonly state: string | undefined;
  readonly version: string | undefined;
  readonly filed: boolean;
  /** The role of which the document is the charter. */
  readonly charterOf: string | undefined;
  /** How most of the header's fields are written; undefined without any. */
  readonly headerForm: HeaderField["form"] | undefined;
}

/** All documents of one root at one moment. A change makes a new snapshot; this one stays as it is. */
export interface WorkspaceSnapshot {
  /** By path relative to the root. */
  readonly entries: ReadonlyMap<string, DocumentEntry>;
}
