/** Sends the findings of files, and takes back what no longer holds. */
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver/node";

export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A file without findings is mentioned only where there were some before, or where somebody is looking at it. */
export class Publisher {
  readonly #send: (parameters: PublishDiagnosticsParams) => void;
  /** URIs that have findings on the other end. */
  readonly #shown = new Set<string>();

  constructor(send: (parameters: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** `open` where the file is open in the editor: then its findings name the version that they hold for. */
  publish(uri: string, diagnostics: readonly Diagnostic[], open: OpenText | undefined): void {
    if (open !== undefined && open.uri !== uri) this.clear(uri);
    const target = open?.uri ?? uri;
    if (diagnostics.length === 0 && open === undefined && !this.#shown.has(target)) return;
    if (diagnostics.length === 0) this.#shown.delete(target);
    else this.#shown.add(target);
    this.#send({ uri: target, diagnostics: [...diagnostics], ...(open === undefined ? {} : { version: open.version }) });
  }

  clear(uri: string): void {
    if (this.#shown.delete(uri)) this.#send({ uri, diagnostics: [] });
  }
}
