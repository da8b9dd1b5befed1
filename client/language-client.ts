/** Makes the connection to the language server: how it is started, and which documents it is told about. */
import type { LogOutputChannel } from "vscode";
import { extensions, Uri } from "vscode";
import type { LanguageClientOptions, NodeModule } from "vscode-languageclient/node";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
} from "vscode-languageclient/node";
import { SUCCESSOR_COMMAND } from "../server/protocol/messages";

/** A client that is not started yet; `onCrash` is called when the server ends without having been told to. */
export function createLanguageClient(
  extension: Uri,
  log: LogOutputChannel,
  onCrash: () => void,
): LanguageClient {
  const server: NodeModule = {
    module: Uri.joinPath(extension, "dist", "server.cjs").fsPath,
    transport: TransportKind.ipc,
  };
  const options: LanguageClientOptions = {
    // Files without an extension are plain text to VS Code, and so is MDX without an extension for it.
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "mdx" },
      { scheme: "file", language: "plaintext" },
      // a policy may extend any file
      { scheme: "file", language: "yaml" },
      { scheme: "file", pattern: "**/{docket.yaml,.docket/*.yaml}" },
    ],
    initializationOptions: {
      docsBase: Uri.joinPath(extension, "docs", "rules").toString(),
      commands: [SUCCESSOR_COMMAND],
      // it completes and explains policy files by the schema that the manifest contributes
      policySchemaServed: extensions.getExtension("redhat.vscode-yaml") !== undefined,
      views: true,
      // the Markdown extension lists them
      ownHeadings: true,
      keepsDeleted: true,
    },
    synchronize: { configurationSection: "docket" },
    diagnosticCollectionName: "docket",
    outputChannel: log,
    // What there is to say is said by the session, once.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        onCrash();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  return new LanguageClient("docket", "Docket", { run: server, debug: server }, options);
}
