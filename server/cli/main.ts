/** The command line's process, and the threads that it starts. */
import { isMainThread } from "node:worker_threads";
import { runThread } from "./check-thread";
import { runProgram } from "./program";
import { openTerminal } from "./terminal";

if (isMainThread) {
  void runProgram(process.argv.slice(2), openTerminal()).then((code) => {
    if (code !== undefined) process.exitCode = code;
  });
} else runThread();
