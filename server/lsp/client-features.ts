/** What the client on the other end can do, read once from its capabilities. */
import type { InitializeParams } from "vscode-languageserver/node";
import { SUCCESSOR_COMMAND } from "../protocol/messages";

export interface ClientFeatures {
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  /** Watches files that the server asks for at run time. */
  readonly watchedFiles: boolean;
  /** Takes edits that name a document's version. */
  readonly documentChanges: boolean;
  /** Takes edits that rename files. */
  readonly renameFiles: boolean;
  readonly relatedInformation: boolean;
  /** Has the command that starts a successor of a filed record. */
  readonly successors: boolean;
  /** Completes and explains policy files from Docket's JSON Schema by itself. */
  readonly isPolicySchemaServed: boolean;
  /** The URI of the folder with the rules' pages, without a slash at the end; findings link to them. */
  readonly docsBase: string | undefined;
}

/** `docsBase` is where the pages lie when the client names no place. */
export function readClientFeatures(
  { capabilities, initializationOptions }: InitializeParams,
  docsBase: string | undefined,
): ClientFeatures {
  const { workspace, textDocument, window } = capabilities;
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  return {
    workDoneProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges,
    renameFiles: documentChanges && workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    successors: readCommands(initializationOptions).includes(SUCCESSOR_COMMAND),
    isPolicySchemaServed: readFlag(initializationOptions, "policySchemaServed"),
    docsBase: readDocsBase(initializationOptions) ?? docsBase,
  };
}

function readDocsBase(options: unknown): string | undefined {
  if (typeof options !== "object" || options === null || !("docsBase" in options)) return undefined;
  return typeof options.docsBase === "string" ? options.docsBase.replace(/\/$/, "") : undefined;
}

/** The commands of its own that the client names. */
function readCommands(options: unknown): readonly unknown[] {
  if (typeof options !== "object" || options === null || !("commands" in options)) return [];
  return Array.isArray(options.commands) ? options.commands : [];
}

function readFlag(options: unknown, name: string): boolean {
  return (
    typeof options === "object" && options !== null && (options as Record<string, unknown>)[name] === true
  );
}
