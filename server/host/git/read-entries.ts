/** Cuts an answer of git that comes in pieces into its entries, which end with a NUL byte. */

/** The entry is `bytes` from `start` to `end`: to make a view of each would cost more than to read it. */
export type UseEntry = (bytes: Buffer, start: number, end: number) => void;

export interface EntryReader {
  readonly take: (piece: Buffer) => void;
  /** Once all has been taken: what has no NUL byte behind it is an entry too. */
  readonly finish: () => void;
}

export function createEntryReader(use: UseEntry): EntryReader {
  /** The beginning of an entry whose end has not come yet. */
  let begun: Buffer[] = [];
  const close = (rest: Buffer) => {
    const whole = Buffer.concat([...begun, rest]);
    begun = [];
    use(whole, 0, whole.length);
  };
  return {
    take: (piece) => {
      let start = 0;
      for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, start)) {
        if (begun.length > 0) close(piece.subarray(0, end));
        else use(piece, start, end);
        start = end + 1;
      }
      if (start < piece.length) begun.push(piece.subarray(start));
    },
    finish: () => {
      if (begun.length > 0) close(Buffer.alloc(0));
    },
  };
}

/** A path's text, or undefined when it is not wanted. */
export type PathOf = (bytes: Buffer, start: number, end: number) => string | undefined;

/** Remembers what was wanted, and the path: it comes again with each of its changes. */
export function createPathReader(wanted: (path: string) => boolean): PathOf {
  const known = new Map<string, string | undefined>();
  return (bytes, start, end) => {
    const path = bytes.toString("utf8", start, end);
    const before = known.get(path);
    if (before !== undefined || known.has(path)) return before;
    const result = wanted(path) ? path : undefined;
    known.set(path, result);
    return result;
  };
}
