/** How the pure functions over history ask for blobs: they yield a request, and whoever drives them answers it. */

interface BlobRequest {
  /** Blob ids, each once. */
  readonly ids: readonly string[];
  /** Called once for each id, in any order; the text is undefined where the repository cannot give it. */
  readonly use: (id: string, text: string | undefined) => void;
  /** The path of a file of the working tree with the same text, line endings aside, where that will do. */
  readonly standsAt?: (id: string) => string | undefined;
  /** So many bytes from the start will do: what is given may be cut behind them, within a character too. */
  readonly head?: number;
}

/** Work that needs blobs on its way to a result. */
export type BlobWork<T> = Generator<BlobRequest, T, void>;

/** Asks for nothing but that others have their turn: it stands in long calculations. */
export const PAUSE: BlobRequest = { ids: [], use: () => undefined };

/** By blob; undefined where the repository cannot give it. */
export type BlobTexts = ReadonlyMap<string, string | undefined>;

/** Asks for some blobs and keeps them all. */
export function* readTexts(ids: Iterable<string>): BlobWork<BlobTexts> {
  const texts = new Map<string, string | undefined>();
  const wanted = [...new Set(ids)];
  if (wanted.length > 0) {
    yield {
      ids: wanted,
      use: (id, text) => {
        texts.set(id, text);
      },
    };
  }
  return texts;
}

/** How the work gets its texts. */
export interface BlobSource {
  /** Rejects when the work is given up. With `head`, texts may be cut behind so many bytes. */
  readonly readBlobs: (
    ids: readonly string[],
    head: number | undefined,
    use: BlobRequest["use"],
  ) => Promise<void>;
  /** A file of the working tree, which costs less than git's copy of it. */
  readonly readFile: (path: string, head: number | undefined) => string | undefined;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** Files between two pauses. */
  readonly portion: number;
}

/** Does the work; files and blobs are read side by side. Rejects when the source does. */
export async function finishBlobWork<T>(work: BlobWork<T>, source: BlobSource): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (step.value === PAUSE) await source.pause();
    else await answer(step.value, source);
  }
}

async function answer(request: BlobRequest, source: BlobSource): Promise<void> {
  const { ids, use, standsAt, head } = request;
  const standing: { readonly id: string; readonly path: string }[] = [];
  const others: string[] = [];
  for (const id of ids) {
    const path = standsAt?.(id);
    if (path === undefined) others.push(id);
    else standing.push({ id, path });
  }
  const absent: string[] = [];
  const readFiles = async () => {
    for (const [at, { id, path }] of standing.entries()) {
      const text = source.readFile(path, head);
      if (text === undefined) absent.push(id);
      else use(id, text);
      if (at % source.portion === source.portion - 1) await source.pause();
    }
  };
  await Promise.all([readFiles(), others.length === 0 ? undefined : source.readBlobs(others, head, use)]);
  if (absent.length > 0) await source.readBlobs(absent, head, use);
}
