/** Reads a template's file: its front matter, which says what it makes and asks for, and the document behind that. */
import type { Range } from "../base/range";
import { parseYaml, type YamlMap } from "../base/yaml";
import { fitSchema } from "./check-schema";
import { describeIssue } from "./describe-issue";
import { type DataProblem, toPlainData } from "./plain-data";
import type { SchemaNode } from "./schema-walk";
import { templateId } from "./template-path";
import { type RawVariable, templateSchema } from "./template-schema";
import type { PolicyProblem, Template, TemplateVariable } from "./types";

export interface TemplateFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The front matter; its ranges are counted from the start of the text. */
  readonly root: YamlMap;
  readonly template: Template;
}

export interface TemplateReading {
  /** Undefined when it cannot be told what the template makes. */
  readonly file: TemplateFile | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** Ten times the size of a large document, in UTF-16 units. */
const LONGEST = 1024 * 1024;
/** Ten times what a template asks for. */
const MAX_VALUES = 1000;

const FRONT_MATTER = /^---[ \t]*(\r\n|\n|\r)([\s\S]*?)^---[ \t]*(?:\r\n|\n|\r|$)/m;
const BLANK_LINES = /^(?:[ \t]*(?:\r\n|\n|\r))+/;
const SCHEMA = templateSchema as unknown as SchemaNode;

/** Never throws. A variable that is wrong is left out; the rest is kept. */
export function readTemplate(path: string, text: string): TemplateReading {
  const problems: PolicyProblem[] = [];
  const add = (range: Range, message: string): void => {
    problems.push({ path, range, severity: "error", message });
  };
  const refuse = (range: Range, message: string): TemplateReading => {
    add(range, message);
    return { file: undefined, problems };
  };
  const first = { start: 0, end: firstLineEnd(text) };
  if (text.length > LONGEST) return refuse(first, "This file is larger than 1 MB, which no template is.");
  const opening = text.startsWith("---") ? FRONT_MATTER.exec(text) : null;
  if (opening === null || opening.index !== 0)
    return refuse(
      first,
      "A template opens with front matter that says what it makes, such as `class: canonical` between two lines of `---`. This one has none, so it is not offered.",
    );
  const start = opening[0].indexOf(opening[1] ?? "\n") + (opening[1] ?? "").length;
  // YAML knows no line that a lone carriage return ends; offsets stay as they are
  const yaml = parseYaml((opening[2] ?? "").replace(/\r(?!\n)/g, "\n"), start);
  for (const problem of yaml.problems) add(problem.range, problem.message);
  if (yaml.problems.some((problem) => problem.fatal)) return { file: undefined, problems };
  const { root } = yaml;
  if (root?.kind !== "map" || yaml.size > MAX_VALUES)
    return refuse(first, "The front matter of a template is a map of keys and values with a `class`.");
  const found: DataProblem[] = [];
  const plain = toPlainData(root, found, SCHEMA);
  const { value: raw, issues } = fitSchema(templateSchema, plain);
  for (const problem of found) add(problem.range, problem.message);
  for (const issue of issues) {
    const { range, message } = describeIssue(issue, root, text, undefined, SCHEMA);
    add(range, message);
  }
  if (!raw.class) {
    const silent = !root.byKey.has("class");
    return silent
      ? refuse(first, "`class` is missing: a template says which class of document it makes.")
      : { file: undefined, problems };
  }
  const id = templateId(path);
  const variables = Object.entries(raw.variables ?? {}).flatMap(([name, each]) =>
    each === null ? [] : [toVariable(name, each)],
  );
  const template: Template = {
    id,
    title: raw.title ?? id,
    description: raw.description ?? undefined,
    class: raw.class,
    kind: raw.kind ?? undefined,
    variables,
    body: text.slice(opening[0].length).replace(BLANK_LINES, ""),
  };
  return { file: { path, text, root, template }, problems };
}

/** A variable that is called as a kind is of that kind. */
function toVariable(name: string, raw: RawVariable): TemplateVariable {
  const kind = raw.kind ?? (name === "id" || name === "slug" || name === "version" ? name : "text");
  return {
    name,
    kind,
    prompt: raw.prompt ?? undefined,
    example: raw.example ?? undefined,
    default: raw.default ?? undefined,
    choices: raw.choices ?? [],
    class: raw.class ?? undefined,
    optional: raw.optional ?? false,
  };
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}
