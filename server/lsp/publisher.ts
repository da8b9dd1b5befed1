/** Sends the findings of files, and takes back what no longer holds. */
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver/node";

/** A text as it stands in the editor. */
export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A file without findings is mentioned only where there were some before, or where its author is typing. */
export class Publisher {
  readonly #send: (parameters: PublishDiagnosticsParams) => void;
  /** What the other end shows, by URI; files without findings are left out. */
  readonly #shown = new Map<string, readonly Diagnostic[]>();
  /** The latest version of each open document that was answered. */
  readonly #answered = new Map<string, number>();

  constructor(send: (parameters: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** `governed` is true for a document that was checked: while it is open, the answer to every version is sent. */
  publish(
    uri: string,
    diagnostics: readonly Diagnostic[],
    open: OpenText | undefined,
    governed: boolean,
  ): void {
    const target = open?.uri ?? uri;
    // the client may write the same path in another way than we do
    if (target !== uri) this.clear(uri);
    // an editor that is told the same once more asks for quick fixes again, and closes the list that is open
    const awaited = open !== undefined && governed && this.#answered.get(target) !== open.version;
    if (open === undefined) this.#answered.delete(target);
    else this.#answered.set(target, open.version);
    if (!awaited && isSame(this.#shown.get(target) ?? [], diagnostics)) return;
    if (diagnostics.length === 0) this.#shown.delete(target);
    else this.#shown.set(target, diagnostics);
    const version = open === undefined ? {} : { version: open.version };
    this.#send({ uri: target, diagnostics: [...diagnostics], ...version });
  }

  clear(uri: string): void {
    this.#answered.delete(uri);
    if (this.#shown.delete(uri)) this.#send({ uri, diagnostics: [] });
  }
}

/** After a change of the policy most documents have the findings that they had. */
function isSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}
