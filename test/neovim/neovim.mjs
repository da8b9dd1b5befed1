/** A Neovim without a window: keys are typed into it, and it is asked what it shows. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { getCleanEnvironment } from "../../tools/project.mjs";
import { runProgram } from "../../tools/run-program.mjs";

/**
 * Starts it in `workspace`, with `config` (Lua) as its only configuration. `folder` takes what it writes, `path` is
 * searched for programs before all else. It ends with the scope.
 */
export function startNeovim(scope, { program, workspace, config, folder, path }) {
  const init = join(folder, "init.lua");
  const socket = join(folder, "neovim");
  const answer = join(folder, "answer.json");
  writeFileSync(init, config);
  const env = {
    ...getCleanEnvironment(),
    PATH: `${path}${delimiter}${process.env.PATH}`,
    // nothing of the user's own is read or written
    ...Object.fromEntries(["CONFIG", "DATA", "STATE", "CACHE"].map((name) => [`XDG_${name}_HOME`, folder])),
  };
  const parameters = ["--headless", "-n", "-i", "NONE", "-u", init, "--listen", socket];
  const child = spawn(program, parameters, { cwd: workspace, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  scope.defer(async () => {
    await remote("--remote-send", "<C-\\><C-n>:qall!<CR>").catch(() => child.kill());
    await ended;
  });
  const remote = async (flag, text) => {
    const { code, output } = await runProgram(program, ["--server", socket, flag, text]);
    if (code !== 0) throw new Error(`Neovim does not take ${text}: ${output.trim()}`);
    return output;
  };
  /** The value of an expression of Lua. What --remote-expr prints is cut short, so it comes in a file. */
  const evaluate = async (lua) => {
    const value = `json_encode(luaeval('${lua.replaceAll("'", "''")}'))`;
    await remote("--remote-expr", `writefile([${value}], '${answer}')`);
    return JSON.parse(readFileSync(answer, "utf8"));
  };
  return {
    /** All its messages up to now. */
    said: () => said.trim(),
    /** As they are typed: `A` and `<Esc>`. */
    type: (keys) => remote("--remote-send", keys),
    evaluate,
    /** Runs statements of Lua. */
    run: (lua) => evaluate(`assert(loadstring(${JSON.stringify(lua)}))()`),
  };
}
