/** The command line's process. */
import { runProgram } from "./program";
import { openTerminal } from "./terminal";

const code = runProgram(process.argv.slice(2), openTerminal());
if (code !== undefined) process.exitCode = code;
