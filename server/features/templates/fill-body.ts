/** Puts answers into the text of a new document so that each stays what it is: a cell a cell, a YAML value one value. */
import { findFrontMatter } from "../../document/front-matter-block";
import { yamlValue } from "../../rules/write-field";
import { type Answers, fillMarks } from "./answers";

export function fillBody(body: string, answers: Answers): string {
  const next = findFrontMatter(body, 0)?.next ?? 0;
  return (
    inLines(body.slice(0, next), (line) => fillYaml(line, answers)) +
    inLines(body.slice(next), (line) => fillLine(line, answers))
  );
}

function inLines(text: string, fill: (line: string) => string): string {
  return text.replace(/[^\r\n]+/g, (line) => (line.includes("{") ? fill(line) : line));
}

/** A pipe would open another cell. */
function fillLine(line: string, answers: Answers): string {
  const isRow = line.trimStart().startsWith("|");
  return fillMarks(line, answers, isRow ? (answer) => answer.replaceAll("|", "\\|") : undefined);
}

/** `key: value`, or an item of a list. */
const ENTRY = /^(\s*(?:- +)?(?:[^\s:#{}][^:#{}]*:[ \t]+)?)(.*)$/;

function fillYaml(line: string, answers: Answers): string {
  const [, head = "", value = ""] = ENTRY.exec(line) ?? [];
  const [first] = value;
  if (first === '"') return head + fillMarks(value, answers, (answer) => JSON.stringify(answer).slice(1, -1));
  if (first === "'") return head + fillMarks(value, answers, (answer) => answer.replaceAll("'", "''"));
  if (first === "[") return head + fillMarks(value, answers, (answer) => JSON.stringify(answer));
  const filled = fillMarks(value, answers);
  return filled === value ? line : head + yamlValue(filled);
}
