/** Globs, compiled once and matched against very many paths. */
import { Minimatch } from "minimatch";
import { escapePattern } from "./escape-pattern";
import { expressionOf } from "./glob-expression";
import type { PathPattern } from "./types";

/** Expansions of `{a,b}` beyond this are ignored. */
export const MAX_BRACES = 100;

/** A longer glob matches nothing. */
export const LONGEST_GLOB = 1000;

const OPTIONS = {
  dot: true,
  nocase: true,
  nonegate: true,
  nocomment: true,
  platform: "linux",
  braceExpandMax: MAX_BRACES,
} as const;

/** Gives one pattern for a glob, however often it is asked for: classes and their kinds share most of theirs. */
export function createPatterns(): (glob: string) => PathPattern {
  const patterns = new Map<string, PathPattern>();
  return (glob) => {
    const known = patterns.get(glob);
    if (known !== undefined) return known;
    const pattern = compilePattern(glob);
    patterns.set(glob, pattern);
    return pattern;
  };
}

/**
 * Matches paths that are relative to the policy's folder, with `/` between folders; case is ignored. The glob is
 * parsed when the first path comes near it, and the last answer kept: a path is asked about several times over.
 */
export function compilePattern(glob: string): PathPattern {
  const mayMatch = glob.length > LONGEST_GLOB ? () => false : requirementOf(glob);
  const expression = glob.length > LONGEST_GLOB ? undefined : expressionOf(glob);
  let matcher: Minimatch | undefined;
  let lastPath: string | undefined;
  let lastAnswer = false;
  return {
    glob,
    matches: (path) => {
      if (!mayMatch(path)) return false;
      if (expression !== undefined && isOrdinary(path)) return expression.test(path);
      if (path === lastPath) return lastAnswer;
      matcher ??= new Minimatch(glob, OPTIONS);
      lastPath = path;
      lastAnswer = matcher.match(path);
      return lastAnswer;
    },
  };
}

/** How many patterns the braces of a glob stand for, counted no further than just beyond the limit. */
export function countBraces(glob: string): number {
  return glob.includes("{")
    ? new Minimatch(glob, { ...OPTIONS, braceExpandMax: MAX_BRACES + 1 }).globSet.length
    : 1;
}

/** Everything that can be more than itself in a glob. */
const MAGIC = /[*?[\]{}()!+@|\\]/;

/** A cheap test that every matching path passes, and nearly no other: what is literal in the glob. */
function requirementOf(glob: string): (path: string) => boolean {
  const first = glob.search(MAGIC);
  // the matcher resolves `..`, and folders with it
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(glob)) return () => true;
  if (first < 0) return isPlain(glob) ? (path) => startsWith(path, glob) : () => true;
  const prefix = glob.slice(0, glob.lastIndexOf("/", first) + 1);
  let last = glob.length;
  while (last > 0 && !MAGIC.test(glob[last - 1] ?? "")) last--;
  const suffix = glob.slice(last);
  const folder = /^\*\*\/([^/]+)\/\*\*$/.exec(glob)?.[1];
  if (folder !== undefined && !MAGIC.test(folder)) return (path) => holds(path, folder);
  if (!isPlain(prefix) || !isPlain(suffix)) return () => true;
  const within = literalWithin(glob.slice(prefix.length, last));
  if (within === undefined) return (path) => startsWith(path, prefix) && endsWith(path, suffix);
  return (path) => startsWith(path, prefix) && endsWith(path, suffix) && within.test(path);
}

/** True for plain letters without empty names, `.` and `..`, on which the matcher has views of its own. */
function isOrdinary(path: string): boolean {
  return /^[\x20-\x7e]*$/.test(path) && !/^\/|\/\/|\.\/|[./]$/.test(path);
}

/** Finds the longest text that every match of a part of a glob holds; undefined when that would tell little. */
function literalWithin(glob: string): RegExp | undefined {
  // alternatives may be absent, so that nothing in brackets counts
  const certain = glob.replace(/[!?*+@]?\([^()]*\)|\{[^{}]*\}|\[[^[\]]*\]/g, "*");
  if (/[(){}[\]\\]/.test(certain)) return undefined;
  const longest = certain
    .split(/[*?/]+/)
    .reduce((best, part) => (part.length > best.length ? part : best), "");
  return longest.length > 3 && isPlain(longest) ? new RegExp(escapePattern(longest), "i") : undefined;
}

/** Letters whose case is folded the same way by everybody, and no empty names, which the matcher leaves out. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !/(?:^|\/)\//.test(text);
}

function startsWith(path: string, prefix: string): boolean {
  return path.length >= prefix.length && sameAt(path, 0, prefix);
}

function endsWith(path: string, suffix: string): boolean {
  return path.length >= suffix.length && sameAt(path, path.length - suffix.length, suffix);
}

function holds(path: string, folder: string): boolean {
  for (let at = 0; at + folder.length < path.length; ) {
    if (path[at + folder.length] === "/" && sameAt(path, at, folder)) return true;
    const next = path.indexOf("/", at);
    if (next < 0) return false;
    at = next + 1;
  }
  return false;
}

/** Compares unit by unit, because paths differ early: folding whole paths would cost more than the match. */
function sameAt(path: string, start: number, part: string): boolean {
  for (let i = 0; i < part.length; i++) {
    const a = path.charCodeAt(start + i);
    const b = part.charCodeAt(i);
    if (a !== b && lower(a) !== lower(b) && a < 0x80) return false;
  }
  return true;
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}
