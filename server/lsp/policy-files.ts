/** The policies in force in one workspace folder, with the findings on their files. */
import type { Diagnostic } from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { loadPolicies, type PolicySet, policyFolder } from "../engine/policies";
import type { Policy } from "../policy/types";
import type { ClientFeatures } from "./client-features";
import { toDiagnostic, toLspRange } from "./convert";

const NONE: PolicySet = { policyFor: () => undefined, policies: [], problems: [], files: new Set() };

export class PolicyFiles {
  readonly #readText: (path: string) => string | undefined;
  readonly #features: ClientFeatures;
  /** Paths of policy files, relative to the base. */
  readonly #files = new Set<string>();
  #loaded: PolicySet = NONE;
  #diagnostics: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  /** `readText` gives what stands in the editor before what stands on the disk. */
  constructor(readText: (path: string) => string | undefined, features: ClientFeatures) {
    this.#readText = readText;
    this.#features = features;
  }

  get loaded(): PolicySet {
    return this.#loaded;
  }

  /** Findings by the path of the file that they stand in. */
  get diagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return this.#diagnostics;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** True for a policy file, known or not, and for what a known one extends. */
  concerns(path: string): boolean {
    return policyFolder(path) !== undefined || this.#loaded.files.has(path);
  }

  /** Takes files for policy files from now on; true when one of them is new. Nothing is read. */
  add(paths: readonly string[]): boolean {
    const before = this.#files.size;
    for (const path of paths) this.#files.add(path);
    return this.#files.size > before;
  }

  /** Forgets the file of that path, or those in the folder of that path; true when there was one. */
  remove(path: string): boolean {
    const gone = [...this.#files].filter((file) => file === path || file.startsWith(`${path}/`));
    for (const file of gone) this.#files.delete(file);
    return gone.length > 0;
  }

  /** Reads all again; true when a policy has changed. One that cannot be read leaves its last good form in force. */
  load(): boolean {
    const before = this.#loaded.policies;
    const texts = new Map<string, string>();
    const readText = (path: string) => {
      const text = this.#readText(path);
      if (text !== undefined) texts.set(path, text);
      return text;
    };
    this.#loaded = loadPolicies([...this.#files].sort(comparePolicyFiles), readText, this.#loaded);
    this.#diagnostics = this.#locateProblems(texts);
    return !isSame(before, this.#loaded.policies);
  }

  #locateProblems(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Diagnostic[]> {
    const byFile = Map.groupBy(this.#loaded.problems, (problem) => problem.path);
    const located = new Map<string, readonly Diagnostic[]>();
    for (const [path, problems] of byFile) {
      const lines = new LineIndex(texts.get(path) ?? "");
      const diagnostics = problems.map(({ range, severity, message }) =>
        toDiagnostic("policy/problem", severity, toLspRange(range, lines), message, this.#features),
      );
      located.set(path, diagnostics);
    }
    return located;
  }
}

/** `docket.yaml` before `.docket/policy.yaml`: where a folder has both, the first one counts. */
function comparePolicyFiles(a: string, b: string): number {
  const [folderA, folderB] = [policyFolder(a) ?? a, policyFolder(b) ?? b];
  if (folderA !== folderB) return folderA < folderB ? -1 : 1;
  return a.length - b.length;
}

function isSame(a: readonly Policy[], b: readonly Policy[]): boolean {
  return a.length === b.length && a.every((policy, index) => policy === b[index]);
}
