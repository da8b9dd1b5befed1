/** Files that move: how every document that names one has to name it then. */
import type { TextEdit } from "../../base/edit";
import type { Range } from "../../base/range";
import { resolvePath } from "../../policy/resolve-path";
import { fileNameOf } from "../../process/mention-index";
import { spokenRanges } from "../../process/spoken-ranges";
import { pathWithin } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringWorkspace } from "./context";
import { decodePath } from "./paths";
import { pathsIn, type WrittenPath } from "./subject";

/** A file, or a folder with all that is in it; relative to the root. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface MoveOptions {
  /** False where another extension writes the targets of links. */
  readonly links: boolean;
  /** Whether there is a file or folder, relative to the root, before anything moves. */
  readonly exists: (path: string) => boolean;
}

export interface MovedMentions {
  readonly document: GovernedDocument;
  /** Refer to its text before the move. */
  readonly edits: readonly TextEdit[];
}

/** One document at a time; filed ones come with the edits that nobody may make. Undefined is a place to pause. */
export function* movePaths(
  moves: readonly Move[],
  workspace: AuthoringWorkspace,
  options: MoveOptions,
): Generator<MovedMentions | undefined, void> {
  const moved = createMoved(moves);
  for (const path of pathsConcerned(moved, workspace)) {
    const document = workspace.read(path);
    const edits = document === undefined ? [] : editsOf(document, moved, workspace, options);
    yield document === undefined || edits.length === 0 ? undefined : { document, edits };
  }
}

/** Where a path leads after the moves. */
type Moved = (path: string) => string;

function createMoved(moves: readonly Move[]): Moved {
  return (path) => {
    const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
    return move === undefined ? path : move.to + path.slice(move.from.length);
  };
}

/** Those that move, and those that name one by its file name. */
function pathsConcerned(moved: Moved, { documents, mentions }: AuthoringWorkspace): ReadonlySet<string> {
  const own: string[] = [];
  for (const { entry } of documents()) if (moved(entry.path) !== entry.path) own.push(entry.path);
  const concerned = new Set(own);
  for (const name of new Set(own.map(fileNameOf)))
    for (const written of mentions.writtenPaths(name))
      for (const path of mentions.withPath(written)) concerned.add(path);
  return concerned;
}

function editsOf(
  document: GovernedDocument,
  moved: Moved,
  workspace: AuthoringWorkspace,
  options: MoveOptions,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const spoken of spokenRanges(document)) {
    const paths = pathsIn(document, spoken, workspace);
    for (const path of paths) {
      if (path.isLink && !options.links) continue;
      const before = document.text.slice(path.range.start, path.range.end);
      const newText = rewrite(before, path, document, moved, workspace);
      if (newText !== before) edits.push({ range: path.range, newText });
    }
    if (options.links && moved(document.path) !== document.path)
      edits.push(...relinked(document, spoken, paths, moved, options));
  }
  return edits.sort((a, b) => a.range.start - b.range.start);
}

function rewrite(
  written: string,
  { path, by, isLink, range }: WrittenPath,
  document: GovernedDocument,
  moved: Moved,
  workspace: AuthoringWorkspace,
): string {
  const target = moved(path);
  const origin = moved(document.path);
  if (target === path && (by !== "document" || origin === document.path)) return written;
  const name = fileNameOf(target);
  const isBare = !written.includes("/");
  if (isBare && !isLink && isOnlyOne(target, path, moved, workspace)) return name;
  if (!isWithin(target, document) || (by === "document" && (isLink || !isBare))) {
    const stays = relativePath(document.path, path) === relativePath(origin, target);
    return stays ? written : encode(relativeLike(written, origin, target), written, document, range, isLink);
  }
  const opening = /^(?:\.?\/)?/.exec(written)?.[0] ?? "";
  const whole = (isBare ? "" : opening) + pathWithin(document.policy, target);
  return encode(whole, written, document, range, isLink);
}

/** True for a path that can be given from the policy's folder. */
function isWithin(target: string, { policy: { folder } }: GovernedDocument): boolean {
  return folder === "" || target.startsWith(`${folder}/`);
}

/** True when a bare file name tells the document after the move, too. */
function isOnlyOne(target: string, path: string, moved: Moved, { named }: AuthoringWorkspace): boolean {
  const name = fileNameOf(target);
  const others = [...named(name), ...(fileNameOf(path) === name ? [] : named(fileNameOf(path)))];
  return !others.some((other) => other !== path && fileNameOf(moved(other)) === name);
}

function relativeLike(written: string, origin: string, target: string): string {
  const relative = relativePath(origin, target);
  return written.startsWith("./") && !relative.startsWith("../") ? `./${relative}` : relative;
}

/** From the folder of one file to another file. */
function relativePath(from: string, to: string): string {
  const start = from.split("/").slice(0, -1);
  const end = to.split("/");
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/");
}

/** The target of a link cannot hold every character; one in angle brackets can. */
function encode(
  path: string,
  written: string,
  { text }: GovernedDocument,
  { start }: Range,
  isLink: boolean,
): string {
  if (!isLink || text[start - 1] === "<") return path;
  return written.includes("%")
    ? encodeURI(path).replaceAll("(", "%28").replaceAll(")", "%29")
    : path.replaceAll(/[\s()]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
}

const LINK_TARGET = /\]\(\s*(?:<([^<>\r\n]+)>|([^()<>\s]+))/g;

/** Links of a document that moves, to what is no document: pictures, folders, code. */
function relinked(
  document: GovernedDocument,
  spoken: Range,
  documents: readonly WrittenPath[],
  moved: Moved,
  { exists }: MoveOptions,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of document.text.slice(spoken.start, spoken.end).matchAll(LINK_TARGET)) {
    const whole = match[1] ?? match[2] ?? "";
    const written = whole.replace(/[#?].*$/, "");
    const start = spoken.start + match.index + match[0].lastIndexOf(whole);
    if (written === "" || written.startsWith("/") || documents.some(({ range }) => range.start === start))
      continue;
    const beside = resolvePath(document.path, `./${decodePath(written)}`);
    if (/^[a-z][\w+.-]*:/i.test(written) || beside.kind !== "path" || !exists(beside.path)) continue;
    const range = { start, end: start + written.length };
    const origin = moved(document.path);
    const relative = relativePath(origin, moved(beside.path));
    if (relative === relativePath(document.path, beside.path)) continue;
    const kept = relativeLike(written, origin, moved(beside.path)) + (written.endsWith("/") ? "/" : "");
    edits.push({ range, newText: encode(kept, written, document, range, true) });
  }
  return edits;
}
