/** The document that a template and answers make: where it goes, what it is called, what it begins with. */
import type { Policy, Template } from "../../policy/types";
import { lineEndingOf, withLineEnding } from "../../rules/fixes";
import { pathFromPolicy } from "../../workspace/govern";
import type { DocumentFacts } from "../open-actions";
import { type Answers, plainAnswer } from "./answers";
import { cleanFolder, fileNameOf, patternOf, slugOf } from "./file-name";
import { fillBody } from "./fill-body";
import { taskAnswers } from "./task-files";
import { classOf, FOLDER, NOWHERE, type Origin, targetFolder } from "./variables";

export interface NewDocument {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * What is not answered stays as a mark such as `{owner}`, which the author sees and the rules report. Whatever the
 * answers are, the path lies in the policy's folder.
 */
export function newDocument(
  policy: Policy,
  template: Template,
  given: Answers,
  today: string,
  origin: Origin = NOWHERE,
  documents: () => Iterable<DocumentFacts> = () => [],
): NewDocument {
  const plain = Object.fromEntries(
    Object.entries(given).map(([name, answer]) => [
      name,
      answer === undefined ? undefined : plainAnswer(answer),
    ]),
  );
  const ofTask = taskAnswers(plain, classOf(policy, template), policy, documents);
  const answers: Answers = { ...plain, ...ofTask };
  const { body } = template;
  const sections = answers.sections && withLineEnding(answers.sections, lineEndingOf(body));
  const files = answers.files && withLineEnding(answers.files, lineEndingOf(body));
  return {
    path: pathOf(policy, template, answers, today, origin),
    text: fillBody(body, { ...answers, sections, files, today }),
  };
}

function pathOf(policy: Policy, template: Template, answers: Answers, today: string, origin: Origin): string {
  const slug = answers.slug || slugOf(answers.title ?? template.title) || "document";
  const named = { date: today, version: "1.0", any: slug, ...answers, slug };
  const name = origin.fileName ?? fileNameOf(patternOf(policy, template), named);
  const folder = targetFolder(policy, template, origin) ?? cleanFolder(answers[FOLDER] ?? "") ?? "";
  return pathFromPolicy(policy, folder === "" ? name : `${folder}/${name}`);
}
