/** How the pure functions over history ask for blobs: they yield a request, and whoever drives them answers it. */

export interface BlobRequest {
  /** Blob ids, each once. */
  readonly ids: readonly string[];
  /** Called once for each id, in any order; the text is undefined where the repository cannot give it. */
  readonly use: (id: string, text: string | undefined) => void;
}

/** Work that needs blobs on its way to a result. */
export type BlobWork<T> = Generator<BlobRequest, T, void>;

/** Asks for some blobs and keeps them all. */
export function* readTexts(ids: Iterable<string>): BlobWork<ReadonlyMap<string, string | undefined>> {
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

/** Blobs asked for at once; more would be held in memory together. */
const LARGEST_PORTION = 2000;

/** Does the work, asking `read` for portions of the blobs; `read` answers at once. */
export function finishBlobWork<T>(
  work: BlobWork<T>,
  read: (ids: readonly string[]) => ReadonlyMap<string, string | undefined>,
): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { ids, use } = step.value;
    for (const portion of portionsOf(ids, LARGEST_PORTION)) {
      const texts = read(portion);
      for (const id of portion) use(id, texts.get(id));
    }
  }
}

/** The same with answers that take their time, `size` blobs at once; rejects when `read` does. */
export async function finishBlobWorkLater<T>(
  work: BlobWork<T>,
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>,
  size: number,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { ids, use } = step.value;
    for (const portion of portionsOf(ids, size)) {
      const texts = await read(portion);
      for (const id of portion) use(id, texts.get(id));
    }
  }
}

function portionsOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const portions: (readonly string[])[] = [];
  for (let at = 0; at < ids.length; at += size) portions.push(ids.slice(at, at + size));
  return portions;
}
