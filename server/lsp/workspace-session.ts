/** One workspace folder: its policies, its documents, and what was found in them. */
import type { Diagnostic } from "vscode-languageserver/node";
import { type AnalysisInput, analyse } from "../engine/analyse";
import { findFiles, governingPolicy, isNeverLookedAt } from "../engine/find-files";
import type { BasedFileSystem, Host } from "../host/types";
import type { Background, Running } from "./background";
import type { ClientFeatures } from "./client-features";
import { START, toDiagnostic } from "./convert";
import { KnownDocuments, toKnownDocument } from "./known-documents";
import { PolicyFiles } from "./policy-files";
import type { Progress } from "./progress";
import type { OpenText, Publisher } from "./publisher";

/** What a session shares with the others. */
export interface SessionContext {
  readonly host: Host;
  readonly features: ClientFeatures;
  readonly background: Background;
  readonly publisher: Publisher;
  /** The text in the editor, by absolute path. */
  readonly openAt: (path: string) => OpenText | undefined;
  /** The absolute paths of all open documents. */
  readonly openPaths: () => readonly string[];
  /** Called when what the views show may have changed. */
  readonly changed: () => void;
}

export class WorkspaceSession {
  readonly files: BasedFileSystem;
  readonly policies: PolicyFiles;
  readonly documents = new KnownDocuments();
  /** The folder, relative to the base of `files`; empty for the base itself. */
  readonly folder: string;
  readonly #context: SessionContext;
  /** Policy files above the folder, within its repository. */
  readonly #above: readonly string[];
  /** Findings on folders and files that cannot be read. */
  readonly #unreadable = new Map<string, Diagnostic>();
  /** Paths that the running scan, or an event during it, has dealt with. */
  #seen: Set<string> | undefined;
  #scan: Running<void> | undefined;
  #waiting = new Set<string>();

  /** `folder` is absolute. Nothing is read yet. */
  constructor(folder: string, context: SessionContext) {
    const { base, root } = context.host.findWorkspace(folder);
    this.files = context.host.openFiles(base);
    this.folder = folder === base ? "" : folder.slice(base.length + 1);
    this.policies = new PolicyFiles((path) => this.textAt(path), context.features);
    this.#context = context;
    this.#above = root === undefined || root === this.folder ? [] : policyFilesIn(root);
  }

  /** Reads the policies and diagnoses what is open, then all the rest in the background. */
  start(progress: Progress): Promise<void | undefined> {
    this.policies.add([...this.#above, ...policyFilesIn(this.folder)].filter((path) => this.files.kindOf(path) === "file"));
    this.policies.load();
    this.#publishPolicies(new Map());
    this.#refreshOpen();
    return this.#rescan(progress);
  }

  dispose(): void {
    this.#scan?.cancel();
    this.#waiting.clear();
    const paths = new Set([...this.documents.paths(), ...this.policies.diagnostics.keys(), ...this.#unreadable.keys()]);
    for (const path of paths) this.#context.publisher.clear(this.#context.openAt(this.absolute(path))?.uri ?? this.uriOf(path));
    this.#context.changed();
  }

  /** The path relative to the base; undefined for a file that is not in this folder. */
  pathWithin(absolute: string): string | undefined {
    const { base } = this.files;
    if (!absolute.startsWith(`${base}/`) && absolute !== base) return undefined;
    const path = absolute.slice(base.length + 1);
    return this.folder === "" || path === this.folder || path.startsWith(`${this.folder}/`) ? path : undefined;
  }

  absolute(path: string): string {
    return path === "" ? this.files.base : `${this.files.base}/${path}`;
  }

  uriOf(path: string): string {
    return this.#context.openAt(this.absolute(path))?.uri ?? this.#context.host.uriOfPath(this.absolute(path));
  }

  /** What stands in the editor, otherwise what stands on the disk. */
  textAt(path: string): string | undefined {
    return this.#context.openAt(this.absolute(path))?.text ?? this.files.readText(path);
  }

  /** Undefined for what no policy covers. */
  analysisInput(path: string, text: string): AnalysisInput | undefined {
    const policy = governingPolicy(this.policies.loaded, path);
    if (policy === undefined || isNeverLookedAt(path)) return undefined;
    const today = this.#context.host.clock.today();
    return { path, text, policy, today, workspace: () => this.documents.snapshot() };
  }

  /** An open document has a new text, or was opened. */
  refreshOpen(path: string): void {
    if (this.policies.concerns(path)) this.#policyChanged();
    const open = this.#context.openAt(this.absolute(path));
    if (open === undefined) return;
    if (this.#seen !== undefined) this.#findPoliciesAbove(path);
    this.#unreadable.delete(path);
    this.#diagnose(path, open.text);
  }

  /** Something happened to the files or folders of these paths: what, the disk says. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) if (!isNeverLookedAt(path)) this.#waiting.add(path);
    if (this.#waiting.size > 0) this.#context.background.run(this.#lookAgain());
  }

  *#lookAgain(): Generator<undefined, void> {
    const paths = [...this.#waiting];
    this.#waiting = new Set();
    let policyChanged = false;
    for (const path of paths) {
      policyChanged = this.#noticePolicy(path) || policyChanged;
      yield;
    }
    if (policyChanged) this.#policyChanged();
    for (const path of paths) {
      yield* this.#lookAt(path);
      yield;
    }
  }

  /** True when a policy file appeared, changed or went. */
  #noticePolicy(path: string): boolean {
    const kind = this.files.kindOf(path);
    if (kind === "absent") return this.policies.remove(path) || this.policies.concerns(path);
    if (kind === "folder") return this.policies.add(policyFilesIn(path).filter((each) => this.files.kindOf(each) === "file"));
    if (!this.policies.concerns(path)) return false;
    if (policyFilesIn(path.slice(0, Math.max(0, path.lastIndexOf("/")))).includes(path) || path.endsWith("/.docket/policy.yaml")) this.policies.add([path]);
    return true;
  }

  *#lookAt(path: string): Generator<undefined, void> {
    const kind = this.files.kindOf(path);
    if (kind === "absent") {
      for (const gone of this.documents.pathsAt(path)) this.#forget(gone);
      this.#setUnreadable(path, undefined);
    } else if (kind === "file") this.#readDocument(path);
    else {
      const found = yield* findFiles(this.files, path, [...this.policies.loaded.files]);
      if (this.policies.add(found.policyFiles.filter((file) => !this.policies.concerns(file)))) this.#policyChanged();
      for (const file of found.files) {
        this.#readDocument(file);
        yield;
      }
      for (const { path: folder, reason } of found.unreadable) this.#setUnreadable(folder, reason);
    }
  }

  /** Takes the policies as they now are, and diagnoses everything by them. */
  #policyChanged(): void {
    const before = this.policies.diagnostics;
    const changed = this.policies.load();
    this.#publishPolicies(before);
    if (!changed) return;
    this.#refreshOpen();
    void this.#rescan(undefined);
  }

  #publishPolicies(before: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const path of new Set([...before.keys(), ...this.policies.diagnostics.keys()])) this.#publish(path);
  }

  #refreshOpen(): void {
    for (const absolute of this.#context.openPaths()) {
      const path = this.pathWithin(absolute);
      const open = path === undefined ? undefined : this.#context.openAt(absolute);
      if (path !== undefined && open !== undefined) this.#diagnose(path, open.text);
    }
  }

  #rescan(progress: Progress | undefined): Promise<void | undefined> {
    this.#scan?.cancel();
    this.#seen = new Set();
    this.#scan = this.#context.background.run(this.#scanAll(progress));
    return this.#scan.done;
  }

  *#scanAll(progress: Progress | undefined): Generator<undefined, void> {
    const found = yield* findFiles(this.files, this.folder, this.#above);
    if (this.policies.add(found.policyFiles)) {
      const before = this.policies.diagnostics;
      this.policies.load();
      this.#publishPolicies(before);
      this.#refreshOpen();
    }
    for (const path of [...this.#unreadable.keys()]) this.#setUnreadable(path, undefined);
    for (const { path, reason } of found.unreadable) this.#setUnreadable(path, reason);
    const seen = this.#seen ?? new Set();
    for (const [index, path] of found.files.entries()) {
      if (!seen.has(path)) this.#readDocument(path);
      progress?.report(index + 1, found.files.length);
      yield;
    }
    for (const path of this.documents.paths()) if (!seen.has(path)) this.#forget(path);
    this.#seen = undefined;
  }

  /** Before the first scan has come by, an open document's own policy may not be known yet. */
  #findPoliciesAbove(path: string): void {
    const candidates = foldersAbove(path).filter((folder) => isInside(folder, this.folder)).flatMap(policyFilesIn);
    const present = candidates.filter((file) => !this.policies.has(file) && this.files.kindOf(file) === "file");
    if (!this.policies.add(present)) return;
    const before = this.policies.diagnostics;
    this.policies.load();
    this.#publishPolicies(before);
  }

  #readDocument(path: string): void {
    if (this.#context.openAt(this.absolute(path)) !== undefined) return this.refreshOpenQuietly(path);
    if (governingPolicy(this.policies.loaded, path) === undefined) return this.#forget(path);
    const result = this.files.read(path);
    if (result.kind === "text") {
      this.#setUnreadable(path, undefined);
      this.#diagnose(path, result.text);
    } else {
      this.#forget(path);
      if (result.kind === "unreadable") this.#setUnreadable(path, result.reason);
    }
  }

  /** What is open is diagnosed from the editor, never from the disk. */
  private refreshOpenQuietly(path: string): void {
    this.#seen?.add(path);
  }

  #diagnose(path: string, text: string): void {
    this.#seen?.add(path);
    const input = this.analysisInput(path, text);
    if (input === undefined) return this.#forget(path);
    this.documents.set(path, toKnownDocument(analyse(input), text, this.uriOf(path), this.#context.features));
    this.#publish(path);
    this.#context.changed();
  }

  #forget(path: string): void {
    const known = this.documents.delete(path);
    this.#publish(path);
    if (known) this.#context.changed();
  }

  #setUnreadable(path: string, reason: string | undefined): void {
    if (reason === undefined && !this.#unreadable.has(path)) return;
    if (reason === undefined) this.#unreadable.delete(path);
    else this.#unreadable.set(path, toDiagnostic("internal/unreadable-path", "warning", START, `This path cannot be read: ${reason}. What is in it is not checked.`, this.#context.features));
    this.#publish(path);
  }

  #publish(path: string): void {
    const unreadable = this.#unreadable.get(path);
    const diagnostics = [
      ...(this.policies.diagnostics.get(path) ?? []),
      ...(this.documents.get(path)?.diagnostics ?? []),
      ...(unreadable === undefined ? [] : [unreadable]),
    ];
    const absolute = this.absolute(path);
    this.#context.publisher.publish(this.#context.host.uriOfPath(absolute), diagnostics, this.#context.openAt(absolute));
  }
}

function policyFilesIn(folder: string): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [`${prefix}docket.yaml`, `${prefix}.docket/policy.yaml`];
}

/** The folders above a path, the base included. */
function foldersAbove(path: string): readonly string[] {
  const folders = [""];
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) folders.push(path.slice(0, slash));
  return folders;
}

function isInside(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
