/** The language server on one connection: what it offers, and what it does when something happens. */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
} from "vscode-languageserver/node";
import type { Host } from "../host/types";
import { methods, type ServerState } from "../protocol/messages";
import { answerAuthoring, authoringCapabilities } from "./authoring";
import { Background } from "./background";
import { type ClientFeatures, readClientFeatures } from "./client-features";
import { FIX_ALL, RECORD } from "./code-actions";
import { answerCommands, serverCommands } from "./execute-command";
import { logFailure } from "./guard";
import { followOpenDocuments, type OpenDocuments, syncOptions } from "./open-documents";
import { beginProgress } from "./progress";
import { Publisher } from "./publisher";
import { answerRequests } from "./requests";
import { Sessions } from "./sessions";
import { throttle } from "./throttle";
import { followWatchedFiles, watchFiles } from "./watching";

/** Milliseconds between two notices that the views' data have changed. */
const NOTICE_INTERVAL = 50;

/** Registers everything; the caller lets the connection listen. */
export function startServer(connection: Connection, host: Host, docsBase?: string): void {
  connection.onInitialize((parameters) => {
    const features = readClientFeatures(parameters, docsBase);
    serve(connection, host, features, parameters);
    return capabilitiesFor(features);
  });
}

function capabilitiesFor({ commands }: ClientFeatures): InitializeResult {
  // a client that has these commands would find them taken
  const own = commands === "server";
  return {
    serverInfo: { name: "docket" },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: syncOptions,
      ...authoringCapabilities,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...(own ? [RECORD] : [])] },
      ...(own ? { executeCommandProvider: { commands: serverCommands } } : {}),
      workspace: {
        ...authoringCapabilities.workspace,
        workspaceFolders: { supported: true, changeNotifications: true },
      },
    },
  };
}

function serve(
  connection: Connection,
  host: Host,
  features: ClientFeatures,
  parameters: InitializeParams,
): void {
  /** None where the editor was opened on a file alone: then its policy says what belongs to it. */
  const folders = foldersOf(parameters, host);
  /** Documents that were opened or changed since the last turn: only their newest text is looked at. */
  const touched = new Map<string, "opened" | "changed">();
  const refreshTouched = () => {
    const paths = [...touched];
    touched.clear();
    for (const [path, how] of paths) {
      if (folders.length === 0) sessions.openAround(path);
      const located = sessions.locate(path);
      located?.session.refreshOpen(located.path, how);
    }
    return paths.length > 0;
  };
  const background = new Background(refreshTouched, (error) =>
    logFailure(connection, "Checking documents", error),
  );
  const publisher = new Publisher((diagnostics) => void connection.sendDiagnostics(diagnostics));
  const changed = throttle(NOTICE_INTERVAL, () => {
    // others warn of a message that they do not know
    if (!features.views) return;
    const state: ServerState = { reading: sessions.all().some(({ isReading }) => isReading) };
    void connection.sendNotification(methods.changed, state);
  });
  const touch = (path: string, how: "opened" | "changed") => {
    touched.set(path, how);
    background.wake();
  };
  const open: OpenDocuments = followOpenDocuments(connection, host.pathOfUri, {
    opened: (path) => touch(path, "opened"),
    changed: (path) => touch(path, "changed"),
    // the watcher may tell of it when the file is gone again
    saved: (path) => {
      const located = sessions.locate(path);
      located?.session.saved(located.path);
    },
    closed: (path, uri) => {
      touched.delete(path);
      publisher.clear(uri);
      filesChanged([path]);
    },
  });
  const shared = {
    host,
    features,
    background,
    publisher,
    changed: changed.call,
    openAt: open.at,
    openPaths: open.paths,
    failed: (what: string, error: unknown) => logFailure(connection, what, error),
  };
  const sessions = new Sessions(shared, () =>
    beginProgress(connection, features, "Docket: reading documents"),
  );
  const filesChanged = (paths: readonly string[]) => {
    for (const session of sessions.all())
      session.filesChanged(paths.flatMap((path) => session.pathWithin(path) ?? []));
  };
  followWatchedFiles(connection, host.pathOfUri, filesChanged);
  answerRequests(connection, sessions, shared);
  answerAuthoring(connection, sessions, shared);
  answerCommands({ connection, sessions, context: shared });
  connection.onInitialized(() => {
    sessions.change(folders, []);
    if (features.workspaceFolders) followFolders(connection, sessions, host);
    watchFiles(connection, features).catch((error: unknown) =>
      logFailure(connection, "Watching files", error),
    );
  });
  connection.onShutdown(() => {
    changed.dispose();
    background.dispose();
    sessions.stopWatching();
  });
}

function followFolders(connection: Connection, sessions: Sessions, host: Host): void {
  const pathsOf = (folders: readonly { readonly uri: string }[]) =>
    folders.flatMap(({ uri }) => host.pathOfUri(uri) ?? []);
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
    sessions.change(pathsOf(added), pathsOf(removed)),
  );
}

/** Older clients know one folder only, by its URI or its path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams, host: Host): readonly string[] {
  const root = rootUri ?? (rootPath ? host.uriOfPath(rootPath) : undefined);
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
  return uris.flatMap((uri) => host.pathOfUri(uri) ?? []);
}
