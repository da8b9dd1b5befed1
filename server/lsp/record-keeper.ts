/** Keeps what the repository's history tells of the records of one workspace folder, and asks again when it moves. */

import {
  auditRepository,
  auditWithoutHistory,
  createWanted,
  explainUnknown,
  workingFiles,
} from "../engine/audit";
import { createBlobSource } from "../engine/blob-source";
import {
  blobsFor,
  type HistoryFacts,
  historyOf,
  NO_HISTORY,
  toHistoryFacts,
} from "../engine/document-history";
import { placeDeleted } from "../engine/place-deleted";
import type { PolicySet } from "../engine/policies";
import { hasLedger, ledgerFindings, weighSeals } from "../engine/weigh-seals";
import type { BasedFileSystem, RepositoryReader } from "../host/types";
import { finishBlobWork } from "../records/blob-request";
import type { FilingMemory } from "../records/find-filings";
import type { LedgerProblem } from "../records/ledger";
import type { AuditedRecord, DocumentHistory } from "../records/types";
import { type Throttled, throttle } from "./throttle";

/** Milliseconds between two readings of the history. */
const INTERVAL = 1000;
/** Files looked at between two looks at what the editor says. */
const PORTION = 20;

const NOTHING: ReadonlyMap<string, string> = new Map();

export interface KeeperContext {
  readonly files: BasedFileSystem;
  readonly repository: RepositoryReader;
  readonly policies: () => PolicySet;
  readonly sha256: (text: string) => string;
  /** All paths of the working tree that may hold documents. */
  readonly paths: () => readonly string[];
  /** Those of documents whose header says that they are filed. */
  readonly filedPaths: () => readonly string[];
  /** Whether these are not all known yet. */
  readonly isScanning: () => boolean;
  readonly isOpen: (path: string) => boolean;
  /** The paths of all open documents. */
  readonly openPaths: () => readonly string[];
  /** Called with the paths of which the history may tell something else now. */
  readonly learned: (paths: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

export class RecordKeeper {
  readonly #context: KeeperContext;
  readonly #refresh: Throttled;
  readonly #unwatch: () => void;
  #facts: HistoryFacts = NO_HISTORY;
  #ledgers: ReadonlyMap<string, readonly LedgerProblem[]> = new Map();
  #unknown: string | undefined;
  #reading = true;
  /** Whether the policies have changed since the latest reading began. */
  #outdated = false;
  #memory: FilingMemory = new Map();
  #policies: PolicySet | undefined;
  #running: AbortController | undefined;
  #again = false;
  /** Texts of blobs that open or changed documents are compared with. */
  #texts = new Map<string, string | undefined>();
  readonly #awaited = new Set<string>();
  readonly #disposed = new AbortController();

  constructor(context: KeeperContext) {
    this.#context = context;
    this.#refresh = throttle(INTERVAL, () => void this.#read());
    this.#unwatch = context.repository.watch(() => this.refresh());
  }

  /** By path. */
  get records(): readonly AuditedRecord[] {
    return [...this.#facts.records.values()];
  }

  /** True until the history has been read under the present policies. */
  get reading(): boolean {
    return this.#reading;
  }

  /** Why the history tells nothing, as a clause. */
  get unknown(): string | undefined {
    return this.#unknown;
  }

  recordAt(path: string): AuditedRecord | undefined {
    return this.#facts.records.get(path);
  }

  /** What is wrong with the ledger of seals at this path. */
  ledgerProblemsAt(path: string): readonly LedgerProblem[] {
    return this.#ledgers.get(path) ?? [];
  }

  /** Records that are gone, by the path of the index or policy file on which that is told. */
  deletedAt(path: string): readonly AuditedRecord[] {
    return this.#facts.deleted.get(path) ?? [];
  }

  /** The history may have moved, or files of the working tree. */
  refresh(): void {
    if (!this.#disposed.signal.aborted) this.#refresh.call();
  }

  /** Other documents may be records now. */
  policiesChanged(): void {
    this.#reading = true;
    this.#outdated = true;
    this.refresh();
  }

  dispose(): void {
    this.#disposed.abort();
    this.#running?.abort();
    this.#refresh.dispose();
    this.#unwatch();
    this.#context.repository.dispose();
  }

  /** Undefined when it tells nothing, or not yet: then `learned` is called with the path once it does. */
  historyOf(path: string): DocumentHistory | undefined {
    const blobs = blobsFor(path, this.#facts, this.#context.isOpen(path));
    if (blobs.some((id) => !this.#texts.has(id))) void this.#fetch(path, blobs);
    return historyOf(path, this.#facts, blobs.length === 0 ? NOTHING : this.#texts);
  }

  /** The text of a blob, read if need be. */
  async textOf(id: string): Promise<string | undefined> {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    let text: string | undefined;
    const use = (_: string, read: string | undefined) => {
      text = read;
    };
    await this.#context.repository.readTexts([id], "plain", use, this.#disposed.signal);
    return text;
  }

  /** Its exact bytes, Base64. */
  bytesOf(id: string): Promise<string | undefined> {
    return this.#context.repository.readBytes(id, this.#disposed.signal);
  }

  /** What the latest commit has at a path. */
  async committedTextAt(path: string): Promise<string | undefined> {
    const file = this.#facts.tree.get(path);
    return file === undefined ? undefined : await this.textOf(file.blob);
  }

  async #fetch(path: string, ids: readonly string[]): Promise<void> {
    if (this.#awaited.has(path) || this.#disposed.signal.aborted) return;
    this.#awaited.add(path);
    try {
      const use = (id: string, text: string | undefined) => void this.#texts.set(id, text);
      await this.#context.repository.readTexts(ids, "plain", use, this.#disposed.signal);
      this.#awaited.delete(path);
      this.#context.learned([path]);
    } catch (error) {
      this.#awaited.delete(path);
      if (!this.#disposed.signal.aborted) this.#context.failed(error);
    }
  }

  /** One reading at a time; what happens meanwhile makes another one follow. */
  async #read(): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    const running = new AbortController();
    this.#running = running;
    try {
      await this.#readOnce(running.signal);
    } catch (error) {
      if (!running.signal.aborted) this.#context.failed(error);
    } finally {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.refresh();
      }
    }
  }

  async #readOnce(signal: AbortSignal): Promise<void> {
    const { repository, files } = this.#context;
    const policies = this.#context.policies();
    this.#outdated = false;
    if (policies !== this.#policies) this.#memory = new Map();
    this.#policies = policies;
    const answer = await repository.readHistory(createWanted(policies), signal);
    const history = answer.kind === "history" ? answer.history : undefined;
    const source = createBlobSource(repository, files, signal, PORTION);
    // without a history, the documents tell what the records are
    const partial = answer.kind === "unknown" && this.#context.isScanning();
    let records: readonly AuditedRecord[] = [];
    if (history !== undefined) {
      const working = workingFiles(files, this.#context.paths, history, policies);
      const work = auditRepository(history, policies, working, this.#memory);
      records = (await finishBlobWork(work, source)).records;
    } else if (answer.kind === "unknown" && hasLedger(policies, files)) {
      records = auditWithoutHistory(this.#filedDocuments(), policies, explainUnknown(answer.reason));
    }
    const weighing = weighSeals(records, policies, files, history, this.#context.sha256);
    const weighed = await finishBlobWork(weighing, source);
    records = weighed.records;
    const before = this.#concerned();
    this.#ledgers = byPath(ledgerFindings(weighed.ledgers));
    const deleted = placeDeleted(records, policies, (path) => files.kindOf(path) === "file");
    this.#facts = toHistoryFacts(history, records, deleted);
    this.#unknown = answer.kind === "unknown" ? answer.reason : undefined;
    this.#reading = this.#outdated || partial;
    if (partial && !this.#context.isScanning()) this.refresh();
    this.#dropTexts();
    this.#context.learned([...new Set([...before, ...this.#concerned()])]);
  }

  *#filedDocuments() {
    for (const path of this.#context.filedPaths()) {
      const text = this.#context.files.readText(path);
      if (text !== undefined) yield { path, text };
    }
  }

  /** Paths of which the history has something to tell. */
  #concerned(): readonly string[] {
    const amended = this.records
      .filter(({ verdict, amendments }) => verdict === "amended" || amendments.length > 0)
      .map(({ path }) => path);
    // what is open is compared with the history before its author types
    const open = this.#context.openPaths();
    return [
      ...open,
      ...amended,
      ...this.#facts.uncommitted,
      ...this.#facts.deleted.keys(),
      ...this.#ledgers.keys(),
    ];
  }

  /** What no document is compared with any more. */
  #dropTexts(): void {
    const wanted = new Set<string | undefined>();
    for (const { baseline } of this.#facts.records.values()) wanted.add(baseline?.file.blob);
    for (const { blob } of this.#facts.tree.values()) wanted.add(blob);
    for (const id of this.#texts.keys()) if (!wanted.has(id)) this.#texts.delete(id);
  }
}

function byPath(findings: ReturnType<typeof ledgerFindings>): ReadonlyMap<string, readonly LedgerProblem[]> {
  const paths = new Map<string, LedgerProblem[]>();
  for (const { path, problem } of findings) paths.set(path, [...(paths.get(path) ?? []), problem]);
  return paths;
}
