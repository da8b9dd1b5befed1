/** Drives the language server as an editor does: start, first diagnostics, keystrokes in one document. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node";
import { memoryOf } from "./measure.mjs";

const EDITS = 200;

/** Times in ms, memory in MB; the keystrokes come when the whole workspace is diagnosed. */
export async function measureLanguageServer(server, folder, path) {
  const started = performance.now();
  const { child, connection, uriOf, published, scan, close } = await openServer(server, folder);
  const uri = uriOf(path);
  const text = readFileSync(join(folder, path), "utf8");
  const opened = published(uri, 1);
  connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  await opened;
  const first = performance.now() - started;
  await scan;
  const scanned = performance.now() - started;
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index > 2 && /status/i.test(each));
  const column = lines[line].length;
  const times = [];
  // each keystroke alters the state, so that every one has diagnostics of its own
  for (let version = 2; version < EDITS + 2; version++) {
    const typed = version % 2 === 0;
    const range = {
      start: { line, character: column },
      end: { line, character: typed ? column : column + 1 },
    };
    const answered = published(uri, version);
    const at = performance.now();
    connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range, text: typed ? "x" : "" }],
    });
    await answered;
    times.push(performance.now() - at);
  }
  const memory = memoryOf(child.pid);
  await close();
  times.sort((a, b) => a - b);
  const quantile = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const keystrokes = { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
  return { first, indexed: scanned, ...keystrokes, memory, lines: lines.length };
}

/** Milliseconds until the history is known, and from the first keystroke in a filed record to its finding. */
export async function measureRecord(server, folder, path) {
  const started = performance.now();
  const { connection, uriOf, published, scan, close } = await openServer(server, folder);
  const uri = uriOf(path);
  const text = readFileSync(join(folder, path), "utf8");
  connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  while ((await connection.sendRequest("docket/record", { uri })).record === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const history = performance.now() - started;
  await scan;
  // what is on its way may arrive
  await new Promise((resolve) => setTimeout(resolve, 500));
  const answered = published(uri, 2);
  const at = performance.now();
  connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `${text}\nx\n` }],
  });
  const { diagnostics } = await answered;
  const keystroke = performance.now() - at;
  await close();
  if (!diagnostics.some(({ code }) => code === "record/filed-record-edited"))
    throw new Error(`An edit of ${path} was not found.`);
  return { history, keystroke };
}

/** A server that has been initialised on the folder; `published` resolves with the next findings of that version. */
export async function openServer(server, folder) {
  const child = spawn(process.execPath, [server, "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const waiting = new Set();
  connection.onNotification("textDocument/publishDiagnostics", (message) => {
    for (const each of waiting) {
      if (message.uri !== each.uri || (message.version ?? each.version) < each.version) continue;
      waiting.delete(each);
      each.resolve(message);
    }
  });
  const published = (uri, version) => new Promise((resolve) => waiting.add({ uri, version, resolve }));
  let indexed;
  const scan = new Promise((resolve) => {
    indexed = resolve;
  });
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification("$/progress", ({ value }) => value.kind === "end" && indexed());
  connection.onNotification(() => {});
  connection.listen();
  const root = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "bench" }],
    capabilities: {
      window: { workDoneProgress: true },
      workspace: { workspaceFolders: true },
      textDocument: { publishDiagnostics: { versionSupport: true } },
    },
  });
  connection.sendNotification("initialized", {});
  const close = async () => {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await new Promise((resolve) => child.once("exit", resolve));
    connection.dispose();
  };
  return {
    child,
    connection,
    uriOf: (path) => pathToFileURL(join(folder, path)).href,
    published,
    scan,
    close,
  };
}
