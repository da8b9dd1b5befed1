/** The command line's process. */
import { runProgram } from "./program";
import { openTerminal } from "./terminal";

void runProgram(process.argv.slice(2), openTerminal()).then((code) => {
  if (code === undefined) return;
  process.exitCode = code;
  // once all is written: for Node to find out by itself that nothing is left, and to clear up, takes longer
  process.stdout.write("", (error) => {
    // the terminal tells what could not be written, and ends the process
    if (!error) process.stderr.write("", () => process.exit());
  });
});
