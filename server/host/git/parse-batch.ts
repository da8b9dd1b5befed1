/** Reads the answer of `git cat-file --batch` piece by piece. */

export interface BatchParser {
  readonly take: (piece: Buffer) => void;
}

/**
 * Git answers in the order of the questions, with `<id> <type> <size>`, the bytes and a line feed, or with one line
 * (`<id> missing`). `answer` gets the bytes of each blob, and undefined for what is not here or is no blob; unless it
 * `keeps` them, they are good only during the call.
 */
export function createBatchParser(
  answer: (bytes: Uint8Array | undefined) => void,
  keeps = true,
): BatchParser {
  let head: Buffer[] = [];
  let scratch = Buffer.allocUnsafeSlow(keeps ? 0 : SCRATCH);
  /** The object that is being read: with the line feed behind it. */
  let body: { readonly bytes: Buffer; filled: number; readonly isBlob: boolean } | undefined;

  const readHead = (line: string) => {
    const [, type, size] = line.split(" ");
    if (size === undefined || !/^\d+$/.test(size)) return answer(undefined);
    body = { bytes: bufferOf(Number(size) + 1), filled: 0, isBlob: type === "blob" };
  };

  const bufferOf = (length: number): Buffer => {
    // not from the pool that Node shares among small buffers: one kept blob would keep its neighbours
    if (keeps) return Buffer.allocUnsafeSlow(length);
    if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(length);
    return scratch.subarray(0, length);
  };

  const take = (piece: Buffer) => {
    let position = 0;
    while (position < piece.length) {
      if (body === undefined) {
        const end = piece.indexOf(LINE_FEED, position);
        head.push(piece.subarray(position, end < 0 ? piece.length : end));
        if (end < 0) return;
        position = end + 1;
        const line = Buffer.concat(head).toString("latin1");
        head = [];
        readHead(line);
        continue;
      }
      const copied = piece.copy(body.bytes, body.filled, position);
      position += copied;
      body.filled += copied;
      if (body.filled < body.bytes.length) return;
      const { bytes, isBlob } = body;
      body = undefined;
      answer(isBlob ? bytes.subarray(0, -1) : undefined);
    }
  };
  return { take };
}

const LINE_FEED = 0x0a;
/** Most blobs have room in so many bytes. */
const SCRATCH = 64 * 1024;

/** Whether git takes it for an object's id: anything else it would look up as a name. */
export function isObjectId(id: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id);
}
