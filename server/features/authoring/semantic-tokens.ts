/** The words of a document that mean something to the process: states, ids and roles. */

import { headOfValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import { readDeviations } from "../../process/entries";
import { type DocumentProcess, processOf } from "../../process/read-process";
import type { StatementSource } from "../../process/types";
import type { AuthoringContext } from "./context";
import { idWords } from "./prose";

export interface SemanticToken {
  /** On one line. */
  readonly range: Range;
  readonly kind: "state" | "id" | "role";
}

/** In the order of the text, none over another one. Ids are those that the document or a work item goes by. */
export function semanticTokens(
  context: Pick<AuthoringContext, "document" | "workspace">,
  within: Range,
): readonly SemanticToken[] {
  const tokens = [...headerTokens(context), ...processTokens(context), ...idTokens(context)]
    .filter(({ range }) => range.start >= within.start && range.end <= within.end && range.end > range.start)
    .sort((a, b) => a.range.start - b.range.start);
  return tokens.filter(({ range }, index) => range.start >= (tokens[index - 1]?.range.end ?? 0));
}

type Context = Pick<AuthoringContext, "document" | "workspace">;

function* headerTokens({ document }: Context): Generator<SemanticToken> {
  const fieldByKey = document.classification?.class.fieldByKey;
  for (const { folded, value, valueRange } of document.parsed.header.fields) {
    const type = fieldByKey?.get(folded)?.type;
    if (type !== "state" && type !== "role") continue;
    yield* wordsAt(document.text, valueRange, headOfValue(value), type);
  }
}

/** The other statements name a gate, or the state that it leads to. */
const SAYS_STATE: ReadonlySet<StatementSource> = new Set(["heading", "status-line", "phase-history"]);

function* processTokens({ document }: Context): Generator<SemanticToken> {
  const { text, policy } = document;
  const { rows, gates, status, transitions } = processOf(document);
  for (const { action, cells } of rows) {
    if (cells.status !== undefined) yield* wordsOf(text, cells.status.range);
    if (cells.owner === undefined) continue;
    for (const owner of action.owners) yield* wordsAt(text, cells.owner.range, owner, "role");
  }
  for (const { statements } of gates) {
    for (const { source, range } of statements) if (SAYS_STATE.has(source)) yield* wordsOf(text, range);
  }
  const stateKeys = policy.process.statusKeys.state;
  for (const { key, range } of status) if (stateKeys.includes(key)) yield* wordsOf(text, range);
  for (const { cells } of transitions) {
    for (const cell of [cells.from, cells.to]) if (cell !== undefined) yield* wordsOf(text, cell.range);
  }
}

/** The words without the symbol before them, and without what is added behind a dash or in brackets. */
const STATE_WORDS = /\p{L}[\p{L}\p{N}_/’'.-]*(?: [\p{L}\p{N}_/’'.-]+)*/u;

function* wordsOf(text: string, { start, end }: Range): Generator<SemanticToken> {
  const match = STATE_WORDS.exec(text.slice(start, end));
  if (match === null) return;
  const at = start + match.index;
  yield { range: { start: at, end: at + match[0].length }, kind: "state" };
}

/** The words where they stand in the range; nothing where they are written in another way or over two lines. */
function* wordsAt(
  text: string,
  { start, end }: Range,
  words: string,
  kind: SemanticToken["kind"],
): Generator<SemanticToken> {
  const at = words === "" ? -1 : text.slice(start, end).indexOf(words);
  if (at >= 0) yield { range: { start: start + at, end: start + at + words.length }, kind };
}

function* idTokens({ document, workspace }: Context): Generator<SemanticToken> {
  const own = ownIds(processOf(document));
  for (const { id } of readDeviations(document)) if (id !== undefined) own.add(id.toLowerCase());
  for (const { word, range: at } of idWords(document)) {
    if (own.has(word.toLowerCase()) || workspace.ofWorkItem(word).length > 0) yield { range: at, kind: "id" };
  }
}

function ownIds({ rows, gates, facts }: DocumentProcess): Set<string> {
  const ids = [
    ...rows.map(({ action }) => action.id),
    ...gates.flatMap(({ items }) => items.map(({ item }) => item.id)),
    ...facts.concerns.map(({ id }) => id),
    ...facts.decisions.map(({ id }) => id),
  ];
  return new Set(ids.flatMap((id) => (id === undefined ? [] : id.toLowerCase())));
}
