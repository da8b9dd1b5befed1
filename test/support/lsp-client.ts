/** A language client for tests: speaks to a server in this process or in one of its own, and keeps what it says. */
import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  type ApplyWorkspaceEditParams,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type WorkDoneProgressCreateParams,
  type WorkspaceEdit,
  type WorkspaceFolder,
} from "vscode-languageserver-protocol/node";
import { nodeHost } from "../../server/host/node-host";
import { startServer } from "../../server/lsp/server";

export interface StartOptions {
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** A bundle and its parameters, to be run as a process; the server runs in this process when left out. */
  readonly command?: readonly [bundle: string, ...parameters: readonly string[]];
  readonly docsBase?: string;
  /** True for a client that takes symbols within symbols. */
  readonly nestedSymbols?: boolean;
  /** Capabilities that the client does without. */
  readonly without?: readonly ("documentChanges" | "watchedFiles" | "workDoneProgress")[];
  /** Takes the place of what an able client says of itself and its folders. */
  readonly parameters?: Partial<InitializeParams>;
}

export class LspClient {
  readonly connection: ProtocolConnection;
  /** The newest findings by URI. */
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  readonly registrations: RegistrationParams[] = [];
  readonly progress: string[] = [];
  /** The edits that the server asked the editor to apply; it says that it did. */
  readonly applied: WorkspaceEdit[] = [];
  /** What the author was told. */
  readonly shown: string[] = [];
  /** All messages with findings, in the order in which they came. */
  readonly messages: PublishDiagnosticsParams[] = [];
  readonly #versions = new Map<string, number>();
  #changes = 0;
  #waiting: (() => void)[] = [];

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", (message: PublishDiagnosticsParams) => {
      this.messages.push(message);
      this.#published.set(decodeURI(message.uri), message);
      this.#wake();
    });
    connection.onNotification(
      "window/logMessage",
      ({ message }: { message: string }) => void this.log.push(message),
    );
    connection.onNotification("docket/changed", () => {
      this.#changes++;
      this.#wake();
    });
    connection.onRequest("window/workDoneProgress/create", ({ token }: WorkDoneProgressCreateParams) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        this.progress.push(kind);
        this.#wake();
      });
      return null;
    });
    connection.onRequest("client/registerCapability", (parameters: RegistrationParams) => {
      this.registrations.push(parameters);
      this.#wake();
      return null;
    });
    connection.onRequest("workspace/applyEdit", ({ edit }: ApplyWorkspaceEditParams) => {
      this.applied.push(edit);
      return { applied: true };
    });
    connection.onNotification("window/showMessage", ({ message }: ShowMessageParams) => {
      this.shown.push(message);
      this.#wake();
    });
    connection.listen();
  }

  get changes(): number {
    return this.#changes;
  }

  /** The newest findings on a file, or undefined where the server has never said anything about it. */
  published(path: string): PublishDiagnosticsParams | undefined {
    return this.#published.get(decodeURI(uriOf(path)));
  }

  diagnostics(path: string): readonly Diagnostic[] {
    return this.published(path)?.diagnostics ?? [];
  }

  rules(path: string): readonly string[] {
    return this.diagnostics(path).map(({ code }) => String(code));
  }

  /** All findings on files below a folder: `docs/a.md header/missing-field`, sorted. */
  allRules(folder: string): readonly string[] {
    const prefix = `${decodeURI(uriOf(folder))}/`;
    return [...this.#published]
      .filter(([uri]) => uri.startsWith(prefix))
      .flatMap(([uri, { diagnostics }]) =>
        diagnostics.map(({ code }) => `${uri.slice(prefix.length)} ${code}`),
      )
      .sort();
  }

  open(path: string, text: string, languageId = "markdown"): void {
    this.#versions.set(path, 1);
    const textDocument = { uri: uriOf(path), languageId, version: 1, text };
    void this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Replaces the whole text; gives the new version. */
  change(path: string, text: string): number {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    const textDocument = { uri: uriOf(path), version };
    void this.connection.sendNotification("textDocument/didChange", {
      textDocument,
      contentChanges: [{ text }],
    });
    return version;
  }

  close(path: string): void {
    void this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
  }

  /** What an editor reports when files were created, changed or deleted, 1, 2 and 3. */
  report(type: 1 | 2 | 3, ...paths: readonly string[]): void {
    const changes = paths.map((path) => ({ uri: uriOf(path), type }));
    void this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const event = { added: added.map(folderOf), removed: removed.map(folderOf) };
    void this.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  }

  request<T>(method: string, parameters?: unknown): Promise<T> {
    return parameters === undefined
      ? this.connection.sendRequest(method)
      : this.connection.sendRequest(method, parameters);
  }

  /** Resolves when the condition holds after some message; fails after five seconds. */
  async until(condition: () => boolean, what = condition.toString()): Promise<void> {
    const end = performance.now() + 5000;
    while (!condition()) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`In vain waited for ${what}; log: ${this.log.join("\n")}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Resolves when all folders that are open have been read: a request that needs them all is answered then. */
  async scanned(): Promise<void> {
    await this.request("docket/fixAll");
  }

  /** Resolves when the server has said nothing for a while. */
  async quiet(milliseconds = 150): Promise<void> {
    for (let seen = -1; seen !== this.messages.length + this.#changes; ) {
      seen = this.messages.length + this.#changes;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Starts a server, initializes it, and stops it when the test is over. */
export async function startClient(
  options: StartOptions,
): Promise<LspClient & { readonly initialized: InitializeResult }> {
  const client = new LspClient(
    options.command === undefined ? connectHere() : connectProcess(options.command),
  );
  const initialized: InitializeResult = await client.connection.sendRequest(
    "initialize",
    parametersOf(options),
  );
  await client.connection.sendNotification("initialized", {});
  onTestFinished(async () => {
    await client.connection.sendRequest("shutdown");
    client.connection.dispose();
  });
  return Object.assign(client, { initialized });
}

function connectHere(): ProtocolConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(server, nodeHost);
  server.listen();
  onTestFinished(() => server.dispose());
  return createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
}

function connectProcess(command: readonly string[]): ProtocolConnection {
  const child: ChildProcess = spawn(process.execPath, command, {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  if (child.stdout === null || child.stdin === null) throw new Error("no streams");
  return createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
}

function parametersOf({
  folders,
  docsBase,
  nestedSymbols = false,
  without = [],
  parameters = {},
}: StartOptions): InitializeParams {
  const has = (name: NonNullable<StartOptions["without"]>[number]) => !without.includes(name);
  return {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map(folderOf),
    initializationOptions: { views: true, ...(docsBase === undefined ? {} : { docsBase }) },
    capabilities: {
      window: { workDoneProgress: has("workDoneProgress") },
      workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: has("watchedFiles") },
        workspaceEdit: has("documentChanges")
          ? {
              documentChanges: true,
              resourceOperations: ["create", "rename", "delete"],
              changeAnnotationSupport: {},
            }
          : {},
      },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: nestedSymbols },
        hover: { contentFormat: ["markdown", "plaintext"] },
        completion: {
          completionItem: {
            snippetSupport: true,
            labelDetailsSupport: true,
            documentationFormat: ["markdown", "plaintext"],
          },
        },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    },
    ...parameters,
  };
}

function folderOf(path: string): WorkspaceFolder {
  return { uri: uriOf(path), name: path.slice(path.lastIndexOf("/") + 1) };
}
