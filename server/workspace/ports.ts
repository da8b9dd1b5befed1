/** What the engine asks of the world; `host/` implements it, tests may too. */

export interface FileEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
}

/** A folder or file that could not be read, with the reason in plain words. */
export interface UnreadablePath {
  readonly path: string;
  readonly reason: string;
}

export interface FileSystem {
  /** All files below the root, in a stable order; links that lead out of the root or in a circle are not followed. */
  readonly listFiles: (ignores: (path: string) => boolean) => {
    readonly files: readonly string[];
    readonly unreadable: readonly UnreadablePath[];
  };
  /** The file's text, or undefined where there is none; bytes that are no UTF-8 become U+FFFD. */
  readonly readText: (path: string) => string | undefined;
}

export interface Clock {
  /** The local date, `YYYY-MM-DD`. */
  readonly today: () => string;
}
