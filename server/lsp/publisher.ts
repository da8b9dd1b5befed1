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
  /** URIs that have findings on the other end. */
  readonly #shown = new Set<string>();

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
    if (diagnostics.length === 0 && !(open !== undefined && governed) && !this.#shown.has(target)) return;
    if (diagnostics.length === 0) this.#shown.delete(target);
    else this.#shown.add(target);
    this.#send({
      uri: target,
      diagnostics: [...diagnostics],
      ...(open === undefined ? {} : { version: open.version }),
    });
  }

  clear(uri: string): void {
    if (this.#shown.delete(uri)) this.#send({ uri, diagnostics: [] });
  }
}
