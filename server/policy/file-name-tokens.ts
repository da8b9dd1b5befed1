/** The tokens of file name patterns: what each stands for. */

export interface FileNameToken {
  /** For the reference. */
  readonly meaning: string;
  readonly example: string;
  /** The offsets at which the token may end when it begins at `start`, the one to be tried first coming first. */
  readonly ends: (name: string, start: number) => readonly number[];
}

export type TokenName = "id" | "slug" | "version" | "date" | "task" | "part" | "name" | "any";

export const FILE_NAME_TOKENS: Readonly<Record<TokenName, FileNameToken>> = {
  id: {
    meaning: "the id of an item: numbers joined by dots, or capitals and digits joined by hyphens",
    example: "3.2",
    ends: (name, start) =>
      isCapital(name, start) ? joined(name, start, isCapitalOrDigit, "-") : numberEnds(name, start),
  },
  slug: {
    meaning: "lower-case words joined by hyphens",
    example: "guest-passes",
    ends: (name, start) => joined(name, start, isSmallOrDigit, "-"),
  },
  version: {
    meaning: "a version, without a leading `v`",
    example: "1.4",
    ends: (name, start) => joined(name, start, isDigit, "."),
  },
  date: {
    meaning: "an ISO date",
    example: "2026-02-20",
    ends: (name, start) => (/^\d{4}-\d{2}-\d{2}$/.test(name.slice(start, start + 10)) ? [start + 10] : []),
  },
  task: {
    meaning: "the id of a task: letters and digits",
    example: "a01",
    ends: (name, start) => joined(name, start, isLetterOrDigit, "-"),
  },
  part: {
    meaning: "the number of a part, in two digits",
    example: "01",
    ends: (name, start) => (/^\d{2}/.test(name.slice(start, start + 2)) ? [start + 2] : []),
  },
  name: {
    meaning: "words joined by hyphens or underscores",
    example: "network_design",
    ends: (name, start) => joined(name, start, isLetterOrDigit, "-_"),
  },
  any: {
    meaning: "anything, or nothing",
    example: "draft",
    ends: (name, start) => Array.from({ length: name.length - start + 1 }, (_, index) => start + index),
  },
};

export function isToken(name: string): name is TokenName {
  return Object.hasOwn(FILE_NAME_TOKENS, name);
}

type CharacterTest = (name: string, at: number) => boolean;

/** Runs of one sort of character with single joiners between them, the longest first. */
function joined(name: string, start: number, belongs: CharacterTest, joiners: string): number[] {
  const ends: number[] = [];
  for (let at = start; at < name.length; at++) {
    if (belongs(name, at)) ends.unshift(at + 1);
    else if (!isIn(joiners, name[at]) || at === start || isIn(joiners, name[at - 1])) break;
  }
  return ends;
}

function isIn(joiners: string, character: string | undefined): boolean {
  return character !== undefined && joiners.includes(character);
}

/** Numbers joined by dots; a small letter may follow the last one, as in `3.2a`. */
function numberEnds(name: string, start: number): number[] {
  return joined(name, start, isDigit, ".").flatMap((end) => (isSmall(name, end) ? [end + 1, end] : [end]));
}

const isDigit: CharacterTest = (name, at) => isBetween(name, at, 0x30, 0x39);
const isCapital: CharacterTest = (name, at) => isBetween(name, at, 0x41, 0x5a);
const isSmall: CharacterTest = (name, at) => isBetween(name, at, 0x61, 0x7a);
const isCapitalOrDigit: CharacterTest = (name, at) => isCapital(name, at) || isDigit(name, at);
const isLetterOrDigit: CharacterTest = (name, at) => isSmall(name, at) || isCapitalOrDigit(name, at);
const isSmallOrDigit: CharacterTest = (name, at) => isSmall(name, at) || isDigit(name, at);

function isBetween(name: string, at: number, first: number, last: number): boolean {
  const unit = name.charCodeAt(at);
  return unit >= first && unit <= last;
}
