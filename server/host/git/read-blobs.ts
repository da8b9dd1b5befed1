/** Reads the contents of many blobs at once. */
import { type Dialogue, holdDialogue, holdDialogueInBackground } from "./dialogue";
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

/**
 * Calls `visit` once for each id, in no certain order, with bytes that are good only during the call; undefined as in
 * `readBlobs`. One process for all; rejects with the signal's reason when that aborts, and for nothing else.
 */
export function visitBlobs(
  repository: string,
  ids: readonly string[],
  visit: Visit,
  signal: AbortSignal,
  isPartial: boolean,
): Promise<void> {
  const dialogue = visitAll([...new Set(ids)], visit, false, isPartial);
  return holdDialogueInBackground(repository, dialogue, signal);
}

type Visit = (id: string, bytes: Uint8Array | undefined) => void;

function* blobsOf(ids: readonly string[]): Dialogue<Blobs> {
  const blobs = new Map<string, Uint8Array | undefined>();
  const isPartial = ids.length > 0 && (yield* isPartialClone());
  yield* visitAll(ids, (id, bytes) => void blobs.set(id, bytes), true, isPartial);
  return blobs;
}

function* visitAll(ids: readonly string[], visit: Visit, keeps: boolean, isPartial: boolean): Dialogue<void> {
  const proper = ids.filter(isObjectId);
  const missing = proper.length > 0 && isPartial ? yield* findMissing(proper) : undefined;
  let open = proper.filter((id) => missing?.has(id) !== true);
  const answered = new Set<string>();
  for (let stumbles = 0; open.length > 0 && stumbles < MOST_STUMBLES; stumbles += 1) {
    let next = 0;
    const asked = open;
    const parser = createBatchParser((bytes) => {
      const id = asked[next] ?? "";
      next += 1;
      answered.add(id);
      visit(id, bytes);
    }, keeps);
    const { code } = yield {
      parameters: ["cat-file", "--batch", "--buffer"],
      input: asked.map((id) => `${id}\n`).join(""),
      take: parser.take,
    };
    if (code === 0) break;
    // it is the first without an answer that git cannot read
    open = asked.slice(next + 1);
  }
  for (const id of ids) if (!answered.has(id)) visit(id, undefined);
}
