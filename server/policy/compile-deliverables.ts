/** The tasks, and what is delivered for each. */
import { foldKey } from "../base/fold";
import { once } from "../base/remember";
import { sentence } from "../base/sentence";
import type {
  Bounds,
  DeliverableName,
  DeliverablesPolicy,
  ManifestPolicy,
  Requirement,
  TaskPolicy,
  TermWord,
} from "./deliverables-policy";
import { escapePattern } from "./escape-pattern";
import { compileFileName } from "./file-name-pattern";
import { mermaidType } from "./mermaid-types";
import type { RawPolicy } from "./schema";
import type { FileNamePattern } from "./types";

export type RawDeliverables = NonNullable<RawPolicy["deliverables"]>;
export type RawRequirement = NonNullable<RawDeliverables["diagram"]>;
export type RawTask = NonNullable<NonNullable<RawDeliverables["tasks"]>[string]>;

const DEFAULT_TOLERANCE = 20;

export function compileDeliverables(raw: RawPolicy["deliverables"]): DeliverablesPolicy | undefined {
  if (!raw?.class) return undefined;
  const reportNames = (raw.files?.reports ?? []).map(toPattern);
  const promptNames = (raw.files?.prompts ?? []).map(toPattern);
  const tasks = entriesOf(raw.tasks).map(([id, task]) => compileTask(id, task, raw));
  return {
    class: raw.class,
    reportNames,
    promptNames,
    // a prompt file's name may look like that of a part
    tell: (fileName) => tell(fileName, promptNames, "prompt") ?? tell(fileName, reportNames, "report"),
    beginnings: [...new Set([...reportNames, ...promptNames].map(beginningOf))],
    lists: entriesOf(raw.lists).map(([id, { title, fewest }]) => ({
      id,
      title: title ?? id,
      fewest: fewest ?? 0,
    })),
    tasks,
    taskByKey: new Map(tasks.flatMap((task) => task.keys.map((each) => [each, task]))),
    diagram: raw.diagram ? compileRequirement(raw.diagram) : undefined,
    timeline: raw.timeline ? compileRequirement(raw.timeline) : undefined,
    terminology: raw.terminology ? compileRequirement(raw.terminology) : undefined,
    audiences: (raw.audiences ?? []).map(compileRequirement),
    manifest: raw.manifest ? compileManifest(raw.manifest) : undefined,
  };
}

function entriesOf<T>(map: Readonly<Record<string, T | null>> | null | undefined): [string, T][] {
  return Object.entries(map ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** Names compare in lower case. */
function toPattern(pattern: string): FileNamePattern {
  return { ...compileFileName(pattern.toLowerCase()), pattern };
}

function beginningOf({ pattern }: FileNamePattern): string {
  return pattern.replace(/\{.*/, "").toLowerCase();
}

function tell(
  fileName: string,
  patterns: readonly FileNamePattern[],
  role: DeliverableName["role"],
): DeliverableName | undefined {
  for (const { tokensOf } of patterns) {
    const tokens = tokensOf(fileName.toLowerCase());
    const { task, part } = tokens ?? {};
    if (task !== undefined) return { role, task, part: part === undefined ? undefined : Number(part) };
  }
  return undefined;
}

function compileTask(id: string, task: RawTask, raw: RawDeliverables): TaskPolicy {
  const list = task.list ?? undefined;
  // few of the tasks that a policy has are ever reported on
  const requirements = once(() =>
    [...(task.requirements ?? []), ...(raw.requirements ?? [])]
      .map(compileRequirement)
      .filter((each) => holdsFor(each, list)),
  );
  return {
    id,
    keys: [id, ...(task.aliases ?? [])].map((each) => each.toLowerCase()),
    title: task.title ?? "",
    list,
    get requirements() {
      return requirements();
    },
    lines: boundsOf(task.lines, raw.lines),
    files: boundsOf(task.files, raw.files),
  };
}

/** True where the requirement is one for the tasks of the list. */
export function holdsFor({ lists }: Requirement, list: string | undefined): boolean {
  return lists.length === 0 || (list !== undefined && lists.includes(list));
}

type RawBounds = { readonly fewest?: number | null | undefined; readonly most?: number | null | undefined };

/** On each side the task's own limit, if it has one; `null` takes the general one away. */
function boundsOf(own: RawBounds | null | undefined, general: RawBounds | null | undefined): Bounds {
  const side = (name: "fewest" | "most") =>
    (own?.[name] === undefined ? general?.[name] : own[name]) ?? undefined;
  return { fewest: side("fewest"), most: side("most") };
}

export function compileRequirement(raw: RawRequirement): Requirement {
  return {
    name: raw.name,
    terms: (raw.terms ?? []).map(compileTerm).filter((words) => words.length > 0),
    diagrams: raw.diagrams
      ? new Set(raw.diagrams.map((each) => mermaidType(each) ?? lower(each)))
      : undefined,
    languages: raw.languages ? new Set(raw.languages.map(lower)) : undefined,
    lists: raw.lists ?? [],
    section: raw.section ?? sentence(raw.name),
    body: raw.body ?? undefined,
  };
}

const lower = (word: string) => word.toLowerCase();

function compileTerm(term: string): TermWord[] {
  return [...term.toLowerCase().matchAll(/([\p{L}\p{N}]+)(\*?)/gu)].map(([, text = "", star]) => ({
    text,
    isBeginning: star === "*",
    needle: star === "*" ? ` ${text}` : ` ${text} `,
  }));
}

function compileManifest(raw: NonNullable<RawDeliverables["manifest"]>): ManifestPolicy | undefined {
  if (!raw.class) return undefined;
  const lines = (raw.lineWords ?? []).map(escapePattern).join("|");
  const sections = (raw.sectionWords ?? []).map(escapePattern).join("|");
  return {
    class: raw.class,
    countKey: raw.count ? foldKey(raw.count) : undefined,
    linesKey: raw.lines ? foldKey(raw.lines) : undefined,
    lineWord: raw.lineWords?.[0],
    length: lines === "" ? /(?!)/ : new RegExp(`(\\d[\\d.,']*)(\\+?)\\s{0,3}(?:${lines})(?![\\p{L}])`, "iu"),
    section:
      sections === ""
        ? undefined
        : new RegExp(`^\\*\\*(?:${sections})\\s{1,3}\\d{1,3}:?\\*\\*:?\\s{0,3}(\\S.*)$`, "iu"),
    tolerance: (raw.tolerance ?? DEFAULT_TOLERANCE) / 100,
  };
}
