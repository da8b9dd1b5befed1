/** `docket lsp`: the language server that the editor uses, for editors that start a command. */
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";

/** Loads the server's bundle, which lies beside this one; it reads `--stdio` from the command line itself. */
export function lsp(): void {
  // V8's own figure again: a server goes on for hours
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=920");
  createRequire(__filename)("./server.cjs");
}
