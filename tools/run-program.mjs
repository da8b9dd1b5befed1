/** Runs another program to its end, with its output shown or kept. */
import { spawn } from "node:child_process";
import { getCommandFile, root } from "./project.mjs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Resolves with the exit code (1 if a signal ended the program or it could not start), everything that it
 * printed, and the milliseconds that it took; never rejects. With `show`, the output is passed on as it comes.
 * A signal to this process goes to the program. Once that has ended, this process does too, unless somebody else
 * (a scope) answers signals.
 */
export function runProgram(
  command,
  parameters,
  { cwd = root, env = process.env, show = false, shell = false } = {},
) {
  return new Promise((resolve) => {
    const started = performance.now();
    const printed = [];
    const child = spawn(command, parameters, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const keep = (stream) => (data) => {
      printed.push(data);
      if (show) stream.write(data);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    let interruption;
    const forward = (signal) => {
      interruption = signal;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      if (interruption !== undefined) {
        if (process.listenerCount(interruption) === 0) process.exit(1);
        return;
      }
      const output = Buffer.concat(printed).toString("utf8");
      resolve({ code: code ?? 1, output, milliseconds: performance.now() - started });
    };
    child.on("error", (error) => {
      printed.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.on("close", end);
  });
}

/** Runs a script with the Node that runs this one. */
export const runNode = (script, parameters = [], options = {}) =>
  runProgram(process.execPath, [script, ...parameters], options);

/** Runs a command of an installed package: `runCommand("typescript", "tsc", ["-b"])`. */
export const runCommand = (packageName, command, parameters, options = {}) =>
  runNode(getCommandFile(packageName, command), parameters, options);

/** Runs npm: the one that started this process if there is one, otherwise the one on the PATH. */
export function runNpm(parameters, options = {}) {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js")) return runNode(script, parameters, options);
  return runProgram("npm", parameters, { ...options, shell: process.platform === "win32" });
}
