/** The command line's process. */
import "./compile-briefly";
import { runProgram } from "./program";
import { openTerminal } from "./terminal";

void runProgram(process.argv.slice(2), openTerminal()).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
