/** Where audits get their texts: from a repository's blobs and the files of its working tree. */
import type { BlobSource } from "../records/blob-request";

/** As `host/` provides them. */
interface Texts {
  readonly readTexts: (
    ids: readonly string[],
    form: "exact" | { readonly head: number },
    use: (id: string, text: string | undefined) => void,
    signal: AbortSignal,
  ) => Promise<void>;
}

interface Files {
  readonly readExactly: (path: string) => string | undefined;
  readonly readHead: (path: string, bytes: number) => string | undefined;
}

/** `portion` is how many files are read between two pauses. */
export function createBlobSource(
  repository: Texts,
  files: Files,
  signal: AbortSignal,
  portion: number,
): BlobSource {
  return {
    readBlobs: (ids, head, use) =>
      repository.readTexts(ids, head === undefined ? "exact" : { head }, use, signal),
    readFile: (path, head) => (head === undefined ? files.readExactly(path) : files.readHead(path, head)),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    portion,
  };
}
