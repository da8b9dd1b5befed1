/** Keeps what the repository's history tells of the records of one workspace folder, and asks again when it moves. */
import { auditRepository, createWanted } from "../engine/audit";
import { governingPolicy } from "../engine/find-files";
import { placeDeleted } from "../engine/place-deleted";
import type { PolicySet } from "../engine/policies";
import type { BasedFileSystem, RepositoryReader } from "../host/types";
import { finishBlobWorkLater } from "../records/blob-request";
import type { FilingMemory } from "../records/find-filings";
import type { AuditedRecord, DocumentHistory } from "../records/types";
import type { RepositoryHistory } from "../workspace/history";
import { type Throttled, throttle } from "./throttle";

/** Milliseconds between two readings of the history. */
const INTERVAL = 1000;
/** Blobs looked at between two looks at what the editor says. */
const PORTION = 20;

export interface KeeperContext {
  readonly files: BasedFileSystem;
  readonly repository: RepositoryReader;
  readonly policies: () => PolicySet;
  /** All paths of the working tree that may hold documents. */
  readonly paths: () => readonly string[];
  readonly isOpen: (path: string) => boolean;
  /** Called with the paths of which the history may tell something else now. */
  readonly learned: (paths: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

export class RecordKeeper {
  readonly #context: KeeperContext;
  readonly #refresh: Throttled;
  readonly #unwatch: () => void;
  #records: ReadonlyMap<string, AuditedRecord> = new Map();
  #deleted: ReadonlyMap<string, readonly AuditedRecord[]> = new Map();
  #history: RepositoryHistory | undefined;
  #uncommitted: ReadonlySet<string> = new Set();
  #unknown: string | undefined;
  #reading = true;
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
    return [...this.#records.values()];
  }

  /** True until the history has been read once. */
  get reading(): boolean {
    return this.#reading;
  }

  /** Why the history tells nothing, as a clause. */
  get unknown(): string | undefined {
    return this.#unknown;
  }

  recordAt(path: string): AuditedRecord | undefined {
    return this.#records.get(path);
  }

  /** Records that are gone, by the path of the index or policy file on which that is told. */
  deletedAt(path: string): readonly AuditedRecord[] {
    return this.#deleted.get(path) ?? [];
  }

  get deletedPlaces(): readonly string[] {
    return [...this.#deleted.keys()];
  }

  /** The history may have moved, or files of the working tree. */
  refresh(): void {
    if (!this.#disposed.signal.aborted) this.#refresh.call();
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
    const record = this.#records.get(path);
    const deleted = this.deletedAt(path);
    const standing =
      record?.baseline !== undefined && record.verdict !== "deleted" ? record.baseline : undefined;
    const head = this.#history?.tree.get(path);
    const differs =
      this.#context.isOpen(path) || this.#uncommitted.has(path) || (record?.amendments.length ?? 0) > 0;
    const ids = differs ? [head?.blob, standing?.file.blob].filter((id) => id !== undefined) : [];
    if (ids.some((id) => !this.#texts.has(id))) {
      void this.#fetch(path, ids);
      return deleted.length === 0 ? undefined : { committed: undefined, record: undefined, deleted };
    }
    const filed = differs && standing !== undefined ? this.#texts.get(standing.file.blob) : undefined;
    const committed = differs && head !== undefined ? this.#texts.get(head.blob) : undefined;
    if (committed === undefined && filed === undefined && deleted.length === 0) return undefined;
    const own =
      filed === undefined || standing === undefined ? undefined : { baseline: standing, text: filed };
    return { committed, record: own, deleted };
  }

  /** The text of a blob, read if need be. */
  async textOf(id: string): Promise<string | undefined> {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const texts = await this.#context.repository.readTexts([id], this.#disposed.signal);
    return texts.get(id);
  }

  /** Its exact bytes, Base64. */
  bytesOf(id: string): Promise<string | undefined> {
    return this.#context.repository.readBytes(id, this.#disposed.signal);
  }

  async #fetch(path: string, ids: readonly string[]): Promise<void> {
    if (this.#awaited.has(path) || this.#disposed.signal.aborted) return;
    this.#awaited.add(path);
    try {
      for (const [id, text] of await this.#context.repository.readTexts(ids, this.#disposed.signal))
        this.#texts.set(id, text);
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
    if (policies !== this.#policies) this.#memory = new Map();
    this.#policies = policies;
    const answer = await repository.readHistory(createWanted(policies), signal);
    const history = answer.kind === "history" ? answer.history : undefined;
    let records: readonly AuditedRecord[] = [];
    if (history !== undefined) {
      const working = {
        textOf: (path: string) => files.readText(path),
        newPaths: () =>
          this.#context
            .paths()
            .filter((path) => !history.tree.has(path) && governingPolicy(policies, path) !== undefined),
      };
      const work = auditRepository(history, policies, working, this.#memory);
      const audit = await finishBlobWorkLater(work, (ids) => repository.readTexts(ids, signal), PORTION);
      records = audit.records;
    }
    const before = this.#concerned();
    this.#history = history;
    this.#uncommitted = new Set(history?.uncommitted.map(({ path }) => path));
    this.#unknown = answer.kind === "unknown" ? answer.reason : undefined;
    this.#records = new Map(records.map((record) => [record.path, record]));
    this.#deleted = placeDeleted(records, policies, (path) => files.kindOf(path) === "file");
    this.#reading = false;
    this.#dropTexts();
    this.#context.learned([...new Set([...before, ...this.#concerned()])]);
  }

  /** Paths of which the history has something to tell. */
  #concerned(): readonly string[] {
    const amended = this.records.filter(({ amendments }) => amendments.length > 0).map(({ path }) => path);
    return [...amended, ...this.#uncommitted, ...this.#deleted.keys()];
  }

  /** What no document is compared with any more. */
  #dropTexts(): void {
    const wanted = new Set<string | undefined>();
    for (const { baseline } of this.#records.values()) wanted.add(baseline?.file.blob);
    for (const { blob } of this.#history?.tree.values() ?? []) wanted.add(blob);
    for (const id of this.#texts.keys()) if (!wanted.has(id)) this.#texts.delete(id);
  }
}
