/** The workspace folders of one connection, as they come and go. */
import { watchFolders } from "./folder-watch";
import type { Progress } from "./progress";
import { type SessionContext, WorkspaceSession } from "./workspace-session";

/** A file in one of the folders. */
export interface Located {
  readonly session: WorkspaceSession;
  /** Relative to the base of the session's files. */
  readonly path: string;
}

export class Sessions {
  readonly #context: SessionContext;
  readonly #beginProgress: () => Progress;
  /** All folders that are open, by absolute path. */
  readonly #folders = new Set<string>();
  readonly #sessions = new Map<string, WorkspaceSession>();
  /** Where the client watches no files: what ends our own watching, by absolute path. */
  readonly #watches = new Map<string, () => void>();

  constructor(context: SessionContext, begin: () => Progress) {
    this.#context = context;
    this.#beginProgress = begin;
  }

  all(): readonly WorkspaceSession[] {
    return [...this.#sessions.values()];
  }

  /** `absolute` is a path with `/`. */
  locate(absolute: string): Located | undefined {
    for (const session of this.#sessions.values()) {
      const path = session.pathWithin(absolute);
      if (path !== undefined) return { session, path };
    }
    return undefined;
  }

  change(added: readonly string[], removed: readonly string[]): void {
    for (const folder of removed) this.#folders.delete(folder);
    for (const folder of added) this.#folders.add(folder);
    // a folder within another open one belongs to that: its files must not be reported twice
    const wanted = [...this.#folders].filter(
      (folder) => ![...this.#folders].some((other) => folder.startsWith(`${other}/`)),
    );
    for (const [folder, session] of this.#sessions) {
      if (wanted.includes(folder)) continue;
      this.#sessions.delete(folder);
      this.#watches.get(folder)?.();
      this.#watches.delete(folder);
      session.dispose();
    }
    for (const folder of wanted) if (!this.#sessions.has(folder)) this.#open(folder);
  }

  /** Opens the folder of the policy that governs the file, if there is one. `absolute` is a path with `/`. */
  openAround(absolute: string): void {
    if (this.locate(absolute) !== undefined) return;
    const { base, root } = this.#context.host.findWorkspace(absolute);
    if (root !== undefined) this.change([root === "" ? base : `${base}/${root}`], []);
  }

  #open(folder: string): void {
    const session = new WorkspaceSession(folder, this.#context);
    this.#sessions.set(folder, session);
    const progress = this.#beginProgress();
    void session.start(progress).finally(progress.end);
    if (!this.#context.features.watchedFiles) this.#watch(folder, session);
  }

  #watch(folder: string, session: WorkspaceSession): void {
    const { host, background, failed } = this.#context;
    const end = watchFolders(session.folder, {
      host,
      background,
      files: session.files,
      changed: (paths) => session.filesChanged(paths),
      gaveUp: (reason) => failed("Watching files", `not all of ${folder} can be watched: ${reason}`),
    });
    this.#watches.set(folder, end);
  }

  /** No more is told of what happens to files. */
  stopWatching(): void {
    for (const end of this.#watches.values()) end();
    this.#watches.clear();
  }
}
