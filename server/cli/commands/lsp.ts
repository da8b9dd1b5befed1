/** `docket lsp`: the language server that the editor uses, for editors that start a command. */
import { createRequire } from "node:module";

/** Loads the server's bundle, which lies beside this one; it reads `--stdio` from the command line itself. */
export function lsp(): void {
  createRequire(__filename)("./server.cjs");
}
