/** What *New Document from Template* and *Start Work Item* need: what there is, what is asked, the documents. */
import { folderOf } from "../base/path-parts";
import { workItemKinds, workItemTemplates } from "../features/start-work-item";
import { checkAnswer, type Draft, makeDocuments, questionsOf } from "../features/templates/draft";
import { fileNameFor, patternOf } from "../features/templates/file-name";
import { offeredTemplates, reportTemplates } from "../features/templates/offered";
import { nextQuestion, wordsOf } from "../features/templates/question";
import { taskFileNames } from "../features/templates/task-files";
import { belongsIn, classOf, type Origin, targetFolder } from "../features/templates/variables";
import type { Policy, Template } from "../policy/types";
import type {
  AnswerParams,
  DraftParams,
  NewDocuments,
  ReportChoice,
  TemplateChoice,
  TemplateQuestion,
  WorkItemKind,
} from "../protocol/new-document";
import { pathWithin } from "../workspace/govern";
import type { WorkspaceSession } from "./workspace-session";

/** A place in a folder of the workspace that something was asked for. */
export interface AskedPlace {
  readonly session: WorkspaceSession;
  /** Of the folder, relative to the session's base. */
  readonly folder: string;
  /** Of the folder or document that the command was called on; undefined where it was called on none. */
  readonly at: string | undefined;
  /** Whether the new document is to go to `at`. */
  readonly placed: boolean;
  readonly today: string;
}

/** The templates of the policy that governs the place; where none does, those of all policies below it. */
export async function templateChoices(place: AskedPlace): Promise<readonly TemplateChoice[]> {
  const policies = await policiesOf(place);
  return policies.flatMap((policy) => {
    const origin = originOf(place, policy);
    return offeredTemplates(policy, place.today).map((each) => toChoice(each, policy, origin, place));
  });
}

function toChoice(
  template: Template,
  policy: Policy,
  origin: Origin,
  { session }: AskedPlace,
): TemplateChoice {
  const documentClass = classOf(policy, template);
  const folder = targetFolder(policy, template, origin);
  const within = [policy.folder, folder ?? ""].filter((part) => part !== "").join("/");
  return {
    policy: policy.path,
    id: template.id,
    title: template.title,
    description: template.description ?? "",
    class: documentClass.name,
    folder: folder === undefined ? null : session.pathFromFolder(within),
    fileName: patternOf(policy, template),
    fits:
      origin.folder !== undefined &&
      belongsIn(origin.folder, documentClass, policy, fileNameFor(policy, template)?.example),
  };
}

export async function workItemChoices(place: AskedPlace): Promise<readonly WorkItemKind[]> {
  const policies = await policiesOf(place);
  return policies.flatMap((policy) =>
    workItemKinds(policy, place.today).map((kind) => ({ ...kind, policy: policy.path })),
  );
}

/** The policies whose reports can be begun: those for the place, or else all of the folder's. */
export async function reportChoices(place: AskedPlace): Promise<readonly ReportChoice[]> {
  const near = (await policiesOf(place)).filter(hasReports);
  const policies = near.length > 0 ? near : place.session.policies.loaded.policies.filter(hasReports);
  return policies.map(({ path, name }) => ({ policy: path, name }));
}

function hasReports(policy: Policy): boolean {
  return taskFileNames(policy).some(({ isPart }) => !isPart);
}

/** The first that is not answered; null when all is. */
export function templateQuestion(params: DraftParams, place: AskedPlace): TemplateQuestion | null {
  const draft = draftOf(params, place);
  return (draft && nextQuestion(params.answers, draft)) ?? null;
}

/** What is wrong with an answer, or null. */
export function answerMistake(params: AnswerParams, place: AskedPlace): string | null {
  const draft = draftOf(params, place);
  const variable = draft && questionsOf(draft).find(({ name }) => name === params.name);
  if (draft === undefined || variable === undefined) return null;
  return checkAnswer(variable, params.value, params.answers, draft) ?? null;
}

/** Nothing is written. Waits until all documents are known, so that no id is given twice. */
export async function newDocuments(params: DraftParams, place: AskedPlace): Promise<NewDocuments> {
  await place.session.scanned();
  const draft = draftOf(params, place);
  if (draft === undefined) return refuse("The policy has no such template any more.");
  const made = makeDocuments(params.answers, draft);
  switch (made.kind) {
    case "documents":
      return {
        documents: made.documents.map(({ path, text }) => ({ uri: place.session.uriOf(path), text })),
        refusal: null,
      };
    case "refused":
      return refuse(made.reason);
    case "missing":
      return refuse(`Not answered: ${made.variables.map((each) => wordsOf(each).prompt).join("; ")}.`);
  }
}

function refuse(refusal: string): NewDocuments {
  return { documents: [], refusal };
}

function policiesOf({ session, folder, at, placed }: AskedPlace): Promise<readonly Policy[]> {
  const own = at === undefined || placed ? at : folderOf(at);
  return session.policiesAt(own ?? folder, folder);
}

/** Undefined when the policy or the template is there no more. */
function draftOf(params: DraftParams, place: AskedPlace): Draft | undefined {
  const { session, today } = place;
  const policy = session.policies.loaded.policies.find(({ path }) => path === params.policy);
  if (policy === undefined) return undefined;
  const templates =
    params.report === true
      ? reportTemplates(policy, today)
      : params.workItem === undefined
        ? offeredTemplates(policy, today).filter(({ id }) => id === params.template)
        : workItemTemplates(policy, params.workItem, today);
  if (templates.length === 0) return undefined;
  return {
    policy,
    templates,
    origin: originOf(place, policy),
    today,
    kindOf: session.files.kindOf,
    documents: () => session.documents.values(),
  };
}

function originOf({ session, at, placed }: AskedPlace, policy: Policy): Origin {
  const isWithin = at !== undefined && (policy.folder === "" || `${at}/`.startsWith(`${policy.folder}/`));
  if (!isWithin) return { folder: undefined, near: "", workItem: undefined };
  const path = at === policy.folder ? "" : pathWithin(policy, at);
  if (placed) return { folder: path, near: path, workItem: undefined };
  const { workItem: id, workItemTitle: title } = session.documents.get(at)?.process ?? {};
  return {
    folder: undefined,
    near: folderOf(path),
    workItem: id === undefined ? undefined : { id, title },
  };
}
