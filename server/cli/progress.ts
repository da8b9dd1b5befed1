/** One line on the screen that says how far a long scan has come, gone when it is over. */
import { count, groupThousands } from "../report/terminal-text";
import type { Terminal } from "./terminal";

export interface Progress {
  readonly report: (done: number, total?: number) => void;
  readonly end: () => void;
}

/** Milliseconds before the first line, and between two. */
const PATIENCE = 500;
const INTERVAL = 100;

export function createProgress(terminal: Terminal): Progress {
  if (!terminal.showsProgress) return { report: () => {}, end: () => {} };
  const start = performance.now();
  let written = 0;
  return {
    report: (done, total) => {
      const now = performance.now();
      if (now - start < PATIENCE || now - written < INTERVAL) return;
      written = now;
      terminal.err(
        `\r\u001b[K${count(done, "file")}${total === undefined ? "" : ` of ${groupThousands(total)}`} read`,
      );
    },
    end: () => {
      if (written > 0) terminal.err("\r\u001b[K");
    },
  };
}
