/** The templates that a policy offers: one for every class and kind, those that nobody wrote made from the policy. */
import { applyEdits } from "../../base/edit";
import { foldKey } from "../../base/fold";
import type { DocumentClass, Policy, Template } from "../../policy/types";
import { insertHeader } from "../../rules/header-fixes";
import { govern } from "../../workspace/govern";
import { fileNameFor } from "./file-name";
import { MANIFEST_TEMPLATE, type TaskFileName, taskFileNames, taskTemplate } from "./task-files";

const NO_DOCUMENTS = { entries: new Map() };
const TITLE = "# {title}\n";

/** `today` is an ISO date. */
export function offeredTemplates(policy: Policy, today: string): readonly Template[] {
  const written = policy.templates;
  const taken = new Set(written.map(({ id }) => id));
  const isWritten = ({ id, kind }: DocumentClass) =>
    written.some((each) => each.class === id && each.kind === kind);
  const ofTasks = taskFileNames(policy);
  // what a team has written for the class stands for the first of its files
  const deliverables = ofTasks.filter(
    (file) => !isWritten(file.class) || ofTasks.find((each) => each.class === file.class) !== file,
  );
  const made = policy.classes
    .flatMap((each) => (each.kinds.length > 0 ? each.kinds : [each]))
    .filter((each) => !isWritten(each) && !ofTasks.some((file) => file.class === each));
  return [
    ...written,
    ...deliverables.map((each) => makeTaskTemplate(each, policy, taken, today)),
    ...made.map((each) => makeTemplate(each, policy, taken, today)),
  ];
}

/** The templates of a new report: its main file, and its prompts; empty where the policy has no deliverables. */
export function reportTemplates(policy: Policy, today: string): readonly Template[] {
  const offered = offeredTemplates(policy, today);
  const whole = taskFileNames(policy).filter(({ isPart }) => !isPart);
  return [whole.find(({ role }) => role === "report"), whole.find(({ role }) => role === "prompt")].flatMap(
    (file) => offered.find((each) => file !== undefined && fileNameFor(policy, each) === file.name) ?? [],
  );
}

function makeTaskTemplate(
  file: TaskFileName,
  policy: Policy,
  taken: ReadonlySet<string>,
  today: string,
): Template {
  const { class: documentClass, role, name } = file;
  const template = makeTemplate(documentClass, policy, taken, today, taskTemplate(file));
  // a class without kinds has both sorts of files
  const isOther = role === "prompt" && documentClass.kind === undefined;
  return {
    ...template,
    ...(isOther ? { id: `${template.id}-prompt`, title: `${template.title} (prompts)` } : {}),
    fileName: name.pattern,
  };
}

function makeTemplate(
  documentClass: DocumentClass,
  policy: Policy,
  taken: ReadonlySet<string>,
  today: string,
  start: string = startOf(documentClass, policy),
): Template {
  const { id, kind, title, summary } = documentClass;
  const name = kind ?? id;
  return {
    id: taken.has(name) ? `${id}-${name}` : name,
    title,
    description: summary,
    class: id,
    kind,
    variables: [],
    body: makeBody(documentClass, policy, today, start),
  };
}

function startOf({ id }: DocumentClass, { deliverables }: Policy): string {
  return id === deliverables?.manifest?.class ? MANIFEST_TEMPLATE : TITLE;
}

/** A title, the header, and what the class asks for below it. */
function makeBody(documentClass: DocumentClass, policy: Policy, today: string, start: string): string {
  const { fields, notice, sections } = documentClass;
  const draft = govern("", start, policy);
  const header =
    fields.length === 0
      ? start
      : applyEdits(start, insertHeader(draft, documentClass, NO_DOCUMENTS, today).edits);
  const parts = sections
    .filter(({ when }) => when.length === 0)
    .map((section) => `## ${section.title}\n\n${section.body?.trim() ?? `{${foldKey(section.title)}}`}\n`);
  return [header, ...(notice === undefined ? [] : [`${notice.text.trim()}\n`]), ...parts].join("\n");
}
