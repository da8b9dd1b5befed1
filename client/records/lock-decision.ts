/** Decides when an editor becomes read-only because its document is a filed record, and when that ends. */

/**
 * `locked`: read-only by Docket. `closed`: it was, and its editor has been closed since, so that the next one is
 * locked anew. `leaving`: it was, and is not to be any more. `unlocked`: the author asked for it.
 */
export type LockState = "locked" | "closed" | "leaving" | "unlocked" | undefined;

export interface LockQuestion {
  readonly state: LockState;
  /** Whether the document is a filed record that is still there; undefined while that is not known. */
  readonly record: boolean | undefined;
  /** The setting `docket.lockFiledRecords`. */
  readonly wanted: boolean;
  /** Whether there is text that is not saved: it could not be saved any more. */
  readonly dirty: boolean;
  /** Whether the text has changed since the document came to the front: then its author is at work on it. */
  readonly touched: boolean;
}

export function decideLock({
  state,
  record,
  wanted,
  dirty,
  touched,
}: LockQuestion): "lock" | "release" | "leave" {
  if (isReadOnly(state) && record === false) return "release";
  if (state === "leaving") return "release";
  if (record !== true || !wanted || dirty || touched) return "leave";
  return state === undefined || state === "closed" ? "lock" : "leave";
}

/** Whether VS Code treats the document as read-only: it goes on to do so when no editor shows it. */
export function isReadOnly(state: LockState): boolean {
  return state === "locked" || state === "closed" || state === "leaving";
}
