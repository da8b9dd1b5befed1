/** Asks the client to watch the files of the workspace, and takes its reports. */
import { type Connection, DidChangeWatchedFilesNotification } from "vscode-languageserver/node";
import type { ClientFeatures } from "./client-features";

/**
 * Everything is watched, not only Markdown: policies name documents without an extension, and when a folder is
 * deleted or renamed the client reports the folder alone, which no narrower pattern matches.
 */
export async function watchFiles(connection: Connection, features: ClientFeatures): Promise<void> {
  if (!features.watchedFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: "**/*" }],
  });
}

/** Created, changed and deleted are one thing here: the disk says what there is now. */
export function followWatchedFiles(
  connection: Connection,
  pathOfUri: (uri: string) => string | undefined,
  changed: (paths: readonly string[]) => void,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.flatMap(({ uri }) => pathOfUri(uri) ?? []);
    if (paths.length > 0) changed(paths);
  });
}
