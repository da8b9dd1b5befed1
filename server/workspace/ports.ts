/** What the engine asks of the world; `host/` implements it, tests may too. */

/** A folder or file that could not be read, with the reason in plain words. */
export interface UnreadablePath {
  readonly path: string;
  readonly reason: string;
}

export interface FileSystem {
  /**
   * The folders from `start` down, one at a time, so that the caller may pause between any two; paths are relative to
   * one base, with `/`. A folder is entered when `enters` says so, asked once its parent has been delivered. Links
   * that lead out of the base or in a circle are not followed.
   */
  readonly walk: (
    start: string,
    enters: (folder: string) => boolean,
  ) => Iterable<{
    readonly files: readonly string[];
    readonly unreadable: readonly UnreadablePath[];
  }>;
  /** The file's text, or undefined where there is none that can be read. */
  readonly readText: (path: string) => string | undefined;
}

export interface Clock {
  /** The local date, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly now: () => Now;
}

/** One moment, as it is called here and in UTC. */
export interface Now {
  readonly local: Moment;
  readonly utc: Moment;
}

export interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM:SS` */
  readonly time: string;
}
