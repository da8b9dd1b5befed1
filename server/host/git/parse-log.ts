/** Reads the answer of `git log --raw -z --parents --pretty=raw -m --reverse` piece by piece. */
import type { Commit, CommitDiff, TreeChange, TreeFile } from "../../workspace/history";
import { createEntryReader, type PathOf } from "./read-entries";

export interface Log {
  readonly commits: readonly Commit[];
  readonly diffs: readonly CommitDiff[];
}

export interface LogParser {
  readonly take: (piece: Buffer) => void;
  /** Once all has been taken; undefined when the answer breaks off in the middle or is no log. */
  readonly finish: () => Log | undefined;
}

/**
 * The parameters that the parser reads the answer of. `--pretty=raw`, because a merge's parents are told apart by
 * `(from <id>)`, which no format of one's own shows, and because it indents all of a message, so that no message can
 * look like anything else. `--parents`, because the parents in the commit itself need not be here (shallow clones).
 */
export const LOG_PARAMETERS: readonly string[] = [
  "log",
  ...["--topo-order", "--reverse", "--parents", "-m", "--root"],
  ...["--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none"],
  ...["--pretty=raw", "--encoding=UTF-8", "--no-notes", "--no-color", "--no-ext-diff", "--no-textconv"],
];

export function createLogParser(pathOf: PathOf, seen?: (change: TreeChange) => void): LogParser {
  const commits: Commit[] = [];
  const indices = new Map<string, number>();
  const diffs: CommitDiff[] = [];
  let parent = -1;
  let changes: TreeChange[] = [];
  /** Where the line before a path is, until the path is known to be wanted; undefined between changes. */
  let line: Buffer | undefined;
  let lineStart = 0;
  let broken = false;

  const closeDiff = () => {
    const last = diffs.at(-1);
    // a commit may name a parent twice, and then the same is told twice
    const again = last?.commit === commits.length - 1 && last.parent === parent;
    if (changes.length > 0 && !again) diffs.push({ commit: commits.length - 1, parent, changes });
    changes = [];
  };

  /** A commit's header and message, and behind them the first change where there is one. */
  const openCommit = (bytes: Buffer, start: number, end: number) => {
    closeDiff();
    const { ids, from } = readFirstLine(bytes, start);
    const [id = "", first = ""] = ids;
    let index = indices.get(id);
    if (index === undefined) {
      index = commits.length;
      indices.set(id, index);
      commits.push(readCommit(bytes, start, end, ids, indices));
    }
    if (index !== commits.length - 1) broken = true;
    parent = indices.get(from ?? first) ?? -1;
    const last = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
    if (last === end) return;
    if (bytes[last] !== COLON) broken = true;
    line = bytes;
    lineStart = last;
  };

  const entries = createEntryReader((bytes, start, end) => {
    if (line !== undefined) {
      const path = pathOf(bytes, start, end);
      if (path !== undefined) {
        const change = readChange(line, lineStart, path);
        changes.push(change);
        seen?.(change);
      }
      line = undefined;
    } else if (bytes[start] === COLON) {
      line = bytes;
      lineStart = start;
    } else if (bytes[start] === COMMIT) {
      openCommit(bytes, start, end);
    } else if (start < end) {
      broken = true;
    }
  });

  return {
    take: entries.take,
    finish: () => {
      entries.finish();
      closeDiff();
      return broken || line !== undefined ? undefined : { commits, diffs };
    },
  };
}

const COLON = 0x3a;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** The first letters of `commit`, and of the header's lines `tree`, `parent` and `author`, which are in this order. */
const COMMIT = 0x63;
const TREE = 0x74;
const PARENT = 0x70;
const AUTHOR = 0x61;

interface FirstLine {
  /** The commit and its parents. */
  readonly ids: readonly string[];
  /** The parent that the changes are told against, in a merge. */
  readonly from: string | undefined;
}

/** `commit <id> <parent> … (from <parent>)`. Each id is copied out: a part of a string keeps the whole of it. */
function readFirstLine(bytes: Buffer, start: number): FirstLine {
  const length = isIdEnd(bytes[start + 47]) ? 40 : 64;
  const ids: string[] = [];
  let at = start + "commit".length;
  while (bytes[at] === SPACE) {
    if (bytes[at + 1] === BRACKET) {
      const from = at + " (from ".length;
      return { ids, from: bytes.toString("latin1", from, from + length) };
    }
    ids.push(bytes.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { ids, from: undefined };
}

const BRACKET = 0x28;

function isIdEnd(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED;
}

function readCommit(
  bytes: Buffer,
  start: number,
  end: number,
  [id = "", ...parents]: readonly string[],
  indices: ReadonlyMap<string, number>,
): Commit {
  let named = 0;
  let at = bytes.indexOf(LINE_FEED, start) + 1;
  for (; at > 0 && at < end && bytes[at] !== AUTHOR; at = bytes.indexOf(LINE_FEED, at) + 1) {
    if (bytes[at] === PARENT) named += 1;
    else if (bytes[at] !== TREE) break;
  }
  const known = parents.map((each) => indices.get(each)).filter((each) => each !== undefined);
  const line = bytes[at] === AUTHOR ? bytes.subarray(at, bytes.indexOf(LINE_FEED, at)) : NO_AUTHOR;
  return {
    id,
    parents: known.length > 1 ? [...new Set(known)] : known,
    date: readDay(line.toString("latin1", line.lastIndexOf(">") + 1)),
    author: line.toString("utf8", "author ".length, Math.max(line.indexOf("<"), 0)).trim(),
    boundary: known.length < Math.max(named, parents.length),
  };
}

const NO_AUTHOR = Buffer.alloc(0);

/** ` 1700000000 +0530`, in seconds: the day in that time zone. What is no date is the first day, as for git. */
function readDay(time: string): string {
  const match = /^\s*(\d+)(?:\s+([+-])(\d+))?/.exec(time);
  const zone = Number(match?.[3] ?? 0);
  const minutes = (Math.floor(zone / 100) * 60 + (zone % 100)) * (match?.[2] === "-" ? -1 : 1);
  const date = new Date((Number(match?.[1] ?? 0) + minutes * 60) * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? "1970-01-01"
    : date.toISOString().slice(0, 10);
}

/** `:100644 100755 <id> <id> M`; an id has 40 or 64 digits. */
function readChange(line: Buffer, start: number, path: string): TreeChange {
  const length = line[start + 55] === SPACE ? 40 : 64;
  return {
    path,
    before: readFile(line, start + 1, start + 15, length),
    after: readFile(line, start + 8, start + 16 + length, length),
  };
}

function readFile(line: Buffer, modeAt: number, blobAt: number, length: number): TreeFile | undefined {
  const mode = readMode(line, modeAt);
  return mode === undefined ? undefined : { blob: line.toString("latin1", blobAt, blobAt + length), mode };
}

/** There are but four, and thousands of files: the text is not made anew for each. */
function readMode(line: Buffer, at: number): string | undefined {
  if (line[at] === ZERO) return undefined;
  if (line[at + 1] === ZERO) return line[at + 3] === SEVEN ? "100755" : "100644";
  return line[at + 1] === ZERO + 2 ? "120000" : "160000";
}

const ZERO = 0x30;
const SEVEN = 0x37;
