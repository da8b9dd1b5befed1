/** What the page of the board says to the extension: nothing of it is taken on trust. */

export type BoardMessage =
  /** The page has been loaded, and wants to be told what to show. */
  | { readonly kind: "ready" }
  /** A link was followed; `line` is zero-based. */
  | { readonly kind: "open"; readonly uri: string; readonly line: number };

/** Undefined for anything else. Whether the file may be opened is for the caller to say. */
export function readMessage(value: unknown): BoardMessage | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { kind, uri, line } = value as Readonly<Record<string, unknown>>;
  if (kind === "ready") return { kind };
  if (kind !== "open" || typeof uri !== "string" || !uri.startsWith("file:")) return undefined;
  return typeof line === "number" && Number.isSafeInteger(line) && line >= 0
    ? { kind, uri, line }
    : undefined;
}
