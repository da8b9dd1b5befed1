/** Reads the contents of many blobs at once. */
import { type Dialogue, holdDialogue } from "./dialogue";
import { findMissing, isPartialClone } from "./find-missing";
import { createBatchParser, isObjectId } from "./parse-batch";

/** The bytes by id; undefined for what the repository does not have, cannot read, or is no blob. */
export type Blobs = ReadonlyMap<string, Uint8Array | undefined>;

/** How often git may stumble over a damaged object, at which it gives up the whole answer. */
const MOST_STUMBLES = 20;

/**
 * `repository` is the absolute path of the folder that holds `.git`. One process for all ids; nothing is fetched. Never
 * throws: where git cannot be asked at all, everything is undefined.
 */
export function readBlobs(repository: string, ids: readonly string[]): Blobs {
  return holdDialogue(repository, blobsOf([...new Set(ids)]));
}

/** The text of a file or a blob: bytes that are no UTF-8 become U+FFFD, a byte order mark is kept. */
export function decodeText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

function* blobsOf(ids: readonly string[]): Dialogue<Blobs> {
  const blobs = new Map<string, Uint8Array | undefined>(ids.map((id) => [id, undefined]));
  const proper = ids.filter(isObjectId);
  if (proper.length === 0) return blobs;
  const missing = (yield* isPartialClone()) ? yield* findMissing(proper) : undefined;
  let open = proper.filter((id) => missing?.has(id) !== true);
  for (let stumbles = 0; open.length > 0 && stumbles < MOST_STUMBLES; stumbles += 1) {
    let answered = 0;
    const asked = open;
    const parser = createBatchParser((bytes) => {
      blobs.set(asked[answered] ?? "", bytes);
      answered += 1;
    });
    const { code } = yield {
      parameters: ["cat-file", "--batch", "--buffer"],
      input: asked.map((id) => `${id}\n`).join(""),
      take: parser.take,
    };
    if (code === 0) break;
    // it is the first without an answer that git cannot read
    open = asked.slice(answered + 1);
  }
  return blobs;
}
