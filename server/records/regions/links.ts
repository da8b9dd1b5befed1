/** The region `links`: the target of a link is repaired, everything that a reader sees stays. */
import type { Hunk } from "../../base/line-diff";
import { CODE, contentsOf, type Side, touches } from "../side";

/** A code span or an escaped sign, in which nothing is a link; or the part of a link in front of its target, and that. */
const LINK =
  /(?<code>(`+)(?!`).*?(?<!`)\2(?!`))|(?<escaped>\\.)|(?<open>(?<!!)\[(?:[^[\]\\]|\\.|!?\[[^\]]*\](?:\([^()]*\))?)*\]\(\s*)(?:<[^<>]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?=(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\))|(?<anchor><a\s[^<>]*?href=)(?:"[^"]*"|'[^']*')/g;
/** `[label]: target` on a line of its own. */
const DEFINITION = /^( {0,3}\[[^\]]+\]:\s*)(<[^<>]*>|\S+)/;

/** True when the lines are the same but for where their links lead; an image's file is content, not a link's target. */
export function isLinkRepair(before: Side, after: Side, hunk: Hunk): boolean {
  const old = contentsOf(before, hunk.before);
  const now = contentsOf(after, hunk.after);
  if (old.length !== now.length) return false;
  if (old.some((line, i) => withoutTargets(line) !== withoutTargets(now[i] ?? ""))) return false;
  return !touches(before, hunk.before, CODE) && !touches(after, hunk.after, CODE);
}

function withoutTargets(line: string): string {
  return line.replace(DEFINITION, "$1").replace(LINK, (match, ...rest) => {
    const { code, open, anchor } = rest.at(-1) as Record<string, string | undefined>;
    return code ?? open ?? anchor ?? match;
  });
}
