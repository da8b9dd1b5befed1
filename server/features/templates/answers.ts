/** What an author answers, made fit for one line of a document. */

/** By the names of variables. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Far more than a title or a path takes, in UTF-16 units. */
export const LONGEST_ANSWER = 500;

/** On one line, without white space at its ends and characters that nobody sees. */
export function plainAnswer(answer: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return answer.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}

const MARK = /\{([a-z][a-z0-9_-]*)\}/gi;

/** The names in braces, each once. */
export function marksIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(MARK)].map(([, name = ""]) => name));
}

/** What has no answer keeps its mark. */
export function fillMarks(
  text: string,
  answers: Answers,
  write: (answer: string) => string = (answer) => answer,
): string {
  return text.replace(MARK, (mark, name: string) => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    return answer === undefined || answer === "" ? mark : write(answer);
  });
}
