/** The name and the folder of a new document: whatever is answered, the file stays in the folder of its policy. */
import type { FileNamePattern, Policy, Template } from "../../policy/types";
import { findClass } from "../document-status";
import type { Answers } from "./answers";
import { taskFileNames } from "./task-files";

/** What a class's documents are called where the policy does not say. */
const ANY_NAME = "{slug}.md";

/** Bytes of one answer in a file name, and of the whole name: what every file system takes. */
const LONGEST_PART = 80;
const LONGEST_NAME = 255;
const LONGEST_SLUG = 60;

/** What Windows keeps for itself, with whatever extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no file system likes them
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*{}]+/g;

/** Half of a character that takes two units. */
const HALVES = /\p{Cs}/gu;

export function patternOf(policy: Policy, template: Template): string {
  return fileNameFor(policy, template)?.pattern ?? template.fileName ?? ANY_NAME;
}

/** As the template says it, its class, or the names of deliverables. */
export function fileNameFor(policy: Policy, template: Template): FileNamePattern | undefined {
  const { class: id, kind, fileName } = template;
  if (fileName !== undefined)
    return taskFileNames(policy).find(({ name }) => name.pattern === fileName)?.name;
  return (
    findClass(policy, id, kind)?.fileName ??
    taskFileNames(policy).find((each) => each.class.id === id && each.class.kind === kind)?.name
  );
}

/** A token without an answer stands by its own name. */
export function fileNameOf(pattern: string, answers: Answers): string {
  const name = pattern.replace(/\{(\w+)\}/g, (_, token: string) => {
    const answer = (Object.hasOwn(answers, token) ? answers[token] : undefined) ?? "";
    return shorten(safePart(answer), LONGEST_PART) || token;
  });
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  const safe = RESERVED.test(name) ? `document-${stem}` : stem;
  return shorten(safe, LONGEST_NAME - bytesOf(extension)) + extension;
}

function safePart(part: string): string {
  return part
    .replace(HALVES, "")
    .replace(UNSAFE, "-")
    .replace(/^[.\s-]+|[.\s-]+$/g, "");
}

/** To so many bytes at most; never within a character. */
function shorten(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let short = "";
  let length = 0;
  for (const character of text) {
    length += bytesOf(character);
    if (length > most) break;
    short += character;
  }
  return short.replace(/[.\s-]+$/, "");
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** True for a name that a machine of some kind could not have. */
export function isReservedName(name: string): boolean {
  return RESERVED.test(name);
}

/** Lower-case words joined by hyphens; empty where the title has no letter or digit of the alphabet. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (words.length <= LONGEST_SLUG) return words;
  const cut = words.lastIndexOf("-", LONGEST_SLUG);
  return words.slice(0, cut > 0 ? cut : LONGEST_SLUG);
}

/** A folder as it is kept, `docs/specs`; undefined for one outside of the workspace, or that no machine has. */
export function cleanFolder(folder: string): string | undefined {
  if (/^[/\\~]|^[a-z]:/i.test(folder)) return undefined;
  const parts = folder.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  const isSound = parts.every(
    (part) =>
      part.search(UNSAFE) < 0 &&
      !/^[\s]|[.\s]$/.test(part) &&
      !RESERVED.test(part) &&
      part.search(HALVES) < 0,
  );
  return isSound && parts.join("/").length <= LONGEST_NAME * 4 ? parts.join("/") : undefined;
}
