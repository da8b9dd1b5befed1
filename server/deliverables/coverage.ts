/** How far the tasks of a policy are: which files there are for each, and what of its requirements they meet. */
import { nameOf } from "../base/path-parts";
import type { Range } from "../base/range";
import type { Bounds, DeliverableName, DeliverablesPolicy, TaskPolicy } from "../policy/deliverables-policy";
import type { DocumentEntry } from "../workspace/types";
import { byPart } from "./files";
import type { StatedLength } from "./manifest";
import { type DeliverableFacts, requirementsOf } from "./requirements";

/** What is known of a document once it has been analysed. */
export interface DeliveredDocument {
  readonly entry: Pick<DocumentEntry, "path" | "policyPath">;
  readonly deliverable: DeliverableFacts | undefined;
  readonly statedLengths: readonly StatedLength[];
}

/** Where a number is: within what is asked for, or on which side of it. */
type Measure = "within" | "below" | "above";

export interface CoveredFile extends Pick<DeliverableName, "role" | "part"> {
  readonly path: string;
  readonly lines: number;
  /** What its manifest states goes before what the policy asks for, which counts for reports alone. */
  readonly bounds: Bounds;
  readonly length: Measure;
  /** Where findings on the whole stand. */
  readonly title: Range;
}

export interface CoveredRequirement {
  readonly name: string;
  /** The first file that meets it, and where; undefined where none does. */
  readonly met: { readonly path: string; readonly range: Range } | undefined;
}

export interface TaskCoverage {
  readonly task: TaskPolicy;
  /** By their parts; none where nothing has been delivered. */
  readonly files: readonly CoveredFile[];
  readonly requirements: readonly CoveredRequirement[];
  /** How many of the requirements are met. */
  readonly met: number;
  /** What has to be delivered with the files that there are. */
  readonly lacks: readonly DeliverableName["role"][];
  /** A file that `lacks` names counts as one. */
  readonly fileCount: Measure;
  /** Nothing is left to be done. */
  readonly complete: boolean;
}

/** In the order of the policy, tasks without files included. */
export function coverageOf(
  policyPath: string,
  deliverables: DeliverablesPolicy,
  documents: Iterable<DeliveredDocument>,
): readonly TaskCoverage[] {
  const files = new Map<string, DeliveredFile[]>(deliverables.tasks.map(({ id }) => [id, []]));
  const manifests: DeliveredDocument[] = [];
  for (const document of documents) {
    const { entry, deliverable, statedLengths } = document;
    if (entry.policyPath !== policyPath) continue;
    if (statedLengths.length > 0) manifests.push(document);
    if (deliverable !== undefined) files.get(deliverable.task)?.push({ path: entry.path, ...deliverable });
  }
  const stated = lengthsByName(manifests);
  return deliverables.tasks.map((task) =>
    coverTask(task, deliverables, (files.get(task.id) ?? []).sort(byPart), stated),
  );
}

type DeliveredFile = DeliverableFacts & { readonly path: string };

/** Of several manifests that state a length, the one whose path comes first. */
function lengthsByName(manifests: readonly DeliveredDocument[]): ReadonlyMap<string, Bounds> {
  const backwards = manifests.toSorted((a, b) => (a.entry.path < b.entry.path ? 1 : -1));
  return new Map(
    backwards.flatMap(({ statedLengths }) => statedLengths.map(({ name, lines }) => [name, lines])),
  );
}

const NO_BOUNDS: Bounds = { fewest: undefined, most: undefined };

function coverTask(
  task: TaskPolicy,
  deliverables: DeliverablesPolicy,
  delivered: readonly DeliveredFile[],
  stated: ReadonlyMap<string, Bounds>,
): TaskCoverage {
  const names = new Set<string>();
  const ambiguous = new Set<string>();
  for (const name of delivered.map(fileName)) (names.has(name) ? ambiguous : names).add(name);
  const files = delivered.map((file): CoveredFile => {
    const { path, role, part, lines, title } = file;
    const general = role === "report" ? task.lines : NO_BOUNDS;
    const own = stated.get(fileName(file));
    // which of several files of one name is meant, nobody can tell
    const bounds = own !== undefined && ambiguous.has(fileName(file)) ? NO_BOUNDS : (own ?? general);
    return { path, role, part, lines, bounds, length: measure(lines, bounds), title };
  });
  const places = new Map(
    delivered
      .toReversed()
      .flatMap(({ path, met }) => met.map(({ name, range }) => [name, { path, range }] as const)),
  );
  const requirements = requirementsOf(task, deliverables).map(({ name }): CoveredRequirement => {
    return { name, met: places.get(name) };
  });
  const met = requirements.filter((each) => each.met !== undefined).length;
  const lacks = files.length === 0 ? [] : lackedBy(files, deliverables);
  const fileCount = countFiles(files.length, lacks.length, task.files);
  return {
    task,
    files,
    requirements,
    met,
    lacks,
    fileCount,
    complete:
      files.length > 0 &&
      met === requirements.length &&
      lacks.length === 0 &&
      fileCount === "within" &&
      files.every(({ length }) => length === "within"),
  };
}

function fileName({ path }: DeliveredFile): string {
  return nameOf(path).toLowerCase();
}

function lackedBy(
  files: readonly CoveredFile[],
  { reportNames, promptNames }: DeliverablesPolicy,
): readonly DeliverableName["role"][] {
  const names = { report: reportNames, prompt: promptNames };
  return (["report", "prompt"] as const).filter(
    (role) => names[role].length > 0 && !files.some((file) => file.role === role),
  );
}

/** Those that are missing would make up for too few, but are not yet too many. */
function countFiles(count: number, missing: number, bounds: Bounds): Measure {
  return measure(count, bounds) === "below" ? measure(count + missing, bounds) : measure(count, bounds);
}

function measure(value: number, { fewest, most }: Bounds): Measure {
  if (fewest !== undefined && value < fewest) return "below";
  return most !== undefined && value > most ? "above" : "within";
}
