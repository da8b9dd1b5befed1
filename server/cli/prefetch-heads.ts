/** Reads the beginnings of old versions of records while git is still listing the history: it has two things to do at once. */
import { decodeText } from "../host/decode-text";
import type { BlobStream, RepositoryReader } from "../host/types";
import type { BlobSource } from "../records/blob-request";
import { HEAD_BYTES } from "../records/filed-class";
import type { HistoryListener, TreeChange } from "../workspace/history";

export interface Prefetch {
  readonly listener: HistoryListener;
  /** The history is listed: nothing more is asked for. */
  readonly end: () => void;
  /** The source that has what was prefetched, and asks the other one for all else. */
  readonly source: BlobSource;
}

/**
 * `isWanted` tells the paths of which versions are looked at, and is first asked when git first answers; what the index
 * holds is left out, because mostly it stands in the working tree. `open` begins to read blobs, or gives undefined where
 * that must not be done unasked. Texts are given once and then forgotten.
 */
export function prefetchHeads(
  open: RepositoryReader["streamBlobs"],
  isWanted: (path: string) => boolean,
  other: BlobSource,
  signal: AbortSignal,
): Prefetch {
  const heads = new Map<string, string | undefined>();
  const waiting = new Map<string, (id: string, text: string | undefined) => void>();
  const asked = new Set<string>();
  const staged = new Set<string>();
  let stream: BlobStream | undefined;
  let isListed = false;
  let closed: Promise<void> | undefined;
  /** Changes that came before the index was listed and the stream open. */
  let early: TreeChange[] = [];

  const visit = (id: string, bytes: Uint8Array | undefined) => {
    const text = bytes && decodeText(bytes.subarray(0, HEAD_BYTES));
    const use = waiting.get(id);
    asked.delete(id);
    if (use === undefined) heads.set(id, text);
    else {
      waiting.delete(id);
      use(id, text);
    }
  };
  const ask = ({ path, after }: TreeChange) => {
    if (after === undefined || !after.mode.startsWith("100")) return;
    if (asked.has(after.blob) || heads.has(after.blob) || staged.has(after.blob) || !isWanted(path)) return;
    asked.add(after.blob);
    stream?.ask(after.blob);
  };
  const askEarly = () => {
    if (!isListed || stream === undefined || closed !== undefined) return;
    for (const each of early) ask(each);
    early = [];
  };
  const opening = open(visit, signal).then(
    (opened) => {
      stream = opened;
      askEarly();
    },
    // given up: whoever waits for the history is told
    () => {},
  );
  return {
    listener: {
      staged: (path, blob) => {
        if (isWanted(path)) staged.add(blob);
      },
      stagedAll: () => {
        isListed = true;
        askEarly();
      },
      changed: (change) => {
        if (isListed && stream !== undefined) ask(change);
        else early.push(change);
      },
    },
    end: () => {
      closed = opening.then(() => stream?.end());
      early = [];
    },
    source: {
      ...other,
      readBlobs: async (ids, head, use) => {
        const rest: string[] = [];
        for (const [at, id] of ids.entries()) {
          // so that what git has ready is taken meanwhile, and git goes on
          if (at % other.portion === other.portion - 1) await other.pause();
          if (head !== HEAD_BYTES) rest.push(id);
          else if (heads.has(id)) {
            use(id, heads.get(id));
            heads.delete(id);
          } else if (asked.has(id)) waiting.set(id, use);
          else rest.push(id);
        }
        if (rest.length > 0) await other.readBlobs(rest, head, use);
        if (waiting.size === 0) return;
        await closed;
        // what git did not come to
        const left = [...waiting.keys()];
        waiting.clear();
        if (left.length > 0) await other.readBlobs(left, head, use);
      },
    },
  };
}
