/** Finds the commit from which a branch and another one have gone separate ways. */
import { type Dialogue, holdDialogue } from "./dialogue";
import { findGitFolder, isShallow } from "./git-folder";
import { type CommitAnswer, resolveCommit } from "./resolve-commit";

/**
 * The newest commit that both `ref` and HEAD reach; `ref` is anything that `git rev-parse` takes. After criss-cross
 * merges there are several, of which this is the first that git names. In a shallow clone it may be an older one than
 * in the whole repository. The reason for knowing none is a clause for a sentence.
 */
export function findMergeBase(repository: string, ref: string): CommitAnswer {
  return holdDialogue(repository, mergeBaseOf(repository, ref));
}

function* mergeBaseOf(repository: string, ref: string): Dialogue<CommitAnswer> {
  const folder = findGitFolder(repository);
  const shallow = folder !== undefined && isShallow(folder);
  const remedy = shallow ? '; this is a shallow clone, "git fetch --unshallow" completes it' : "";
  const other = yield* resolveCommit(ref);
  if (other.kind === "unknown") return { kind: "unknown", reason: `${other.reason}${remedy}` };
  const head = yield* resolveCommit("HEAD");
  if (head.kind === "unknown") return { kind: "unknown", reason: "nothing has been committed here yet" };
  let answer = "";
  const { code, reason } = yield {
    parameters: ["merge-base", other.id, head.id],
    take: (piece) => {
      answer += piece.toString("latin1");
    },
  };
  if (code === 0) return { kind: "commit", id: answer.trim() };
  // 1 says that there is none
  if (code !== 1) return { kind: "unknown", reason };
  return { kind: "unknown", reason: `"${ref}" and HEAD have no commit in common here${remedy}` };
}
