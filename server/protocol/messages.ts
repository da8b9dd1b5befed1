/** Docket's own LSP messages: what the views of the client ask for. Positions are LSP positions (zero-based, UTF-16). */

export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ActionItem {
  readonly id: string | null;
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly dueText: string;
  readonly status: "not-started" | "in-progress" | "blocked" | "done" | "dropped";
  readonly blockedOn: readonly string[];
  /** Of these, the open actions of the same work item. */
  readonly waitsFor: readonly string[];
  readonly evidence: string;
  readonly workItem: string | null;
  /** The document's path relative to the root. */
  readonly path: string;
  /** On the longest chain of actions that wait for each other: when it slips, the work item does. */
  readonly critical: boolean;
  /** What of it can be written into its row; of a task list item the status alone. */
  readonly fields: readonly ActionField[];
  /** Tells whether the row is still the one that was seen. */
  readonly seen: number;
  readonly uri: string;
  readonly range: LspRange;
}

export type ActionField = "status" | "due" | "owner" | "evidence";

/** A line above the document's title, a gate or a register of actions. */
export interface ProcessLine {
  /** Zero-based. */
  readonly line: number;
  readonly title: string;
  /** Above the title: how many other documents name this one; null above everything else. */
  readonly citedBy: number | null;
  /** Above the title of what is delivered for a task: the task's `key`; null above everything else. */
  readonly taskKey: string | null;
}

/** The update that is written on a work item: what closed, who acts next, by when. */
export interface NextSteps {
  readonly workItem: string | null;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export const actionGroupings = ["workItem", "owner", "status", "due"] as const;
export type ActionGrouping = (typeof actionGroupings)[number];

/** Which open actions are asked for, and in which groups. */
export interface ActionQuery {
  readonly grouping: ActionGrouping;
  /** Words that an action, its owner or its work item must have, in any order; empty for all actions. */
  readonly text: string;
  /** Only what one of these roles owns; null for everybody's. */
  readonly roles: readonly string[] | null;
  readonly overdueOnly: boolean;
}

export const dueGroups = ["overdue", "today", "week", "later", "none"] as const;

/** Open actions that belong together: of a work item, an owner, a status or a time. */
export interface ActionGroup {
  /** Stays the same while actions come and go. */
  readonly key: string;
  /** The work item's title, the owner, the status, or one of `dueGroups`; empty for what nobody owns. */
  readonly name: string;
  readonly workItem: string | null;
  /** Of a work item: the document that stands for it. */
  readonly uri: string | null;
  /** Relative to the root. */
  readonly path: string | null;
  readonly open: number;
  readonly overdue: number;
  /** Null where they are to be asked for; of very many only the first. */
  readonly actions: readonly ActionItem[] | null;
}

export interface OpenActions {
  readonly groups: readonly ActionGroup[];
  /** Of these two, how many there are when nothing is filtered. */
  readonly open: number;
  readonly overdue: number;
}

/** Somebody who has something to do. */
export interface OwnerCount {
  readonly name: string;
  readonly open: number;
}

type Proof = "evidence" | "confirmation" | "validation";

export interface GateItemNode {
  readonly id: string;
  readonly title: string;
  readonly status: "passed" | "pending" | "failed";
  readonly missing: readonly Proof[];
  readonly range: LspRange;
}

export interface GateNode {
  readonly gate: string;
  readonly title: string;
  readonly status: "passed" | "pending" | "failed" | "not-started";
  /** All its items pass, and the document does not yet say that the work item has gone through it. */
  readonly ready: boolean;
  readonly items: readonly GateItemNode[];
  readonly uri: string;
  readonly range: LspRange;
}

/** One work item with its gates that have not passed. */
export interface GateGroup {
  /** Of the document that stands for it; stays the same while gates come and go. */
  readonly uri: string;
  readonly path: string;
  readonly workItem: string | null;
  readonly title: string;
  readonly state: string | null;
  /** The name of the first gate that has not passed. */
  readonly next: string;
  /** Who can act now, and the first deadline of theirs. */
  readonly waitsFor: readonly string[];
  readonly by: string | null;
  /** How many gates have not passed. */
  readonly pending: number;
  /** These gates; null where they are to be asked for. */
  readonly gates: readonly GateNode[] | null;
}

/** A part of the board: an element with an id of its own. */
export interface BoardPart {
  readonly id: string;
  /** HTML in which all words of documents are escaped; links have `data-uri` and `data-line`, zero-based. */
  readonly html: string;
}

export interface BoardAnswer {
  /** CSS, the same at every time. */
  readonly style: string;
  /** From top to bottom. */
  readonly parts: readonly BoardPart[];
}

/** For the status bar: what the active document is. */
export interface DocumentStatus {
  readonly class: string;
  readonly title: string;
  readonly state: string | null;
  /** False where such a document goes through no states. */
  readonly hasStates: boolean;
  readonly version: string | null;
  readonly filed: boolean;
  /** Findings of severity error. */
  readonly blocking: number;
}

/** What is known of a filed record: as filed, changed, gone, or not to be told and why. */
type RecordVerdict = "intact" | "amended" | "deleted" | "unverifiable";

export interface AmendmentNode {
  /** The whole commit id; `uncommitted` for what no commit holds yet. */
  readonly commit: string;
  /** ISO day; empty for what no commit holds yet. */
  readonly date: string;
  readonly author: string;
  /** Whether the policy lets a record change so. */
  readonly allowed: boolean;
  /** What let it, such as `whitespace` or `links`, or null. */
  readonly region: string | null;
  /** One-based first and last line of the changed lines, in the text after the change. */
  readonly lines: readonly [number, number];
  /** One clause: `3 lines added`, `the file was deleted`. */
  readonly what: string;
}

export interface RecordNode {
  readonly uri: string;
  /** Relative to the root. */
  readonly path: string;
  readonly title: string;
  /** The class's name, such as `Delivery Record (Class 7)`. */
  readonly class: string;
  readonly verdict: RecordVerdict;
  /** A sentence where there is something to say: why it cannot be told, what became of it. */
  readonly reason: string | null;
  readonly filed: { readonly commit: string; readonly date: string } | null;
  /** Oldest first. */
  readonly amendments: readonly AmendmentNode[];
}

export interface RecordsAnswer {
  readonly records: readonly RecordNode[];
  /** While the history is still being read. */
  readonly reading: boolean;
  /** Why no history is known at all, or null. */
  readonly unknown: string | null;
}

export interface ServerState {
  /** Whether there are documents that have not been read yet. */
  readonly reading: boolean;
}

/** Of the views that a policy may have nothing for, which ones some policy has something for. */
export interface ViewsInUse {
  readonly openActions: boolean;
  readonly pendingGates: boolean;
  readonly records: boolean;
}

/** Whether one document is a filed record. */
export interface RecordAnswer {
  /** Null for what is no filed record; while `reading`, for what is not known to be one. */
  readonly record: RecordNode | null;
  /** While the history is still being read. */
  readonly reading: boolean;
}

/** A record's text as it was filed. */
export interface FiledText {
  readonly text: string;
  /** The exact bytes, Base64. */
  readonly bytes: string;
  readonly commit: string;
  readonly date: string;
  /** The text of the latest commit; null when that has no such file, or it cannot be read. */
  readonly committed: string | null;
}

/** A document that follows a filed one: nothing is written yet. */
export interface SuccessorDraft {
  readonly uri: string;
  readonly text: string;
  /** Changes that name the successor in the record, where its class lets that header field change; LSP WorkspaceEdit or null. */
  readonly edit: unknown;
}

/** One thing that stands in the way of a filing. */
export interface FilingRefusal {
  /** One or more sentences. */
  readonly message: string;
  /** One-based; null where the document as a whole is concerned. */
  readonly line: number | null;
}

/** Whether a document may be filed. */
export interface FilingCheck {
  /** What stands in the way, by line; none when it may be filed. */
  readonly refusals: readonly FilingRefusal[];
  /** LSP WorkspaceEdit that sets state and filing date, or null when refused. */
  readonly edit: unknown;
}

/** Which action is meant, as it was seen; where `line` is left out, or has another row, the rest tells. */
export interface ActionPlace {
  readonly uri: string;
  readonly id: string | null;
  /** Zero-based. */
  readonly line?: number;
  readonly seen?: number;
}

/** `status` completes the action, `start` says of a blocked one that it can start; neither needs a value. */
export interface ActionEditParams extends ActionPlace {
  readonly field: ActionField | "start";
  readonly value?: string;
}

/** Which gate item is meant, as it was seen. */
export interface GateItemPlace {
  readonly uri: string;
  readonly id: string;
  readonly title?: string;
  /** Zero-based. */
  readonly line?: number;
  readonly missing?: readonly Proof[];
}

export interface GateItemEditParams extends GateItemPlace {
  readonly proof: Proof;
  /** The evidence; else the role that confirms or validates. */
  readonly value: string;
}

export interface AdvanceGateParams {
  readonly uri: string;
  readonly gate: string;
  /** The role that the log of transitions names; where it is left out, the one of the row above. */
  readonly declaredBy?: string;
}

/** An LSP WorkspaceEdit, or a sentence that says why there is none. */
export type WriteBackAnswer = { readonly edit: unknown } | { readonly refusal: string };

/** With what was blocked before the change, and waits for nothing after it. */
export type ActionEditAnswer = WriteBackAnswer & { readonly freed?: readonly ActionPlace[] };

/** Who may be asked for: owners of actions, or those who have validated items and declared transitions. */
export interface RolesParams {
  readonly uri: string;
  readonly of: "owners" | "validators";
}

/** Starts a successor; its argument is the record's URI. Run by the client, or by the server where that has no commands. */
export const SUCCESSOR_COMMAND = "docket.createSuccessor";
/** Files the document of the URI that is its argument; run by the server. */
export const FILE_COMMAND = "docket.fileRecord";
/** Applies every safe fix in the workspace; run by the server. */
export const FIX_ALL_COMMAND = "docket.fixAll";
/** Applies the LSP WorkspaceEdit that is its argument, for editors whose code actions cannot hold one; run by the server. */
export const APPLY_EDIT_COMMAND = "docket.applyEdit";

/** Method names; requests unless said otherwise. */
export const methods = {
  /** params: none; result: ViewsInUse */
  viewsInUse: "docket/viewsInUse",
  /** params: { query?: ActionQuery, opened?: keys of groups that are looked into }; result: OpenActions */
  openActions: "docket/openActions",
  /** params: { query: ActionQuery, key }; result: ActionItem[] of one group */
  actionsOfGroup: "docket/actionsOfGroup",
  /** params: none; result: OwnerCount[]: who owns open actions, by name */
  owners: "docket/owners",
  /** params: { opened?: URIs of groups that are looked into }; result: GateGroup[] */
  pendingGates: "docket/pendingGates",
  /** params: { uri }; result: GateNode[] of one group */
  gatesOfGroup: "docket/gatesOfGroup",
  /** params: { opened?: keys of tasks that are looked into }; result: DeliverableGroup[]: one for each policy with tasks */
  deliverables: "docket/deliverables",
  /** params: { key }; result: TaskDetails | null: null when there are no files of the task any more */
  detailsOfTask: "docket/detailsOfTask",
  /** params: { uri }; result: ProcessLine[]: what an open document is, and how far its gates and registers are */
  processLines: "docket/processLines",
  /** params: { uri? }; result: NextSteps[] of the document's work item, or of all work items in flight */
  nextSteps: "docket/nextSteps",
  /** params: none; result: BoardAnswer: the board of all folders, drawn */
  board: "docket/board",
  /** params: { uri }; result: DocumentStatus | null */
  documentStatus: "docket/documentStatus",
  /** params: { uri }; result: WorkspaceEdit | null: a complete header for the document */
  insertHeader: "docket/insertHeader",
  /** params: TemplatesParams; result: TemplateChoice[]; answered once it is known which policies there are */
  templates: "docket/templates",
  /** params: TemplatesParams; result: WorkItemKind[]: none where the policy starts no work items */
  workItemKinds: "docket/workItemKinds",
  /** params: TemplatesParams; result: ReportChoice[]: none where no policy has deliverables */
  reportChoices: "docket/reportChoices",
  /** params: DraftParams; result: TemplateQuestion | null: the first that is not answered */
  templateQuestion: "docket/templateQuestion",
  /** params: AnswerParams; result: what is wrong with the answer, as a sentence, or null */
  checkAnswer: "docket/checkAnswer",
  /** params: DraftParams; result: NewDocuments | null */
  newDocument: "docket/newDocument",
  /** params: none; result: { edit: WorkspaceEdit, changed: number, skipped: { uri, reason }[] } */
  fixAll: "docket/fixAll",
  /** params: { folder: uri }; result: InitializationProposal */
  proposePolicy: "docket/proposePolicy",
  /** params: none; result: RecordsAnswer: all filed records of the workspace, by path */
  records: "docket/records",
  /** params: { uri }; result: RecordAnswer | null: null for what is in no folder of the workspace */
  record: "docket/record",
  /** params: { uri }; result: FiledText | null: null where what was filed is not known */
  filedText: "docket/filedText",
  /** params: { uri }; result: SuccessorDraft | null */
  successor: "docket/successor",
  /** params: { uri }; result: FilingCheck | null: null for a document of a class that is never filed */
  checkFiling: "docket/checkFiling",
  /** params: ActionEditParams; result: ActionEditAnswer */
  editAction: "docket/editAction",
  /** params: GateItemEditParams; result: WriteBackAnswer */
  editGateItem: "docket/editGateItem",
  /** params: AdvanceGateParams; result: WriteBackAnswer */
  advanceGate: "docket/advanceGate",
  /** params: RolesParams; result: string[], those of the document first */
  roles: "docket/roles",
  /** notification, server to client: the trees' or the status bar's data may have changed; params: ServerState */
  changed: "docket/changed",
} as const;

/** What *Initialize Policy* shows before it writes `docket.yaml`. */
export interface InitializationProposal {
  /** The policy that already governs the folder, or null. */
  readonly existing: string | null;
  /** The text for a new `docket.yaml`. */
  readonly text: string;
  readonly documents: number;
  /** Class name to number of documents recognised. */
  readonly classes: readonly { readonly name: string; readonly documents: number }[];
  readonly findings: number;
}
