/** Runs commands of the command line within the tests' own process: starting a process costs more than the command. */
import pc from "picocolors";
import { audit } from "../../server/cli/commands/audit";
import { check } from "../../server/cli/commands/check";
import type { CliResult } from "./run-cli";

const COMMANDS = { audit, check };

/** The command's JSON. Git and all else are real; the machine's own git settings are kept out. */
export async function runHere(folder: string, command: keyof typeof COMMANDS): Promise<CliResult> {
  const out: string[] = [];
  const err: string[] = [];
  const { GIT_CONFIG_GLOBAL: before } = process.env;
  process.env.GIT_CONFIG_GLOBAL = "/dev/null";
  try {
    const code = await COMMANDS[command](
      [],
      { format: "json" },
      {
        folder,
        out: (text) => void out.push(text),
        err: (text) => void err.push(text),
        colours: pc.createColors(false),
        showsProgress: false,
      },
    );
    return { code, out: out.join(""), err: err.join("") };
  } finally {
    if (before === undefined) delete process.env.GIT_CONFIG_GLOBAL;
    else process.env.GIT_CONFIG_GLOBAL = before;
  }
}
