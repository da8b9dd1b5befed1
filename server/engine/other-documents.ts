/** What rules may ask of the documents beside the one that they judge. */
import { nameOf } from "../base/path-parts";
import type { Policy } from "../policy/types";
import { versionsIn } from "../workspace/document-versions";
import { govern } from "../workspace/govern";
import type { FileSystem } from "../workspace/ports";
import type { GovernedDocument } from "../workspace/types";
import type { AnalysisInput } from "./analyse";
import { governingPolicy, isEntered } from "./find-files";
import type { PolicySet } from "./policies";

export interface Files extends FileSystem {
  readonly kindOf: (path: string) => string;
}

/**
 * The names of a folder's files, and the paths below a policy's folder by the files' names, read once for as long as
 * no file comes or goes: documents of one folder ask for the same.
 */
export class FolderNames {
  readonly #files: Files;
  readonly #names = new Map<string, readonly string[]>();
  /** By policy, and by what names begin with, in lower case. */
  readonly #paths = new Map<Policy, Map<string, readonly string[]>>();

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
  named(beginning: string, policy: Policy, policies: PolicySet): readonly string[] {
    const known = this.#paths.get(policy) ?? new Map<string, readonly string[]>();
    this.#paths.set(policy, known);
    const all = known.get("") ?? this.#walk(policy, policies);
    known.set("", all);
    const paths =
      known.get(beginning) ?? all.filter((path) => nameOf(path).toLowerCase().startsWith(beginning));
    known.set(beginning, paths);
    return paths;
  }

  /** Files came or went. */
  forget(): void {
    this.#names.clear();
    this.#paths.clear();
  }

  /** Those that the policy covers, in the order of their paths. */
  #walk({ folder, path: own }: Policy, policies: PolicySet): readonly string[] {
    const listings = this.#files.walk(folder, (below) => isEntered(below, policies.policyFor(`${below}/_`)));
    return [...listings]
      .flatMap(({ files }) => files)
      .filter((path) => governingPolicy(policies, path)?.path === own)
      .toSorted();
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
      return names.named(beginning, policy, policies);
    },
    read,
  };
}
