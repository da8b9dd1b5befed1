/** What *New Document from Template…* has to ask before it can name the file. */
import type { TemplateChoice } from "../../server/protocol/messages";
import type { Translate } from "../translate";

export interface Answers {
  readonly id?: string;
  readonly slug?: string;
  readonly title?: string;
  /** Relative to the folder of the workspace. */
  readonly folder?: string;
}

export interface Question {
  readonly key: keyof Answers;
  readonly prompt: string;
  readonly example: string;
  /** What the box holds at first, given the answers so far. */
  readonly propose: (answers: Answers) => string;
  /** One sentence on what is wrong with an answer, or null. */
  readonly findMistake: (answer: string) => string | null;
}

/**
 * A file name is a pattern such as `{id}-{slug}.md`; without one, the title names the file. `here` is the folder of
 * the document in the editor: it is proposed where the policy leaves open where such documents are.
 */
export function chooseQuestions(
  { fileName, folder }: Pick<TemplateChoice, "fileName" | "folder">,
  here: string,
  t: Translate,
): readonly Question[] {
  const questions = {
    id: fileName?.includes("{id}") === true,
    title: fileName === null || fileName.includes("{slug}"),
    slug: fileName?.includes("{slug}") === true,
    folder: folder === "",
  };
  const all = [askId(t), askTitle(t), askSlug(t), askFolder(here, t)];
  return all.filter(({ key }) => questions[key]);
}

export function askId(t: Translate): Question {
  return {
    key: "id",
    prompt: t("Id of the roadmap or backlog item"),
    example: t("such as 3.2 or BLG-TECH-02"),
    propose: () => "",
    findMistake: (answer) => {
      if (answer === "") return t("The name of the file begins with an id.");
      return /^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u.test(answer)
        ? null
        : t("An id holds letters and digits, with dots or hyphens between them.");
    },
  };
}

export function askTitle(t: Translate): Question {
  return {
    key: "title",
    prompt: t("Title, as the heading will have it"),
    example: t("such as Group rides"),
    propose: () => "",
    findMistake: (answer) => (answer === "" ? t("A document has a title.") : null),
  };
}

function askSlug(t: Translate): Question {
  return {
    key: "slug",
    prompt: t("Short name, for the name of the file"),
    example: t("such as group-rides"),
    propose: ({ title }) => renderSlug(title ?? ""),
    findMistake: (answer) =>
      /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(answer) && answer === answer.toLowerCase()
        ? null
        : t("A short name is lower-case words, joined by hyphens."),
  };
}

function askFolder(here: string, t: Translate): Question {
  return {
    key: "folder",
    prompt: t("Folder, within the workspace"),
    example: t("such as docs/specs; empty for the top"),
    propose: () => here,
    findMistake: (answer) =>
      /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(answer)
        ? t("The folder lies within the workspace.")
        : null,
  };
}

/** `Group rides (beta)` becomes `group-rides-beta`. */
export function renderSlug(title: string): string {
  return title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
