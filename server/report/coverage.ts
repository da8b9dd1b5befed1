/** What has been delivered for tasks: for a terminal, as a Markdown table, and for programs. */
import { displayWidth } from "../base/display-width";
import { nameOf } from "../base/path-parts";
import { sentence } from "../base/sentence";
import type { CoveredFile, CoveredRequirement, TaskCoverage } from "../deliverables/coverage";
import { renderJson } from "./json";
import { count, groupThousands, plainLine } from "./terminal-text";
import type { Colours } from "./types";

/** The tasks of one policy, in its order; paths are relative to the root. */
export interface CoverageReport {
  /** The policy's file. */
  readonly policy: string;
  readonly tasks: readonly TaskCoverage[];
  /** One-based line of what meets a requirement. */
  readonly lineOf: (met: NonNullable<CoveredRequirement["met"]>) => number;
}

/** Tasks with files, each with what is amiss; the others are named in one line. */
export function renderPrettyCoverage(reports: readonly CoverageReport[], colours: Colours): string {
  const blocks = reports.flatMap(({ policy, tasks }) => {
    const begun = tasks.filter(isBegun);
    return [
      ...(reports.length > 1 ? [colours.underline(plainLine(policy))] : []),
      ...begun.map((task) => renderTask(task, colours)),
      ...openTasks(tasks).map(colours.dim),
    ];
  });
  const all = reports.flatMap(({ tasks }) => tasks);
  return `${[...blocks, summarize(all)].join("\n\n")}\n`;
}

function isBegun({ files }: TaskCoverage): boolean {
  return files.length > 0;
}

function summarize(tasks: readonly TaskCoverage[]): string {
  const begun = tasks.filter(isBegun);
  const complete = begun.filter((task) => task.complete).length;
  const met = begun.reduce((sum, task) => sum + task.met, 0);
  const required = begun.reduce((sum, { requirements }) => sum + requirements.length, 0);
  return `${count(begun.length, "task")} with files, ${complete} complete; ${met} of ${count(required, "requirement")} met.`;
}

/** `14 more tasks without a report: A04, A05` */
function openTasks(tasks: readonly TaskCoverage[]): readonly string[] {
  const open = tasks.filter((task) => !isBegun(task)).map(({ task }) => task.id);
  if (open.length === 0) return [];
  const more = open.length === tasks.length ? "" : "more ";
  return [
    `${open.length} ${more}${open.length === 1 ? "task" : "tasks"} without a report: ${plainLine(open.join(", "))}`,
  ];
}

function renderTask(covered: TaskCoverage, colours: Colours): string {
  const { task, files, requirements, met, lacks, complete } = covered;
  const progress = requirements.length === 0 ? "" : `${met} of ${count(requirements.length, "requirement")}`;
  const paint = complete ? colours.green : colours.yellow;
  const width = Math.max(...files.map(({ path }) => displayWidth(plainLine(path))));
  const digits = Math.max(...files.map(({ lines }) => groupThousands(lines).length));
  const numberAmiss = describeNumber(covered);
  return [
    [colours.bold(plainLine(task.id)), colours.bold(plainLine(task.title)), paint(progress)]
      .join("  ")
      .trimEnd(),
    ...files.map((file) => renderFile(file, width, digits, colours)),
    ...lacks.map((role) => `  ${colours.yellow("!")} ${LACKS[role]}`),
    ...(numberAmiss === "" ? [] : [`  ${colours.yellow("!")} ${numberAmiss}`]),
    ...requirements
      .filter((each) => each.met === undefined)
      .map(({ name }) => `  ○ ${plainLine(sentence(name))}${colours.dim("  missing")}`),
  ].join("\n");
}

const LACKS = { report: "No report", prompt: "No prompt file" } as const;

function renderFile(file: CoveredFile, width: number, digits: number, colours: Colours): string {
  const isRight = file.length === "within";
  const path = plainLine(file.path);
  const lines = `${groupThousands(file.lines).padStart(digits)} ${file.lines === 1 ? "line " : "lines"}`;
  const notes = [file.role === "prompt" ? "prompts" : "", describeLength(file)].filter((each) => each !== "");
  return [
    `  ${isRight ? colours.green("✓") : colours.yellow("!")} ${path}${" ".repeat(width - displayWidth(path))}`,
    lines,
    colours.dim(notes.join(" · ")),
  ]
    .join("  ")
    .trimEnd();
}

/** `98 too few`; empty where the length is right. */
function describeLength({ lines, length, bounds: { fewest = 0, most = 0 } }: CoveredFile): string {
  if (length === "within") return "";
  return length === "below"
    ? `${groupThousands(fewest - lines)} too few`
    : `${groupThousands(lines - most)} too many`;
}

/** Empty where the number of files is right. */
function describeNumber({ files, fileCount, task: { files: bounds } }: TaskCoverage): string {
  if (fileCount === "within") return "";
  const limit = fileCount === "below" ? `at least ${bounds.fewest}` : `at most ${bounds.most}`;
  return `${count(files.length, "file")}, ${limit} are delivered for a task`;
}

/** A table to paste, one for each policy. */
export function renderMarkdownCoverage(reports: readonly CoverageReport[]): string {
  const tables = reports.map(({ policy, tasks }) => {
    const begun = tasks.filter(isBegun);
    return [
      ...(reports.length > 1 ? [`**${cell(policy)}**`] : []),
      ...(begun.length === 0 ? [] : [renderTable(begun)]),
      ...openTasks(tasks).map((line) => `${cell(line)}.`),
    ].join("\n\n");
  });
  return `${tables.join("\n\n")}\n`;
}

function renderTable(begun: readonly TaskCoverage[]): string {
  const rows = begun.map((covered) => {
    const { task, files, requirements, met } = covered;
    const missing = requirements.filter((each) => each.met === undefined).map(({ name }) => name);
    const lacking = covered.lacks.map((role) => LACKS[role].toLowerCase());
    return [
      `**${cell(task.id)}** ${cell(task.title)}`,
      [...files.map(describeFile), ...lacking, cell(describeNumber(covered))].filter(Boolean).join("<br>"),
      requirements.length === 0 ? "–" : `${met} of ${requirements.length}`,
      cell(missing.join(", ")) || "–",
    ];
  });
  const head = [
    ["Task", "Files", "Requirements", "Missing"],
    ["---", "---", "---", "---"],
  ];
  return [...head, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function describeFile(file: CoveredFile): string {
  const off = describeLength(file);
  const lines = count(file.lines, "line");
  return `\`${cell(nameOf(file.path))}\` (${off === "" ? lines : `${lines}, ${off}`})`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

/** All tasks, those without files too. Keys may be added, never changed. */
export function renderCoverageJson(reports: readonly CoverageReport[]): string {
  const policies = reports.map(({ policy, tasks, lineOf }) => ({
    policy,
    tasks: tasks.map(({ task, files, requirements, met, lacks, fileCount, complete }) => ({
      task: task.id,
      title: task.title,
      list: task.list ?? null,
      complete,
      met,
      required: requirements.length,
      files: files.map((file) => ({
        path: file.path,
        role: file.role,
        part: file.part ?? null,
        lines: file.lines,
        length: file.length,
        fewest: file.bounds.fewest ?? null,
        most: file.bounds.most ?? null,
      })),
      fileCount,
      lacks,
      requirements: requirements.map((each) => ({
        name: each.name,
        met: each.met !== undefined,
        path: each.met?.path ?? null,
        line: each.met === undefined ? null : lineOf(each.met),
      })),
    })),
  }));
  return renderJson({ version: 1, policies });
}
