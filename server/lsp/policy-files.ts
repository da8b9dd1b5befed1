/** The policies in force in one workspace folder, with the findings on their files. */
import type { Diagnostic } from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { POLICY_PROBLEM } from "../engine/find-files";
import { loadPolicies, type PolicySet, policyFolder } from "../engine/policies";
import { type ListFiles, templateFolder } from "../engine/templates";
import { isTemplate, TEMPLATE_FOLDER } from "../policy/template-path";
import type { Policy } from "../policy/types";
import type { ClientFeatures } from "./client-features";
import { toDiagnostic, toLspRange } from "./convert";

const NONE: PolicySet = { policyFor: () => undefined, policies: [], problems: [], files: new Set() };

export class PolicyFiles {
  readonly #readText: (path: string) => string | undefined;
  readonly #listFiles: ListFiles;
  readonly #features: ClientFeatures;
  /** Paths of policy files, relative to the base. */
  readonly #files = new Set<string>();
  #loaded: PolicySet = NONE;
  /** What was read at the last loading, by path. */
  #texts: ReadonlyMap<string, string | undefined> = new Map();
  /** Which files lay beside the policies then, by folder. */
  #listings: ReadonlyMap<string, readonly string[]> = new Map();
  #diagnostics: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  /** `readText` gives what stands in the editor before what stands on the disk. */
  constructor(
    readText: (path: string) => string | undefined,
    listFiles: ListFiles,
    features: ClientFeatures,
  ) {
    this.#readText = readText;
    this.#listFiles = listFiles;
    this.#features = features;
  }

  get loaded(): PolicySet {
    return this.#loaded;
  }

  /** Findings by the path of the file that they stand in. */
  get diagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return this.#diagnostics;
  }

  /** The policy files that govern the folder of a path, or may. */
  above(path: string): readonly string[] {
    return [...this.#files].filter((file) => isInside(path, policyFolder(file) ?? file));
  }

  /** True for a policy file or a template, known or not, for what a known policy extends, and for folders of templates. */
  concerns(path: string): boolean {
    return (
      policyFolder(path) !== undefined ||
      isTemplate(path) ||
      this.#texts.has(path) ||
      this.#loaded.files.has(path) ||
      // of a folder that came or went, the client reports nothing but the folder
      `/${path}`.endsWith(`/${TEMPLATE_FOLDER}`) ||
      `/${path}`.endsWith("/.docket")
    );
  }

  /** Takes files for policy files from now on; true when one of them is new. Nothing is read. */
  add(paths: readonly string[]): boolean {
    const before = this.#files.size;
    for (const path of paths) this.#files.add(path);
    return this.#files.size > before;
  }

  /** The policy file of that path, or those in the folder of that path. */
  below(path: string): readonly string[] {
    return [...this.#files].filter((file) => isInside(file, path));
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  /**
   * Reads all again; true when a policy has changed, its templates aside: by those nothing is judged. One that cannot
   * be read leaves its last good form in force.
   */
  load(): boolean {
    if (this.#isUpToDate()) return false;
    const before = { policies: this.#loaded.policies, texts: this.#texts };
    const texts = new Map<string, string | undefined>();
    const readText = (path: string) => {
      const text = this.#readText(path);
      texts.set(path, text);
      return text;
    };
    const listings = new Map<string, readonly string[]>();
    const listFiles: ListFiles = (folder) => {
      const files = this.#listFiles(folder);
      listings.set(folder, files);
      return files;
    };
    const files = [...this.#files].sort(comparePolicyFiles);
    this.#loaded = loadPolicies(files, readText, this.#loaded, listFiles);
    this.#texts = texts;
    this.#listings = listings;
    this.#diagnostics = this.#locateProblems();
    return !isSame(before.policies, this.#loaded.policies) && !areSameRules(before.texts, texts);
  }

  /** Opening, saving or closing a policy file is no reason to diagnose thousands of documents again. */
  #isUpToDate(): boolean {
    if ([...this.#files].some((file) => !this.#texts.has(file))) return false;
    for (const [path, text] of this.#texts) {
      if (policyFolder(path) !== undefined && !this.#files.has(path)) return false;
      if (this.#readText(path) !== text) return false;
    }
    const folders = new Set([...this.#files].flatMap((file) => templateFolder(policyFolder(file) ?? "")));
    for (const folder of [...folders, ...this.#listings.keys()])
      if (this.#listFiles(folder).join("\n") !== (this.#listings.get(folder) ?? []).join("\n")) return false;
    return true;
  }

  #locateProblems(): ReadonlyMap<string, readonly Diagnostic[]> {
    const located = new Map<string, Diagnostic[]>();
    for (const { path, range, severity, message } of this.#loaded.problems) {
      const lines = new LineIndex(this.#texts.get(path) ?? "");
      const diagnostic = toDiagnostic(
        POLICY_PROBLEM,
        severity,
        toLspRange(range, lines),
        message,
        this.#features,
      );
      const others = located.get(path);
      if (others === undefined) located.set(path, [diagnostic]);
      else others.push(diagnostic);
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

/** True when all files but templates read the same. */
function areSameRules(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const paths = new Set([...a.keys(), ...b.keys()].filter((path) => !isTemplate(path)));
  return [...paths].every((path) => a.has(path) && b.has(path) && a.get(path) === b.get(path));
}

function isInside(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
