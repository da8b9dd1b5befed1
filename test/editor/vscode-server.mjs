/** Runs VS Code's server build, which shows the whole editor in a browser, in folders of its own. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installVscode } from "../../tools/install-vscode.mjs";
import { getCleanEnvironment } from "../../tools/project.mjs";
import { runProgram } from "../../tools/run-program.mjs";

const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  // In a browser VS Code saves by itself; on the desktop it does not.
  "files.autoSave": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
};

/**
 * Starts a server below `folder`, an empty temporary folder, and stops it, with every process that it started,
 * when the scope closes. Resolves when it listens; `ended` settles when it ends, `getLog` is what it has printed.
 *
 * - `extensions`: .vsix files to install first
 * - `settings`: user settings
 * - `underDevelopment`: the page may name an extension under development and tests to run
 * - `prepare`: called with the folders `user` and `extensions` once the extensions are installed, before the start
 * - `locale`: the language of the window, where `prepare` has put a language pack into place
 * - `guarded`: only who knows the URL that `getUrl` gives can connect, for a server that stays for a while
 */
export async function startServer(
  scope,
  folder,
  { extensions = [], settings = {}, prepare, locale, underDevelopment = false, guarded = false } = {},
) {
  const { node, server } = await installVscode();
  const folders = prepareFolders(folder, settings);
  const env = getCleanEnvironment({ TMPDIR: folders.temporary });
  const common = [
    server,
    "--accept-server-license-terms",
    ...[
      "--server-data-dir",
      folders.server,
      "--user-data-dir",
      folders.user,
      "--extensions-dir",
      folders.extensions,
    ],
  ];
  if (extensions.length > 0) {
    const requests = extensions.flatMap((file) => ["--install-extension", file]);
    const { code, output } = await runProgram(node, [...common, ...requests], { env });
    if (code !== 0) throw new Error(`VS Code did not install ${extensions.join(", ")}:\n${output}`);
  }
  prepare?.(folders);
  const token = guarded ? randomBytes(16).toString("hex") : undefined;
  const child = spawn(
    node,
    [
      ...common,
      ...["--host", "127.0.0.1", "--port", "0"],
      ...getTokenOptions(token, folders.server),
      "--disable-telemetry",
      "--disable-experiments",
      "--disable-workspace-trust",
      "--force-disable-user-env",
      ...(locale === undefined ? [] : ["--locale", locale]),
      ...(underDevelopment ? ["--enable-smoke-test-driver"] : []),
    ],
    // A process group of its own, so that all that it starts can be stopped with it.
    { env, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal));
    child.once("error", (error) => resolve(error.message));
  });
  scope.defer(() => stopGroup(child, ended));
  const log = [];
  const port = await findPort(child, ended, log);
  return {
    port,
    ended,
    getLog: () => log.join(""),
    getUrl: (place, payload) => renderUrl(port, place, payload, token),
    /** The address under which the page knows a file or folder of this machine. */
    toRemote: (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`,
  };
}

function prepareFolders(folder, settings) {
  const folders = {
    server: join(folder, "server"),
    user: join(folder, "user"),
    extensions: join(folder, "extensions"),
    temporary: join(folder, "t"),
  };
  for (const path of Object.values(folders)) mkdirSync(path, { recursive: true });
  mkdirSync(join(folders.user, "User"));
  const content = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
  writeFileSync(join(folders.user, "User", "settings.json"), content);
  return folders;
}

/** In a file, because every user of the machine can read a command line. */
function getTokenOptions(token, folder) {
  if (token === undefined) return ["--without-connection-token"];
  const file = join(folder, "token");
  writeFileSync(file, token, { mode: 0o600 });
  return ["--connection-token-file", file];
}

function findPort(child, ended, log) {
  return new Promise((resolve, reject) => {
    const read = (data) => {
      log.push(data.toString("utf8"));
      const port = /listening on (\d+)/.exec(log.join(""))?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    ended.then((code) => reject(new Error(`VS Code's server ended with ${code}:\n${log.join("")}`)));
  });
}

/** `place` is an absolute folder or .code-workspace file, or undefined for an empty window. */
function renderUrl(port, place, payload, token) {
  const query = new URLSearchParams();
  if (place === undefined) query.set("ew", "true");
  else query.set(place.endsWith(".code-workspace") ? "workspace" : "folder", place);
  if (payload !== undefined) query.set("payload", JSON.stringify(payload));
  if (token !== undefined) query.set("tkn", token);
  // VS Code writes paths in its address with their slashes.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll("%2F", "/").replaceAll("+", "%20")}`;
}

async function stopGroup(child, ended) {
  const isAlive = () => signalGroup(child, 0);
  signalGroup(child, "SIGTERM");
  await Promise.race([ended, pause(3000)]);
  for (let waited = 0; isAlive() && waited < 2000; waited += 50) await pause(50);
  signalGroup(child, "SIGKILL");
  for (let waited = 0; isAlive() && waited < 2000; waited += 50) await pause(50);
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
