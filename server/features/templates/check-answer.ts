/** Whether an answer is one: one sentence on what is wrong with it and what to do, or nothing. */

import { findClosest } from "../../base/closest";
import { parseDate } from "../../base/date";
import { FILE_NAME_TOKENS, type TokenName } from "../../policy/file-name-tokens";
import { didYouMean, quote, quoteList } from "../../policy/quote";
import type { TemplateVariable } from "../../policy/types";
import { LONGEST_ANSWER } from "./answers";
import { cleanFolder, isReservedName } from "./file-name";
import { FOLDER } from "./variables";

/** Longer ones make names of files that some machines do not take. */
const LONGEST_NAME_PART = 80;

/** `answer` is on one line; an empty one is none. `isDocument` is asked for paths from the policy's folder. */
export function findMistake(
  variable: TemplateVariable,
  answer: string,
  isDocument: (path: string) => boolean,
): string | undefined {
  const { name, kind, optional, choices } = variable;
  if (name === FOLDER) return findFolderMistake(answer);
  if (answer === "") return optional ? undefined : "An answer is needed here.";
  if (answer.length > LONGEST_ANSWER)
    return `This is longer than ${LONGEST_ANSWER} characters. Say it in fewer.`;
  if (choices.length > 0) return findChoiceMistake(answer, choices, kind === "task");
  switch (kind) {
    case "id":
    case "slug":
    case "version":
    case "part":
    case "name":
      return findTokenMistake(kind, answer);
    case "date":
      return parseDate(answer)?.iso === answer
        ? undefined
        : `${quote(answer)} is no date. Write it as \`2026-02-20\`.`;
    case "document":
      return isDocument(answer)
        ? undefined
        : `There is no document ${quote(answer)}. Give its path from the top, such as \`docs/specs/tariffs.md\`.`;
    case "task":
    case "role":
    case "text":
      return undefined;
  }
}

type NameKind = "id" | "slug" | "version" | "part" | "name";

const FORMS: Readonly<Record<NameKind, string>> = {
  id: "An id is numbers joined by dots, or capitals and digits joined by hyphens, such as `3.2` or `BLG-TECH-02`.",
  slug: "A short name is lower-case words joined by hyphens, such as `guest-passes`.",
  version: "A version is numbers joined by dots, such as `1.4`.",
  part: "A part is a number in two digits, such as `01`.",
  name: "Such words are joined by hyphens or underscores, as in `network_design`.",
};

function findTokenMistake(kind: NameKind, answer: string): string | undefined {
  if (!isToken(kind, answer)) return `${quote(answer)} cannot stand in the name of the file. ${FORMS[kind]}`;
  if (answer.length > LONGEST_NAME_PART)
    return `This is longer than ${LONGEST_NAME_PART} characters, which is too long for the name of a file.`;
  return isReservedName(answer)
    ? `${quote(answer)} is a name that Windows keeps for itself. Take another one.`
    : undefined;
}

function isToken(kind: TokenName, answer: string): boolean {
  return FILE_NAME_TOKENS[kind].ends(answer, 0).includes(answer.length);
}

function findChoiceMistake(
  answer: string,
  choices: readonly string[],
  ignoresCase: boolean,
): string | undefined {
  const typed = ignoresCase ? answer.toLowerCase() : answer;
  if (choices.some((each) => (ignoresCase ? each.toLowerCase() : each) === typed)) return undefined;
  return `${quote(answer)} is none of ${quoteList(choices, "and")}.${didYouMean(findClosest(answer, choices))}`;
}

function findFolderMistake(answer: string): string | undefined {
  return cleanFolder(answer) === undefined
    ? `${quote(answer)} is no folder within the workspace. Give its path from the policy's folder, such as \`docs/specs\`.`
    : undefined;
}
