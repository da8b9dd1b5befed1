/** The findings of one workspace folder: of its documents, its policies, and what cannot be read. */
import type { Diagnostic } from "vscode-languageserver/node";
import { type AnalysisInput, analyse } from "../engine/analyse";
import { governingPolicy, UNREADABLE_PATH, unreadableMessage } from "../engine/find-files";
import { FolderNames, otherDocuments } from "../engine/other-documents";
import { findDeletion } from "../engine/place-deleted";
import { policyFolder } from "../engine/policies";
import { LEDGER_PROBLEM } from "../engine/weigh-seals";
import type { BasedFileSystem, Host } from "../host/types";
import type { LedgerProblem } from "../records/ledger";
import type { AuditedRecord, DocumentHistory } from "../records/types";
import type { ClientFeatures } from "./client-features";
import { START, toDiagnostic } from "./convert";
import { KnownDocuments, looksSame, toKnownDocument } from "./known-documents";
import type { PolicyFiles } from "./policy-files";
import type { OpenText, Publisher } from "./publisher";

/** What the history tells of documents; nothing while it is being read. */
export interface HistorySource {
  readonly historyOf: (path: string) => DocumentHistory | undefined;
  /** Records that are gone, by the path of the index or policy file on which that is told. */
  readonly deletedAt: (path: string) => readonly AuditedRecord[];
  /** What is wrong with the ledger of seals at this path. */
  readonly ledgerProblemsAt: (path: string) => readonly LedgerProblem[];
}

/** What the workspace folders share. */
export interface SharedState {
  readonly host: Host;
  readonly features: ClientFeatures;
  readonly publisher: Publisher;
  /** The text in the editor, by absolute path. */
  readonly openAt: (path: string) => OpenText | undefined;
  /** Called when what the views show may have changed. */
  readonly changed: () => void;
}

/** Paths are relative to the base of `files`, with `/`. */
export class Diagnostics {
  readonly documents = new KnownDocuments();
  readonly #files: BasedFileSystem;
  readonly #policies: PolicyFiles;
  readonly #shared: SharedState;
  readonly #history: HistorySource;
  readonly #names: FolderNames;
  /** Findings on folders and files that cannot be read. */
  readonly #unreadable = new Map<string, Diagnostic>();
  /** All paths of which anything was ever told. */
  readonly #published = new Set<string>();

  constructor(files: BasedFileSystem, policies: PolicyFiles, shared: SharedState, history: HistorySource) {
    this.#files = files;
    this.#names = new FolderNames(files);
    this.#policies = policies;
    this.#shared = shared;
    this.#history = history;
  }

  /** Undefined for what no policy covers. */
  analysisInput(path: string, text: string, asked?: Set<string>): AnalysisInput | undefined {
    const policy = governingPolicy(this.#policies.loaded, path);
    if (policy === undefined) return undefined;
    const today = this.#shared.host.clock.today();
    const history = this.#history.historyOf(path);
    const others = otherDocuments(this.#files, this.#names, this.#policies.loaded, (other) =>
      asked?.add(other),
    );
    const workspace = () => this.documents.snapshot();
    return { path, text, policy, today, workspace, ...others, history };
  }

  /** Files came or went. */
  filesChanged(): void {
    this.#names.forget();
  }

  /** Checks a text and publishes what it finds; a document that is not governed is forgotten. */
  diagnose(path: string, text: string): void {
    const asked = new Set<string>();
    const input = this.analysisInput(path, text, asked);
    if (input === undefined) {
      this.forget(path);
      return;
    }
    this.#unreadable.delete(path);
    const before = this.documents.get(path);
    const analysis = analyse(input);
    const after = toKnownDocument(analysis, text, this.#uriOf(path), this.#shared.features, [...asked]);
    const namesOthers = this.documents.set(path, after, analysis.mentions());
    this.publish(path);
    if (namesOthers || before === undefined || !looksSame(before, after)) this.#shared.changed();
  }

  /** Checks what lies on the disk. */
  diagnoseFile(path: string): void {
    const covered = governingPolicy(this.#policies.loaded, path) !== undefined;
    const result = covered ? this.#files.read(path) : undefined;
    if (result?.kind === "text") this.diagnose(path, result.text);
    else {
      this.forget(path);
      this.setUnreadable(path, result?.kind === "unreadable" ? result.reason : undefined);
    }
  }

  forget(path: string): void {
    this.#unreadable.delete(path);
    const known = this.documents.delete(path);
    this.publish(path);
    if (known) this.#shared.changed();
  }

  /** `reason` is undefined when the path can be read, or is gone. */
  setUnreadable(path: string, reason: string | undefined): void {
    if (reason === undefined && !this.#unreadable.has(path)) return;
    if (reason === undefined) this.#unreadable.delete(path);
    else this.#unreadable.set(path, unreadablePath(reason, this.#shared.features));
    this.publish(path);
  }

  unreadablePaths(): readonly string[] {
    return [...this.#unreadable.keys()];
  }

  /** Sends what is known of the path now. */
  publish(path: string): void {
    this.#published.add(path);
    const unreadable = this.#unreadable.get(path);
    const document = this.documents.get(path);
    const diagnostics = [
      ...(this.#policies.diagnostics.get(path) ?? []),
      ...this.#goneRecords(path),
      ...this.#ledgerProblems(path),
      ...(document?.diagnostics ?? []),
      ...(unreadable === undefined ? [] : [unreadable]),
    ];
    const open = this.#shared.openAt(this.#absolute(path));
    const uri = this.#shared.host.uriOfPath(this.#absolute(path));
    this.#shared.publisher.publish(uri, diagnostics, open, document !== undefined);
  }

  /** On the policy file, where the folder of a record has no index. */
  #goneRecords(path: string): readonly Diagnostic[] {
    if (policyFolder(path) === undefined) return [];
    return this.#history.deletedAt(path).flatMap((record) => {
      const found = findDeletion(record);
      return found === undefined
        ? []
        : [toDiagnostic(found.rule, found.severity, START, found.message, this.#shared.features)];
    });
  }

  #ledgerProblems(path: string): readonly Diagnostic[] {
    return this.#history.ledgerProblemsAt(path).map(({ line, message }) => {
      const start = { line: line - 1, character: 0 };
      return toDiagnostic(LEDGER_PROBLEM, "error", { start, end: start }, message, this.#shared.features);
    });
  }

  /** Takes everything back. */
  clear(): void {
    for (const path of this.#published) this.#shared.publisher.clear(this.#uriOf(path));
    this.#shared.changed();
  }

  #absolute(path: string): string {
    return path === "" ? this.#files.base : `${this.#files.base}/${path}`;
  }

  #uriOf(path: string): string {
    const absolute = this.#absolute(path);
    return this.#shared.openAt(absolute)?.uri ?? this.#shared.host.uriOfPath(absolute);
  }
}

function unreadablePath(reason: string, features: ClientFeatures): Diagnostic {
  return toDiagnostic(UNREADABLE_PATH, "warning", START, unreadableMessage(reason), features);
}
