/** Runs a program to its end and tells what it took. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "../../tools/project.mjs";

/** Milliseconds between two looks at the memory of a program that cannot tell it itself. */
const INTERVAL = 20;

/**
 * Wall time and CPU time in ms, peak memory in MB. A program that is a script of ours reports CPU and memory itself;
 * of any other the memory is looked up, where the system has /proc, its child processes included.
 */
export async function measure({ command, parameters, folder, usage }) {
  const own = usage !== undefined;
  if (own) rmSync(usage, { force: true });
  const started = performance.now();
  const child = spawn(
    command,
    own ? ["--require", inProject("test/bench/report-usage.cjs"), ...parameters] : parameters,
    {
      cwd: folder,
      env: own ? { ...process.env, DOCKET_BENCH_USAGE: usage } : process.env,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  let peak = 0;
  const watching = own
    ? undefined
    : setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), INTERVAL);
  const status = await new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  clearInterval(watching);
  const ms = performance.now() - started;
  // findings are exit code 1
  if (status !== 0 && status !== 1) throw new Error(`${command} ${parameters.join(" ")} failed:\n${errors}`);
  return { ms, mb: peak, ...(own && existsSync(usage) ? JSON.parse(readFileSync(usage, "utf8")) : {}) };
}

/** Peak memory in MB of a process and those that it has started; 0 where the system does not tell. */
export function memoryOf(id) {
  try {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    const children = readdirSync(`/proc/${id}/task`).flatMap((task) =>
      readFileSync(`/proc/${id}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    const own = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}
