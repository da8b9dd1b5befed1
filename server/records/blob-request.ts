/** How the pure functions over history ask for blobs: they yield a request, and whoever drives them answers it. */

export interface BlobRequest {
  /** Blob ids, each once. */
  readonly ids: readonly string[];
  /** Called once for each id, in any order; the text is undefined where the repository cannot give it. */
  readonly use: (id: string, text: string | undefined) => void;
  /** The path of a file of the working tree with the same text, line endings aside, where that will do. */
  readonly standsAt?: (id: string) => string | undefined;
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

/** How the work gets its texts. */
export interface BlobSource {
  /** Rejects when the work is given up. */
  readonly readBlobs: (ids: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>;
  /** A file of the working tree, which costs less than git's copy of it. */
  readonly readFile: (path: string) => string | undefined;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** Texts between two pauses. */
  readonly portion: number;
}

/** Does the work; files and blobs are read side by side. Rejects when the source does. */
export async function finishBlobWork<T>(work: BlobWork<T>, source: BlobSource): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await answer(step.value, source);
  }
}

async function answer({ ids, use, standsAt }: BlobRequest, source: BlobSource): Promise<void> {
  const standing = standsAt === undefined ? [] : ids.filter((id) => standsAt(id) !== undefined);
  const others = standing.length === 0 ? ids : ids.filter((id) => standsAt?.(id) === undefined);
  const absent: string[] = [];
  const readFiles = async () => {
    for (const portion of portionsOf(standing, source.portion)) {
      for (const id of portion) {
        const text = source.readFile(standsAt?.(id) as string);
        if (text === undefined) absent.push(id);
        else use(id, text);
      }
      await source.pause();
    }
  };
  await Promise.all([readFiles(), useBlobs(others, use, source)]);
  await useBlobs(absent, use, source);
}

/** While one portion is looked at, the next one is already on its way. */
async function useBlobs(ids: readonly string[], use: BlobRequest["use"], source: BlobSource): Promise<void> {
  const portions = portionsOf(ids, source.portion);
  let coming = portions[0] && source.readBlobs(portions[0]);
  for (const [at, portion] of portions.entries()) {
    const texts = await coming;
    const next = portions[at + 1];
    coming = next && source.readBlobs(next);
    // what fails is told when it is waited for
    coming?.catch(() => {});
    for (const id of portion) use(id, texts?.get(id));
    await source.pause();
  }
}

function portionsOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const portions: (readonly string[])[] = [];
  for (let at = 0; at < ids.length; at += size) portions.push(ids.slice(at, at + size));
  return portions;
}
