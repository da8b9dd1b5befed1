/** What the server keeps of the documents of one workspace folder: copies, never their texts. */
import type { Diagnostic, Range as LspRange } from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { nameOf } from "../base/path-parts";
import type { Range } from "../base/range";
import type { StatedLength } from "../deliverables/manifest";
import type { DeliverableFacts } from "../deliverables/requirements";
import type { DocumentAnalysis } from "../engine/types";
import { fingerprintOf } from "../features/action-edits";
import { NameIndex } from "../features/authoring/name-index";
import { RoleIndex } from "../features/authoring/roles";
import { SymbolIndex } from "../features/authoring/workspace-symbols";
import { MentionIndex } from "../process/mention-index";
import type { Mentions } from "../process/mentions";
import type { ProcessFacts } from "../process/types";
import type { DocumentEntry, WorkspaceSnapshot } from "../workspace/types";
import type { ClientFeatures } from "./client-features";
import { findingToDiagnostic, toLspRange } from "./convert";

export interface KnownDocument {
  readonly entry: DocumentEntry;
  readonly process: ProcessFacts;
  /** What it delivers for a task, if anything. */
  readonly deliverable: DeliverableFacts | undefined;
  /** What it says of the lengths of other files, if it is a manifest. */
  readonly statedLengths: readonly StatedLength[];
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Where in the document the actions, gates, gate items, decisions and deviations stand, its title where it is
   * delivered for a task, and what meets requirements: by their own ranges.
   */
  readonly places: ReadonlyMap<Range, LspRange>;
  /** Fingerprints of the actions' lines, by their ranges: whether a row is still the one that a view shows. */
  readonly seen: ReadonlyMap<Range, number>;
  /** Paths of files whose being there the findings depend on. */
  readonly asked: readonly string[];
}

/** Lines are counted only where there is something to locate. */
export function toKnownDocument(
  analysis: DocumentAnalysis,
  text: string,
  uri: string,
  features: ClientFeatures,
  asked: readonly string[],
): KnownDocument {
  const { entry, findings } = analysis;
  const process = analysis.process();
  const deliverable = analysis.deliverable();
  const statedLengths = analysis.statedLengths();
  const { actions, gates, decisions, deviations } = process;
  const placed = [...actions, ...gates, ...gates.flatMap((gate) => gate.items), ...decisions, ...deviations];
  const delivered = deliverable ? [deliverable.title, ...deliverable.met.map(({ range }) => range)] : [];
  const ranges = [...placed.map((each) => each.range), ...delivered];
  const facts = { entry, process, deliverable, statedLengths, asked };
  if (findings.length === 0 && ranges.length === 0)
    return { ...facts, diagnostics: [], places: new Map(), seen: new Map() };
  // most of it stands in the header: the lines behind the last place need not be counted
  const related = findings.flatMap((finding) => [finding.range, ...finding.related.map(({ at }) => at)]);
  const end = [...ranges, ...related].reduce((last, each) => Math.max(last, each.end), 0);
  const lines = new LineIndex(text.slice(0, end + 1));
  return {
    ...facts,
    diagnostics: findings.map((finding) => findingToDiagnostic(finding, lines, uri, features)),
    places: new Map(ranges.map((each) => [each, toLspRange(each, lines)])),
    seen: new Map(process.actions.map((action) => [action.range, fingerprintOf(text, action)])),
  };
}

/** True when neither the views nor the status bar show any difference. */
export function looksSame(a: KnownDocument, b: KnownDocument): boolean {
  const shown = ({ entry, process, deliverable, statedLengths, places, seen, diagnostics }: KnownDocument) =>
    JSON.stringify([
      entry,
      process,
      deliverable,
      statedLengths,
      [...places.values()],
      [...seen.values()],
      diagnostics.map(({ severity }) => severity),
    ]);
  return shown(a) === shown(b);
}

/** The documents by their paths. Snapshots are values: what is taken stays as it is. */
export class KnownDocuments {
  readonly mentions = new MentionIndex();
  readonly names = new NameIndex();
  readonly roles = new RoleIndex();
  readonly symbols = new SymbolIndex();
  readonly #documents = new Map<string, KnownDocument>();
  /** Those that are delivered for a task, and manifests: few of many, and asked for after each edit. */
  readonly #delivered = new Map<string, KnownDocument>();
  #snapshot: WorkspaceSnapshot | undefined;

  get(path: string): KnownDocument | undefined {
    return this.#documents.get(path);
  }

  has(path: string): boolean {
    return this.#documents.has(path);
  }

  /** True when it names other documents than before. */
  set(path: string, document: KnownDocument, mentions: Mentions): boolean {
    this.#removeFacts(path);
    this.names.add(document);
    this.roles.add(document);
    this.#documents.set(path, document);
    if (document.deliverable !== undefined || document.statedLengths.length > 0)
      this.#delivered.set(path, document);
    this.#snapshot = undefined;
    return this.mentions.set(path, mentions);
  }

  delete(path: string): boolean {
    this.#snapshot = undefined;
    this.#removeFacts(path);
    this.mentions.delete(path);
    return this.#documents.delete(path);
  }

  #removeFacts(path: string): void {
    const before = this.#documents.get(path);
    if (before === undefined) return;
    this.names.remove(before);
    this.roles.remove(before);
    this.#delivered.delete(path);
  }

  /** What is delivered for tasks, and manifests, in no particular order. */
  delivered(): Iterable<KnownDocument> {
    return this.#delivered.values();
  }

  /** In no particular order. */
  values(): Iterable<KnownDocument> {
    return this.#documents.values();
  }

  /** The document of that path, and those below it where it is a folder. */
  pathsAt(path: string): readonly string[] {
    if (this.#documents.has(path)) return [path];
    return [...this.#documents.keys()].filter((each) => each.startsWith(`${path}/`));
  }

  /** Documents whose findings depend on whether one of these files, or one in these folders, is there. */
  pathsAskingFor(paths: readonly string[]): readonly string[] {
    const touches = (asked: string) => paths.some((path) => concerns(asked, path));
    return [...this.#documents].filter(([, { asked }]) => asked.some(touches)).map(([path]) => path);
  }

  paths(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Of documents whose header says that they are filed. */
  filedPaths(): readonly string[] {
    return [...this.#documents].filter(([, { entry }]) => entry.filed).map(([path]) => path);
  }

  /** Copied on the first call after a change: fixes ask for it, keystrokes do not. */
  snapshot(): WorkspaceSnapshot {
    this.#snapshot ??= { entries: new Map([...this.#documents].map(([path, { entry }]) => [path, entry])) };
    return this.#snapshot;
  }
}

/** `asked` is a file, a folder with a `/` behind it, or a folder and what names of files below it begin with. */
function concerns(asked: string, path: string): boolean {
  const [folder = "", beginning] = asked.split("/**/");
  if (beginning !== undefined) {
    const name = nameOf(path).toLowerCase();
    const isBelow = folder === "" || path.startsWith(`${folder}/`);
    // a folder that came or went holds nobody knows what
    return isBelow && (name.startsWith(beginning) || !name.includes("."));
  }
  if (asked === path || asked.startsWith(`${path}/`)) return true;
  return asked.endsWith("/") && path.lastIndexOf("/") === asked.length - 1 && path.startsWith(asked);
}
