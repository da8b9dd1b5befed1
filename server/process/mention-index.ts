/** Which documents mention what: kept document by document, so that a change costs what has changed. */

import { copyText } from "../base/copy-text";
import { nameOf } from "../base/path-parts";
import type { Mentions } from "./mentions";

/** All documents that mention one thing. */
interface Posting {
  readonly key: string;
  readonly paths: string[];
}

/** Postings by what is mentioned, and back. */
class PostingList {
  readonly #postings = new Map<string, Posting>();
  readonly #byDocument = new Map<string, readonly Posting[]>();

  /** True when something else is mentioned than before; `added` and `removed` are told of new and last mentions. */
  set(
    path: string,
    keys: ReadonlySet<string>,
    added?: (key: string) => void,
    removed?: (key: string) => void,
  ): boolean {
    const before = this.#byDocument.get(path) ?? [];
    if (before.length === keys.size && before.every(({ key }) => keys.has(key))) return false;
    const kept = new Set<string>();
    for (const posting of before) {
      if (keys.has(posting.key)) kept.add(posting.key);
      else this.#remove(posting, path, removed);
    }
    const after = Array.from(keys, (key): Posting => {
      const known = this.#postings.get(key);
      if (known !== undefined) {
        if (!kept.has(key)) known.paths.push(path);
        return known;
      }
      const posting = { key: copyText(key), paths: [path] };
      this.#postings.set(posting.key, posting);
      added?.(posting.key);
      return posting;
    });
    if (after.length === 0) this.#byDocument.delete(path);
    // a list that has grown step by step has room for more than it holds
    else this.#byDocument.set(path, after.slice());
    return true;
  }

  get(key: string): readonly string[] {
    return this.#postings.get(key)?.paths ?? [];
  }

  #remove(posting: Posting, path: string, removed: ((key: string) => void) | undefined): void {
    const at = posting.paths.indexOf(path);
    const last = posting.paths.pop();
    if (last !== undefined && at >= 0 && at < posting.paths.length) posting.paths[at] = last;
    if (posting.paths.length > 0) return;
    this.#postings.delete(posting.key);
    removed?.(posting.key);
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Paths of documents are relative to the root. No list that is given out may be kept: it goes on changing. */
export class MentionIndex {
  readonly #ids = new PostingList();
  readonly #roles = new PostingList();
  readonly #paths = new PostingList();
  /** The paths that end in a file name, as they are written. */
  readonly #written = new Map<string, string[]>();

  /** True when the document names other documents than before. */
  set(path: string, { ids, roles, paths }: Mentions): boolean {
    this.#ids.set(path, ids);
    this.#roles.set(path, roles);
    return this.#paths.set(
      path,
      paths,
      (written) => {
        const name = fileNameOf(written);
        const others = this.#written.get(name);
        if (others === undefined) this.#written.set(copyText(name), [written]);
        else others.push(written);
      },
      (written) => {
        const name = fileNameOf(written);
        const left = this.#written.get(name)?.filter((each) => each !== written) ?? [];
        if (left.length === 0) this.#written.delete(name);
        else this.#written.set(name, left);
      },
    );
  }

  delete(path: string): void {
    this.set(path, { ids: NOTHING, roles: NOTHING, paths: NOTHING });
  }

  /** Documents that mention the id, or what looks like it. */
  withId(id: string): readonly string[] {
    return this.#ids.get(id);
  }

  /** Documents that name the role; `key` is folded. */
  withRole(key: string): readonly string[] {
    return this.#roles.get(key);
  }

  /** The paths that are written anywhere and end in this file name. */
  writtenPaths(fileName: string): readonly string[] {
    return this.#written.get(fileName) ?? [];
  }

  /** Documents that have a path as it is written. */
  withPath(written: string): readonly string[] {
    return this.#paths.get(written);
  }
}

/** Links write blanks and more in another way. */
export function fileNameOf(written: string): string {
  const name = nameOf(written);
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
