/** Runs the command line as people do: as a process of its own. */
import { spawnSync } from "node:child_process";
import { useBundles } from "./bundles";

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  /** The user to run as, where the test runs as root. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A file descriptor that takes the place of the standard output, which is then empty in the result. */
  readonly stdout?: number;
  /** Milliseconds after which the process is ended; half a minute unless given. */
  readonly timeout?: number;
}

export type RunCli = (folder: string, parameters: readonly string[], options?: CliOptions) => CliResult;

/** For all tests of a file; `readsAhead` is false for one that lacks the bundle of the thread that does. */
export function useCli({ readsAhead = true }: { readonly readsAhead?: boolean } = {}): RunCli {
  const bundle = readsAhead ? useBundles("cli", "reading-thread") : useBundles("cli");
  return (folder, parameters, { uid, env = {}, stdout, timeout = 30_000 } = {}) => {
    const result = spawnSync(process.execPath, [bundle("cli"), ...parameters], {
      cwd: folder,
      stdio: ["pipe", stdout ?? "pipe", "pipe"],
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", NO_COLOR: "", FORCE_COLOR: "0", ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
      timeout,
      killSignal: "SIGKILL",
    });
    return { code: result.status, out: result.stdout ?? "", err: result.stderr };
  };
}

interface CheckResult {
  readonly version: number;
  readonly documents: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly message: string;
    readonly fixable: boolean;
    readonly field?: string;
  }[];
}

/** The JSON of `docket check`. */
export function parseCheck({ out }: CliResult): CheckResult {
  return JSON.parse(out) as CheckResult;
}
