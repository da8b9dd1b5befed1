/** One workspace folder: scans it, and follows what happens to its files and policies. */
import type { Diagnostic } from "vscode-languageserver/node";
import type { AnalysisInput } from "../engine/analyse";
import { findFiles, isNeverLookedAt, policyFilesIn } from "../engine/find-files";
import { listFilesOf } from "../engine/templates";
import type { BasedFileSystem } from "../host/types";
import type { Policy } from "../policy/types";
import type { Background, Running } from "./background";
import { Diagnostics, type SharedState } from "./diagnostics";
import type { KnownDocuments } from "./known-documents";
import { PolicyFiles } from "./policy-files";
import type { Progress } from "./progress";
import { RecordKeeper } from "./record-keeper";

export interface SessionContext extends SharedState {
  readonly background: Background;
  /** The absolute paths of all open documents. */
  readonly openPaths: () => readonly string[];
  /** Logs what went wrong in the background; `what` was being done. */
  readonly failed: (what: string, error: unknown) => void;
}

export class WorkspaceSession {
  readonly files: BasedFileSystem;
  /** The folder, relative to the base of `files`; empty for the base itself. All other paths are relative to the base. */
  readonly folder: string;
  readonly policies: PolicyFiles;
  readonly records: RecordKeeper;
  readonly #diagnostics: Diagnostics;
  readonly #context: SessionContext;
  /** Policy files above the folder, within its repository. */
  readonly #above: readonly string[];
  /** What the running scan, or an event during it, has dealt with; undefined when none runs. */
  #seen: Set<string> | undefined;
  /** Open documents with words that no file holds. */
  readonly #unsaved = new Set<string>();
  #scan: Running<void> | undefined;
  #changed = new Set<string>();
  #disposed = false;

  /** `folder` is absolute. Nothing is read yet. */
  constructor(folder: string, context: SessionContext) {
    const { base, root } = context.host.findWorkspace(folder);
    this.files = context.host.openFiles(base);
    this.folder = folder === base ? "" : folder.slice(base.length + 1);
    this.policies = new PolicyFiles((path) => this.textAt(path), listFilesOf(this.files), context.features);
    this.records = new RecordKeeper({
      files: this.files,
      repository: context.host.openRepository(base),
      policies: () => this.policies.loaded,
      sha256: context.host.sha256,
      paths: () => this.documents.paths(),
      filedPaths: () => this.documents.filedPaths(),
      isScanning: () => this.isReading,
      isOpen: (path) => this.#isOpen(path),
      openPaths: () => context.openPaths().flatMap((absolute) => this.pathWithin(absolute) ?? []),
      learned: (paths) => this.#learned(paths),
      failed: (error) => context.failed("Reading the history", error),
    });
    this.#diagnostics = new Diagnostics(this.files, this.policies, context, {
      historyOf: (path) => this.records.historyOf(path),
      deletedAt: (path) => this.records.deletedAt(path),
      ledgerProblemsAt: (path) => this.records.ledgerProblemsAt(path),
    });
    this.#context = context;
    this.#above = root === undefined || root === this.folder ? [] : this.#policyFilesIn([root]);
  }

  get documents(): KnownDocuments {
    return this.#diagnostics.documents;
  }

  /** True until all documents have been read, and while they are read again. */
  get isReading(): boolean {
    return this.#seen !== undefined;
  }

  /** Resolves when all documents have been read. */
  async scanned(): Promise<void> {
    // a change of the policies ends one scan and begins another
    for (let scan = this.#scan; scan !== undefined; ) {
      await scan.done;
      const next: Running<void> | undefined = this.#scan;
      scan = next === scan ? undefined : next;
    }
  }

  /**
   * The policy that governs a folder; where none does, all below `top`. That there is none is only known when the
   * folders have been looked through.
   */
  async policiesAt(folder: string, top: string): Promise<readonly Policy[]> {
    const inside = folder === "" ? "_" : `${folder}/_`;
    if (this.isReading) this.#findPoliciesAbove(inside);
    const known = this.policies.loaded.policyFor(inside);
    if (known !== undefined) return [known];
    await this.scanned();
    const { policyFor, policies } = this.policies.loaded;
    const found = policyFor(inside);
    return found === undefined ? policies.filter((each) => isInside(each.folder, top)) : [found];
  }

  /** Reads the policies and diagnoses what is open, then all the rest in the background. */
  start(progress: Progress): Promise<unknown> {
    this.policies.add([...this.#above, ...this.#policyFilesIn([this.folder])]);
    this.#loadPolicies();
    this.#refreshOpen();
    this.records.refresh();
    return this.#rescan(progress);
  }

  dispose(): void {
    this.#disposed = true;
    this.#scan?.cancel();
    this.#changed.clear();
    this.records.dispose();
    this.#diagnostics.clear();
  }

  /** The path relative to the base; undefined for a file that is not in this folder. */
  pathWithin(absolute: string): string | undefined {
    const { base } = this.files;
    if (!absolute.startsWith(`${base}/`) && absolute !== base) return undefined;
    const path = absolute.slice(base.length + 1);
    return isInside(path, this.folder) ? path : undefined;
  }

  /** True for a path in the folder; all others are those of its repository. */
  isInside(path: string): boolean {
    return isInside(path, this.folder);
  }

  /** The path as the client's folder shows it. */
  pathFromFolder(path: string): string {
    return this.folder === "" ? path : path.slice(this.folder.length + 1);
  }

  absolute(path: string): string {
    return path === "" ? this.files.base : `${this.files.base}/${path}`;
  }

  uriOf(path: string): string {
    return (
      this.#context.openAt(this.absolute(path))?.uri ?? this.#context.host.uriOfPath(this.absolute(path))
    );
  }

  /** What stands in the editor, otherwise what stands on the disk. */
  textAt(path: string): string | undefined {
    return this.#context.openAt(this.absolute(path))?.text ?? this.files.readText(path);
  }

  /** Undefined for what no policy covers. */
  analysisInput(path: string, text: string): AnalysisInput | undefined {
    return this.#diagnostics.analysisInput(path, text);
  }

  /** An open document has a new text, or was opened. */
  refreshOpen(path: string, how: "opened" | "changed"): void {
    if (this.policies.concerns(path)) this.#policyChanged();
    const open = this.#context.openAt(this.absolute(path));
    if (open === undefined || (how === "opened" && this.#isLeftOver(path))) return;
    if (this.#seen !== undefined) this.#findPoliciesAbove(path);
    this.#seen?.add(path);
    this.#diagnostics.diagnose(path, open.text);
    this.#noteUnsaved(path);
  }

  /** What is open is on the disk. */
  saved(path: string): void {
    this.#unsaved.delete(path);
  }

  /** Something happened to the files or folders of these paths: what, the disk says. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) if (!isNeverLookedAt(path)) this.#changed.add(path);
    this.records.refresh();
    if (this.#changed.size > 0) this.#context.background.run(this.#followChanges());
  }

  /** The history tells something else of these documents than before. */
  #learned(paths: readonly string[]): void {
    if (this.#disposed) return;
    this.#context.background.run(this.#diagnoseAgain(paths));
  }

  *#diagnoseAgain(paths: readonly string[]): Generator<undefined, void> {
    for (const path of paths) {
      const open = this.#context.openAt(this.absolute(path));
      if (this.policies.concerns(path)) this.#diagnostics.publish(path);
      else if (open !== undefined && this.#isKept(path)) this.#diagnostics.diagnose(path, open.text);
      else if (this.documents.has(path)) this.#diagnostics.diagnoseFile(path);
      // a ledger of seals is no document
      else this.#diagnostics.publish(path);
      yield;
      if (this.#disposed) return;
    }
    this.#context.changed();
  }

  *#followChanges(): Generator<undefined, void> {
    const paths = [...this.#changed];
    this.#changed = new Set();
    this.#diagnostics.filesChanged();
    let policyChanged = false;
    for (const path of paths) {
      policyChanged = this.#noticePolicy(path) || policyChanged;
      yield;
    }
    if (policyChanged) this.#policyChanged();
    for (const path of paths) {
      yield* this.#lookAt(path);
      yield;
      if (this.#disposed) return;
    }
    const asking = this.documents.pathsAskingFor(paths);
    if (asking.length > 0) yield* this.#diagnoseAgain(asking);
  }

  /** True when a policy file appeared, changed or went. */
  #noticePolicy(path: string): boolean {
    const gone = this.policies.below(path).filter((file) => this.files.kindOf(file) !== "file");
    for (const file of gone) this.policies.remove(file);
    if (!this.policies.concerns(path)) return gone.length > 0;
    this.policies.add(this.#policyFilesIn(this.#foldersAbove(path)));
    return true;
  }

  *#lookAt(path: string): Generator<undefined, void> {
    const kind = this.files.kindOf(path);
    if (kind === "file") {
      this.#diagnoseClosed(path);
      return;
    }
    const found =
      kind === "folder" ? yield* findFiles(this.files, path, this.policies.above(path)) : undefined;
    if (found !== undefined && this.policies.add(found.policyFiles)) this.#policyChanged();
    const files = new Set(found?.files);
    for (const file of files) {
      this.#diagnoseClosed(file);
      yield;
      if (this.#disposed) return;
    }
    // a folder that was deleted and made again holds less than before
    for (const known of this.documents.pathsAt(path)) {
      if (!files.has(known) && !this.#isKept(known)) this.#diagnostics.forget(known);
    }
    for (const each of this.#diagnostics.unreadablePaths()) {
      if (isInside(each, path) && !files.has(each)) this.#diagnostics.setUnreadable(each, undefined);
    }
    for (const each of found?.unreadable ?? []) this.#diagnostics.setUnreadable(each.path, each.reason);
  }

  /** Takes the policies as they now are, and diagnoses everything by them. */
  #policyChanged(): void {
    if (!this.#loadPolicies()) return;
    this.#refreshOpen();
    void this.#rescan(undefined);
  }

  /** True when a policy is another one than before. */
  #loadPolicies(): boolean {
    const before: ReadonlyMap<string, readonly Diagnostic[]> = this.policies.diagnostics;
    const changed = this.policies.load();
    for (const path of new Set([...before.keys(), ...this.policies.diagnostics.keys()]))
      this.#diagnostics.publish(path);
    if (changed) this.records.policiesChanged();
    return changed;
  }

  #refreshOpen(): void {
    for (const absolute of this.#context.openPaths()) {
      const path = this.pathWithin(absolute);
      const open = path === undefined ? undefined : this.#context.openAt(absolute);
      if (path !== undefined && open !== undefined && this.#isKept(path))
        this.#diagnostics.diagnose(path, open.text);
    }
  }

  #rescan(progress: Progress | undefined): Promise<unknown> {
    this.#scan?.cancel();
    this.#seen = new Set();
    this.#scan = this.#context.background.run(this.#scanAll(this.#seen, progress));
    return this.#scan.done;
  }

  *#scanAll(seen: Set<string>, progress: Progress | undefined): Generator<undefined, void> {
    const found = yield* findFiles(this.files, this.folder, this.#above);
    if (this.policies.add(found.policyFiles) && this.#loadPolicies()) this.#refreshOpen();
    for (const path of this.#diagnostics.unreadablePaths()) this.#diagnostics.setUnreadable(path, undefined);
    for (const { path, reason } of found.unreadable) this.#diagnostics.setUnreadable(path, reason);
    for (const [index, path] of found.files.entries()) {
      if (!seen.has(path)) this.#diagnoseClosed(path);
      progress?.report(index + 1, found.files.length);
      yield;
    }
    for (const path of this.documents.paths())
      if (!seen.has(path) && !this.#isKept(path)) this.#diagnostics.forget(path);
    this.#seen = undefined;
    // that nothing more is to come is a change, too
    this.#context.changed();
    // only now is it known which documents there are to hold against their seals
    if (this.records.unknown !== undefined) this.records.refresh();
    this.#context.background.run(this.documents.symbols.prepare(this.documents.values()));
  }

  /** What is open is diagnosed from the editor, never from the disk. */
  #diagnoseClosed(path: string): void {
    this.#seen?.add(path);
    const open = this.#context.openAt(this.absolute(path));
    if (open === undefined) this.#diagnostics.diagnoseFile(path);
    else {
      this.#noteUnsaved(path);
      // its file is back
      if (!this.documents.has(path)) this.#diagnostics.diagnose(path, open.text);
    }
  }

  /** True for a document of a deleted file that its editor goes on holding. */
  #isLeftOver(path: string): boolean {
    return this.#context.features.keepsDeleted && this.files.kindOf(path) !== "file";
  }

  #noteUnsaved(path: string): void {
    const open = this.#context.openAt(this.absolute(path));
    if (open === undefined || this.files.readText(path) === open.text) this.#unsaved.delete(path);
    else this.#unsaved.add(path);
  }

  #isOpen(path: string): boolean {
    return this.#context.openAt(this.absolute(path)) !== undefined;
  }

  /**
   * True for an open document that is there without its file, too: with words of its author's that are not saved. A
   * saved one is held by its editor for minutes after its file was deleted and its tab closed.
   */
  #isKept(path: string): boolean {
    const open = this.#context.openAt(this.absolute(path));
    return open !== undefined && (this.#unsaved.has(path) || this.files.kindOf(path) === "file");
  }

  /** Until the first scan has come by, the policy nearest to an open document may not be known. */
  #findPoliciesAbove(path: string): void {
    if (this.policies.add(this.#policyFilesIn(this.#foldersAbove(path)))) this.#loadPolicies();
  }

  /** From this session's folder down to the one that holds the path. */
  #foldersAbove(path: string): readonly string[] {
    const folders = [""];
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1))
      folders.push(path.slice(0, slash));
    return folders.filter((folder) => isInside(folder, this.folder));
  }

  /** Those that exist. */
  #policyFilesIn(folders: readonly string[]): readonly string[] {
    return folders.flatMap(policyFilesIn).filter((path) => this.files.kindOf(path) === "file");
  }
}

function isInside(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
