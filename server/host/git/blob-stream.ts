/** Reads blobs while it is still being found out which ones are wanted. */

import type { BlobStream } from "../types";
import { hold, startGit } from "./dialogue";
import { prepareGit } from "./git-call";
import { createBatchParser } from "./parse-batch";

/**
 * `visit` is called with bytes that are good only during the call, or with undefined where the repository has no such
 * blob. What git does not come to, because it stumbles over a damaged object, is never visited. Undefined where git cannot be
 * called. Not for a partial clone, where a missing blob would end it all.
 */
export function openBlobStream(
  repository: string,
  visit: (id: string, bytes: Uint8Array | undefined) => void,
  signal: AbortSignal,
): BlobStream | undefined {
  const call = prepareGit(repository, ["cat-file", "--batch", "--buffer"]);
  if ("reason" in call) return undefined;
  const child = startGit(call);
  const asked: string[] = [];
  let answered = 0;
  const { take } = createBatchParser((bytes) => {
    visit(asked[answered] ?? "", bytes);
    answered += 1;
  }, false);
  const stop = () => child.kill();
  signal.addEventListener("abort", stop, { once: true });
  const closed = new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    child.on("close", () => resolve());
  });
  child.stdout.on("data", take);
  child.stderr.resume();
  // it may end before it has read all; then the rest stays unanswered
  child.stdin.on("error", () => {});
  // whoever gives up before the end is not kept from ending
  hold(child, false);
  return {
    ask: (id) => {
      asked.push(id);
      child.stdin.write(`${id}\n`);
    },
    end: async () => {
      hold(child, true);
      child.stdin.end();
      await closed;
      signal.removeEventListener("abort", stop);
    },
  };
}
