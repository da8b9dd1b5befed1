/** What rules may ask of the documents beside the one that they judge. */
import { nameOf } from "../base/path-parts";
import type { Policy } from "../policy/types";
import { versionsIn } from "../workspace/document-versions";
import { govern } from "../workspace/govern";
import type { FileSystem } from "../workspace/ports";
import type { GovernedDocument } from "../workspace/types";
import type { AnalysisInput } from "./analyse";
import { findFiles, governingPolicy } from "./find-files";
import type { PolicySet } from "./policies";

interface Files extends FileSystem {
  readonly kindOf: (path: string) => string;
}

/**
 * The names of a folder's files, and the paths below a policy's folder by the files' names, read once for as long as
 * no file comes or goes: documents of one folder ask for the same.
 */
export class FolderNames {
  readonly #files: Files;
  readonly #names = new Map<string, readonly string[]>();
  readonly #paths = new Map<string, readonly string[]>();

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

  /** All paths below the policy's folder of which the file's name begins so, whatever its case. */
  named(beginning: string, policy: Policy): readonly string[] {
    let paths = this.#paths.get(policy.path);
    if (paths === undefined) {
      paths = this.#walk(policy);
      this.#paths.set(policy.path, paths);
    }
    return paths.filter((path) => nameOf(path).toLowerCase().startsWith(beginning));
  }

  /** Files came or went. */
  forget(): void {
    this.#names.clear();
    this.#paths.clear();
  }

  /** Those that the policy covers, in the order of their paths. */
  #walk(policy: Policy): readonly string[] {
    const steps = findFiles(this.#files, policy.folder);
    for (;;) {
      const step = steps.next();
      if (step.done === true)
        return step.value.files
          .filter((path) => governingPolicy(step.value.policies, path)?.path === policy.path)
          .toSorted();
    }
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
): Pick<AnalysisInput, "exists" | "versionsOf" | "namesIn" | "filesNamed" | "read"> {
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
    filesNamed: (beginning, policy) => {
      asked?.(`${policy.folder}/**/${beginning}`);
      return names.named(beginning, policy);
    },
    read,
  };
}
