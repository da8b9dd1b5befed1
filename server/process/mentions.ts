/** What a document mentions: ids, roles and the paths of other documents. Kept by the server, never by a check. */
import type { GovernedDocument } from "../workspace/types";
import { rolePlaces } from "./role-mentions";
import { scanMentions, shapeOfId } from "./scan-mentions";
import { spokenRanges } from "./spoken-ranges";
import type { ProcessFacts } from "./types";
import { WORK_ITEM_FIELDS } from "./vocabulary";

/** Each once, in no particular order. Slices of the text: whoever keeps them copies them. */
export interface Mentions {
  /** With words in capitals and numbers that may name a work item: see `mayBeItem`. */
  readonly ids: ReadonlySet<string>;
  /** Folded: see `foldKey`. */
  readonly roles: ReadonlySet<string>;
  /** As written. */
  readonly paths: ReadonlySet<string>;
}

/** `facts` are the document's own. */
export function readMentions(document: GovernedDocument, { concerns }: ProcessFacts): Mentions {
  const { text } = document;
  const ids = new Set<string>();
  const paths = new Set<string>();
  const finder = {
    id: (id: string, start: number) => {
      if (!ids.has(id) && mayBeItem(text, start, id)) ids.add(id);
    },
    path: (start: number, end: number, spaced: number | undefined) => {
      paths.add(text.slice(start, end));
      if (spaced !== undefined) paths.add(text.slice(spaced, end));
    },
  };
  for (const range of spokenRanges(document)) scanMentions(text, range, finder);
  return { ids, paths, roles: new Set(rolePlaces(document, concerns).flatMap(({ keys }) => keys)) };
}

/** A role's or a field's word in front of it: `Roadmap item 3.2`, `**Feature:** 3.2`. */
const BEHIND_WORD = new RegExp(
  `(?:${[...new Set(WORK_ITEM_FIELDS.map((name) => name.slice(name.lastIndexOf(" ") + 1)))].join("|")})s?\\W{1,6}$`,
  "i",
);
const LONGEST_WORD = 24;
const BEFORE_TITLE = /^(?:\*\*)?(?: +\p{Lu}| *[—–:])/u;
const BEFORE_DASH = /^ *[—–]/;
const FIRST_WORD = /[\p{L}\p{N}]+/u;
const LONGEST_TITLE_WORD = 40;
/** Shorter ones are abbreviations. */
const SHORTEST_NAME = 3;

/**
 * A bare number is a version or the number of a section as often as a work item: it names one where a word says so,
 * or its title follows, of which `titles` has the first words; any title where these are not known. `start` is where
 * the id stands.
 */
export function mayBeItem(text: string, start: number, id: string, titles?: ReadonlySet<string>): boolean {
  const shape = shapeOfId(id);
  if (shape !== "numbered") return shape !== "capitals" || id.length >= SHORTEST_NAME;
  const end = start + id.length;
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start);
  const after = text.slice(end, end + 4);
  if (BEHIND_WORD.test(before)) return true;
  const opensTitle = /#\s*$/.test(before) ? BEFORE_DASH : BEFORE_TITLE;
  if (before.endsWith("§") || !opensTitle.test(after)) return false;
  const word = FIRST_WORD.exec(text.slice(end, end + LONGEST_TITLE_WORD))?.[0].toLowerCase();
  return titles === undefined || titles.size === 0 || (word !== undefined && titles.has(word));
}
