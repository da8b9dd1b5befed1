/** What the command line writes to, and whether people are reading. */
import pc from "picocolors";
import type { Colours } from "../report/types";
import { FAILURE } from "./exit-codes";

export interface Terminal {
  /** The absolute path of the working folder. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: Colours;
  /** True when standard error is a screen, on which a line may be written over. */
  readonly showsProgress: boolean;
  /** Asks the person at the terminal; undefined where there is none, or when they end the input. */
  readonly ask?: ((prompt: string) => Promise<string | undefined>) | undefined;
}

/** The process's own streams. Colours only on a screen, and never against NO_COLOR. */
export function openTerminal(): Terminal {
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    // whoever reads our output may stop reading, as `head` does: that is no failure
    if (code === "EPIPE") process.exit();
    process.stderr.write(`The output could not be written: ${message}.\n`, () => process.exit(FAILURE));
  });
  return {
    folder: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: pc.createColors(wantsColours(process.env, process.stdout.isTTY === true)),
    ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? askPerson : undefined,
    showsProgress:
      process.stderr.isTTY === true && process.env.TERM !== "dumb" && process.env.CI === undefined,
  };
}

/** On standard error, so that the output holds nothing but the result. */
async function askPerson(prompt: string): Promise<string | undefined> {
  // most commands ask nothing
  const { createInterface } = await import("node:readline");
  const line = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    line.once("close", () => resolve(undefined));
    line.question(prompt, (answer) => {
      resolve(answer);
      line.close();
    });
  });
}

/** `FORCE_COLOR` asks for colours where there is no screen; `NO_COLOR` always has the last word. */
function wantsColours(environment: NodeJS.ProcessEnv, isScreen: boolean): boolean {
  const isSet = (name: string) => (environment[name] ?? "") !== "";
  if (isSet("NO_COLOR") || environment.TERM === "dumb") return false;
  return isScreen || (isSet("FORCE_COLOR") && environment.FORCE_COLOR !== "0");
}
