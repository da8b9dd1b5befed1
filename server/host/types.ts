/** What the server and the command line ask of the machine. Only `host/` knows Node; this file holds types alone. */
import type { HistoryAnswer, HistoryListener } from "../workspace/history";
import type { Clock, FileSystem, UnreadablePath } from "../workspace/ports";

export type ReadResult =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The names in one folder, links resolved, sorted. */
export interface FolderListing {
  /** Relative to the base, with `/`; empty for the base itself. */
  readonly folder: string;
  /** Paths of the files in it, relative to the base. */
  readonly files: readonly string[];
  /** Paths of the folders in it, relative to the base. */
  readonly folders: readonly string[];
  readonly unreadable: readonly UnreadablePath[];
}

/** Files that are read in the order of a list. */
export interface FilesInTurn {
  /** The file at that index; each index larger than the one before. */
  readonly read: (index: number) => ReadResult;
  /** To be called when nothing more is read. */
  readonly end: () => void;
}

/** The files below one base folder. All paths are relative to it, with `/`. */
export interface BasedFileSystem extends FileSystem {
  /** Absolute, with `/`, without one at the end. */
  readonly base: string;
  readonly read: (path: string) => ReadResult;
  /** All of these; while one is used, the next ones may be read already. */
  readonly readInTurn: (paths: readonly string[]) => FilesInTurn;
  /** A file's text, in which no byte is lost: see `decodeExactly`. Undefined where it cannot be read. */
  readonly readExactly: (path: string) => string | undefined;
  /** The first bytes of a file as text, all of them where it has no more; undefined where it cannot be read. */
  readonly readHead: (path: string, bytes: number) => string | undefined;
  /**
   * The folders from `start` down, one at a time, so that the caller may pause between any two. A folder is entered
   * when `enters` says so, asked once its parent has been delivered.
   */
  readonly walk: (
    start: string,
    enters: (folder: string) => boolean,
  ) => Generator<FolderListing, void, undefined>;
  readonly kindOf: (path: string) => "file" | "folder" | "absent";
}

/** Where documents are governed from. */
export interface Workspace {
  /** Absolute: the top of the repository, or the root where there is none. `extends` may not leave it. */
  readonly base: string;
  /** The nearest folder upward that holds a policy, relative to `base`; undefined without any. */
  readonly root: string | undefined;
}

/** How a blob is read: as people read it, so that no byte is lost (see `decodeExactly`), or its first bytes alone. */
export type TextForm = "plain" | "exact" | { readonly head: number };

/** Reads blobs while it is still being found out which ones are wanted. */
export interface BlobStream {
  /** May be called at any time before `end`. */
  readonly ask: (id: string) => void;
  /** Nothing more is asked for; resolves when all is answered, or git has given up. Never rejects. */
  readonly end: () => Promise<void>;
}

/** A git repository as an audit reads it, and as the language server follows it. */
export interface RepositoryReader {
  /** Rejects with the signal's reason when that aborts, and for nothing else. */
  readonly readHistory: (
    wanted: (path: string) => boolean,
    signal: AbortSignal,
    listener?: HistoryListener,
  ) => Promise<HistoryAnswer>;
  /**
   * Calls `use` once for each blob, in no certain order, with its text; undefined for what the repository does not have. Rejects as `readHistory` does.
   */
  readonly readTexts: (
    ids: readonly string[],
    form: TextForm,
    use: (id: string, text: string | undefined) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /**
   * Begins to read what is not known in full yet: `visit` is called as blobs come, with bytes that are good only during
   * the call. What git stumbles over is never visited. Undefined where nothing may be asked for that might be missing.
   */
  readonly streamBlobs: (
    visit: (id: string, bytes: Uint8Array | undefined) => void,
    signal: AbortSignal,
  ) => Promise<BlobStream | undefined>;
  /** The exact bytes of a blob, Base64. Rejects as `readHistory` does. */
  readonly readBytes: (id: string, signal: AbortSignal) => Promise<string | undefined>;
  /** Calls back when HEAD or the index may have moved; gives the function that ends that. */
  readonly watch: (moved: () => void) => () => void;
  readonly dispose: () => void;
}

export interface Host {
  /** The SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
  readonly sha256: (text: string) => string;
  /** `base` is absolute. */
  readonly openRepository: (base: string) => RepositoryReader;
  readonly clock: Clock;
  /** `base` is absolute. */
  readonly openFiles: (base: string) => BasedFileSystem;
  /**
   * Calls back with the name of what appeared, changed or went in this folder alone, with undefined where the machine
   * does not tell it; gives the function that ends that. `folder` is absolute. Throws where no more can be watched.
   */
  readonly watchFolder: (folder: string, happened: (name: string | undefined) => void) => () => void;
  /** `path` is absolute: a folder or a file, which need not exist. */
  readonly findWorkspace: (path: string) => Workspace;
  /** The absolute path of a `file:` URI, with `/`; undefined for any other scheme. */
  readonly pathOfUri: (uri: string) => string | undefined;
  readonly uriOfPath: (path: string) => string;
}
