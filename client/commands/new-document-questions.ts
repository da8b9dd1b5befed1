/** What *New Document from Template…* has to ask before it can name the file. */
import type { Translate } from "../translate";

export interface Answers {
  readonly id?: string;
  readonly slug?: string;
  readonly title?: string;
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

/** `fileName` is a pattern such as `{id}-{slug}.md`; without one, the title names the file. */
export function chooseQuestions(fileName: string | null, t: Translate): readonly Question[] {
  const id = fileName?.includes("{id}") === true ? [askId(t)] : [];
  if (fileName === null) return [askTitle(t)];
  return fileName.includes("{slug}") ? [...id, askTitle(t), askSlug(t)] : id;
}

function askId(t: Translate): Question {
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

function askTitle(t: Translate): Question {
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

/** `Group rides (beta)` becomes `group-rides-beta`. */
export function renderSlug(title: string): string {
  return title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
