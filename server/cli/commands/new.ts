/** `docket new`: a document from a template, in its place and under its name, or what is missing to make one. */
import { relative, resolve } from "node:path";
import { findClosest } from "../../base/closest";
import { once } from "../../base/remember";
import { policyFilesIn } from "../../engine/find-files";
import type { Answers } from "../../features/templates/answers";
import { type Draft, makeDocuments, questionsOf } from "../../features/templates/draft";
import { patternOf } from "../../features/templates/file-name";
import type { NewDocument } from "../../features/templates/new-document";
import { offeredTemplates, reportTemplates } from "../../features/templates/offered";
import { wordsOf } from "../../features/templates/question";
import { classOf, FOLDER, NOWHERE, type Origin } from "../../features/templates/variables";
import { systemClock } from "../../host/clock";
import { toSlashes } from "../../host/paths";
import { createFile } from "../../host/write-file";
import { didYouMean, quote, quoteList } from "../../policy/quote";
import type { Policy, Template, TemplateVariable } from "../../policy/types";
import { renderNewJson, renderTemplates, renderTemplatesJson } from "../../report/templates";
import { plainLine } from "../../report/terminal-text";
import { CLEAN, FAILURE } from "../exit-codes";
import { type LocatedRoot, loadIn, locateRoot, openRoot } from "../open-root";
import { readFacts } from "../read-facts";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

export interface NewOptions {
  readonly task?: string;
  readonly id?: string;
  readonly slug?: string;
  readonly title?: string;
  /** `name=value` */
  readonly set: readonly string[];
  readonly out?: string;
  readonly list: boolean;
  readonly dryRun: boolean;
  readonly format: "pretty" | "json";
}

export async function newDocument(
  name: string | undefined,
  options: NewOptions,
  terminal: Terminal,
): Promise<number> {
  const root = locateRoot([], terminal.folder);
  const policy = readPolicy(root);
  const today = systemClock.today();
  const offered = offeredTemplates(policy, today);
  if (options.list) {
    const placed = offered.map((each) => {
      const { folder } = classOf(policy, each);
      return { ...each, folder, fileName: patternOf(policy, each) };
    });
    terminal.out(
      options.format === "json" ? renderTemplatesJson(placed) : renderTemplates(placed, terminal.colours),
    );
    return CLEAN;
  }
  const template = findTemplate(name, offered);
  const origin = originOf(options.out, policy, root, terminal);
  const draft: Draft = {
    policy,
    templates: templatesFor(template, policy, origin, today),
    origin,
    today,
    kindOf: root.files.kindOf,
    documents: once(() => readFacts(openRoot([], terminal.folder), terminal)),
  };
  const made = await make(template, readAnswers(options, template, draft), draft, terminal);
  return write(made, options, root, terminal);
}

/** A report comes with its prompt file, unless the one file is named. */
function templatesFor(
  template: Template,
  policy: Policy,
  { fileName }: Origin,
  today: string,
): readonly Template[] {
  const report = fileName === undefined ? reportTemplates(policy, today) : [];
  return report[0]?.id === template.id ? report : [template];
}

function readPolicy({ files, folder }: LocatedRoot): Policy {
  const policyFiles = policyFilesIn(folder).filter((path) => files.kindOf(path) === "file");
  const [policy] = loadIn(files, policyFiles).policies;
  if (policy === undefined)
    throw new UsageError(
      "The policy cannot be read, so there are no templates. `docket check` says what is wrong with it.",
    );
  return policy;
}

function findTemplate(name: string | undefined, offered: readonly Template[]): Template {
  const template = offered.find(({ id }) => id === name);
  if (template !== undefined) return template;
  const ids = offered.map(({ id }) => id);
  if (name === undefined)
    throw new UsageError(
      `Name a template: ${quoteList(ids, "or")}. \`docket new --list\` says what they are for.`,
    );
  throw new UsageError(
    `There is no template ${quote(name)}.${didYouMean(findClosest(name, ids))} \`docket new --list\` shows them all.`,
  );
}

/** `out` is a file, or a folder where it is one or ends with a slash. */
function originOf(
  out: string | undefined,
  policy: Policy,
  { files }: LocatedRoot,
  { folder }: Terminal,
): Origin {
  const top = policy.folder === "" ? files.base : `${files.base}/${policy.folder}`;
  const within = (absolute: string): string | undefined =>
    absolute === top ? "" : absolute.startsWith(`${top}/`) ? absolute.slice(top.length + 1) : undefined;
  const here = within(toSlashes(folder)) ?? "";
  if (out === undefined) return { ...NOWHERE, folder: here === "" ? undefined : here, near: here };
  const target = within(toSlashes(resolve(folder, out)));
  if (target === undefined)
    throw new UsageError(
      `${quote(out)} lies outside of the folder that the policy governs. Give a path within it.`,
    );
  const isFolder =
    /[/\\]$/.test(out) ||
    target === "" ||
    files.kindOf(policy.folder === "" ? target : `${policy.folder}/${target}`) === "folder";
  if (isFolder) return { ...NOWHERE, folder: target, isCertain: true };
  const slash = target.lastIndexOf("/");
  return {
    ...NOWHERE,
    folder: target.slice(0, Math.max(0, slash)),
    isCertain: true,
    fileName: target.slice(slash + 1),
  };
}

function readAnswers({ task, id, slug, title, set }: NewOptions, template: Template, draft: Draft): Answers {
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries({ task, id, slug, title }))
    if (value !== undefined) answers[name] = value;
  const names = questionsOf(draft)
    .map((each) => each.name)
    .filter((each) => each !== FOLDER);
  for (const each of set) {
    const at = each.indexOf("=");
    if (at < 1) throw new UsageError(`${quote(each)} sets nothing. Write \`--set name=value\`.`);
    const name = each.slice(0, at).trim();
    if (!names.includes(name)) {
      const known = names.length === 0 ? "It asks for nothing." : `It asks for ${quoteList(names, "and")}.`;
      throw new UsageError(`The template ${quote(template.id)} does not ask for ${quote(name)}. ${known}`);
    }
    answers[name] = each.slice(at + 1);
  }
  return answers;
}

/** On a terminal, what is missing is asked for; elsewhere it is told. */
async function make(
  template: Template,
  given: Answers,
  draft: Draft,
  terminal: Terminal,
): Promise<readonly NewDocument[]> {
  let answers = given;
  const asked = new Set<string>();
  for (;;) {
    const made = makeDocuments(answers, draft);
    if (made.kind === "documents") return made.documents;
    // what was typed here may be typed again, what stands on the command line may not
    if (made.kind === "refused" && !asked.has(made.variable))
      throw new UsageError(`${optionOf(made.variable)}: ${made.reason}`);
    if (made.kind === "refused") terminal.err(`${plainLine(made.reason)}\n`);
    const missing =
      made.kind === "missing"
        ? made.variables
        : questionsOf(draft).filter(({ name }) => name === made.variable);
    const [variable] = missing;
    const answer = variable && (await ask(variable, terminal));
    if (variable === undefined || answer === undefined)
      throw new UsageError(describeMissing(template, missing, draft));
    asked.add(variable.name);
    answers = { ...answers, [variable.name]: answer };
  }
}

/** Undefined where nobody can be asked. */
async function ask(variable: TemplateVariable, { ask: put }: Terminal): Promise<string | undefined> {
  const { prompt, example } = wordsOf(variable);
  const hint = example === "" ? "" : ` (such as ${example})`;
  return (await put?.(`${plainLine(prompt + hint)}: `))?.trim();
}

function describeMissing({ id }: Template, missing: readonly TemplateVariable[], draft: Draft): string {
  const lines = missing.map((variable) => {
    const { prompt, example } = wordsOf(variable);
    const such = example === "" ? "" : `, such as ${example}`;
    return `  ${optionOf(variable.name)}${" ".repeat(Math.max(1, 24 - optionOf(variable.name).length))}${prompt}${such}`;
  });
  const optional = questionsOf(draft)
    .filter(({ optional: may }) => may)
    .map(({ name }) => optionOf(name));
  const more = optional.length === 0 ? "" : `\nMay be left open: ${optional.join(", ")}.`;
  return `\`docket new ${id}\` needs to be told:\n${lines.join("\n")}${more}`;
}

function optionOf(name: string): string {
  if (name === FOLDER) return "--out <folder>/";
  return ["task", "id", "slug", "title"].includes(name) ? `--${name} <${name}>` : `--set ${name}=<${name}>`;
}

/** All files or none where one of them exists. */
function write(
  made: readonly NewDocument[],
  { dryRun, format }: NewOptions,
  { files }: LocatedRoot,
  terminal: Terminal,
): number {
  const documents = made.map(({ path, text }) => {
    const absolute = `${files.base}/${path}`;
    return { absolute, shown: toSlashes(relative(terminal.folder, absolute)), text };
  });
  for (const { absolute, shown, text } of documents) {
    const failure = dryRun ? undefined : createFile(absolute, text);
    if (failure === undefined) continue;
    terminal.err(`${plainLine(shown)} was not written: ${failure.reason}.\n`);
    return FAILURE;
  }
  if (format === "json")
    terminal.out(
      renderNewJson(documents.map(({ shown, text }) => ({ path: shown, written: !dryRun, text }))),
    );
  else
    for (const { shown, text } of documents) {
      if (dryRun) {
        terminal.out(text);
        terminal.err(`Would write ${plainLine(shown)}.\n`);
      } else terminal.out(`${plainLine(shown)}\n`);
    }
  return CLEAN;
}
