/** Reads the beginnings of old versions of records while git is still listing the history: it has two things to do at once. */
import { decodeText } from "../host/decode-text";
import { type BlobStream, openBlobStream } from "../host/git/blob-stream";
import type { BlobSource } from "../records/blob-request";
import { HEAD_BYTES } from "../records/filed-class";
import type { TreeChange } from "../workspace/history";

export interface Prefetch {
  /** Takes each change as it is listed. */
  readonly seen: (change: TreeChange) => void;
  /** The history is listed: nothing more is asked for. */
  readonly end: () => void;
  /** The source that has what was prefetched, and asks the other one for all else. */
  readonly source: BlobSource;
}

/**
 * `isWanted` tells the paths of which versions are looked at; those of HEAD are left out, because they stand in the
 * working tree. Texts are given once and then forgotten.
 */
export async function prefetchHeads(
  repository: string,
  isWanted: (path: string) => boolean,
  atHead: ReadonlySet<string>,
  other: BlobSource,
  signal: AbortSignal,
): Promise<Prefetch> {
  const heads = new Map<string, string | undefined>();
  const waiting = new Map<string, (id: string, text: string | undefined) => void>();
  const asked = new Set<string>();
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
  const stream: BlobStream | undefined = await openBlobStream(repository, visit, signal);
  let closed: Promise<void> | undefined;
  return {
    seen: ({ path, after }) => {
      if (stream === undefined || after === undefined || !after.mode.startsWith("100")) return;
      if (asked.has(after.blob) || heads.has(after.blob) || atHead.has(after.blob) || !isWanted(path)) return;
      asked.add(after.blob);
      stream.ask(after.blob);
    },
    end: () => {
      closed = stream?.end();
    },
    source: {
      ...other,
      readBlobs: async (ids, head, use) => {
        const rest: string[] = [];
        for (const id of ids) {
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
