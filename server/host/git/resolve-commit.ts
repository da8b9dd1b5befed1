/** Finds the commit that a name stands for. */
import type { Dialogue } from "./dialogue";

export type CommitAnswer =
  | { readonly kind: "commit"; readonly id: string }
  /** A clause for a sentence. */
  | { readonly kind: "unknown"; readonly reason: string };

/** `name` is a branch, a tag, an id or anything else that `git rev-parse` takes; a tag stands for its commit. */
export function* resolveCommit(name: string): Dialogue<CommitAnswer> {
  const absent = `no commit here is called "${name}"`;
  // git would read it as an option
  if (name === "" || name.startsWith("-") || name.includes("\0")) return { kind: "unknown", reason: absent };
  let answer = "";
  const { code, reason } = yield {
    parameters: ["rev-parse", "--verify", "--quiet", `${name}^{commit}`],
    take: (piece) => {
      answer += piece.toString("latin1");
    },
  };
  const id = answer.trim();
  if (code === 0 && /^[0-9a-f]{40,64}$/.test(id)) return { kind: "commit", id };
  // with --quiet, 1 says that there is none
  return { kind: "unknown", reason: code === 1 || code === 0 ? absent : reason };
}
