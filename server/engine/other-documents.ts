/** What rules may ask of the documents beside the one that they judge. */
import { nameOf } from "../base/path-parts";
import { versionsIn } from "../workspace/document-versions";
import { govern } from "../workspace/govern";
import type { FileSystem } from "../workspace/ports";
import type { GovernedDocument } from "../workspace/types";
import type { AnalysisInput } from "./analyse";
import { governingPolicy } from "./find-files";
import type { PolicySet } from "./policies";

interface Files extends FileSystem {
  readonly kindOf: (path: string) => string;
}

/** The names of a folder's files, read once for as long as the folder stays as it is: documents of one ask for the same. */
export class FolderNames {
  readonly #files: Files;
  readonly #names = new Map<string, readonly string[]>();

  constructor(files: Files) {
    this.#files = files;
  }

  in(folder: string): readonly string[] {
    let names = this.#names.get(folder);
    if (names === undefined) {
      names = this.#read(folder);
      this.#names.set(folder, names);
    }
    return names;
  }

  /** Files came or went. */
  forget(): void {
    this.#names.clear();
  }

  #read(folder: string): readonly string[] {
    for (const { files } of this.#files.walk(folder, () => false)) return files.map(nameOf);
    return [];
  }
}

/**
 * `asked` is told each path of which the answer depends on the file; a folder, with a `/` behind it, where it depends
 * on which files are in there.
 */
export function otherDocuments(
  files: Files,
  names: FolderNames,
  policies: PolicySet,
  asked?: (path: string) => void,
): Pick<AnalysisInput, "exists" | "versionsOf" | "namesIn" | "read"> {
  const read = (path: string): GovernedDocument | undefined => {
    asked?.(path);
    const policy = governingPolicy(policies, path);
    const text = policy === undefined ? undefined : files.readText(path);
    return policy && text !== undefined ? govern(path, text, policy) : undefined;
  };
  return {
    exists: (path) => {
      asked?.(path);
      return files.kindOf(path) === "file";
    },
    versionsOf: (path) => {
      const document = read(path);
      return document && versionsIn(document);
    },
    namesIn: (folder) => {
      asked?.(`${folder}/`);
      return names.in(folder);
    },
    read,
  };
}
