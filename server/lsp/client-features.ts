/** What the client on the other end can do, read once from its capabilities. */
import { type InitializeParams, MarkupKind } from "vscode-languageserver/node";

export interface ClientFeatures {
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  /** Watches files that the server asks for at run time. */
  readonly watchedFiles: boolean;
  /** Takes edits that name a document's version. */
  readonly documentChanges: boolean;
  /** Takes edits that rename files. */
  readonly renameFiles: boolean;
  /** Shows what edits are for, and lets them be looked at first. */
  readonly changeAnnotations: boolean;
  /** Tells its settings when it is asked. */
  readonly configuration: boolean;
  readonly relatedInformation: boolean;
  /** Completes and explains policy files from Docket's JSON Schema by itself. */
  readonly isPolicySchemaServed: boolean;
  /** Takes edits that create files. */
  readonly createFiles: boolean;
  /** Expands tab stops in what a completion writes. */
  readonly snippets: boolean;
  /** Shows a few words beside a completion's label. */
  readonly labelDetails: boolean;
  /** Shows Markdown where a completion is explained, and in a hover. */
  readonly markdownDocumentation: boolean;
  readonly markdownHover: boolean;
  /** Takes code actions that hold an edit; others know commands alone. */
  readonly codeActionLiterals: boolean;
  /** Shows a document when the server asks for it. */
  readonly showDocument: boolean;
  /** Has Docket's views, and wants to know when their data change. */
  readonly views: boolean;
  /** Who runs Docket's commands: the client has its own, or applies what the server sends it, or can do neither. */
  readonly commands: "client" | "server" | "nobody";
  /** Takes symbols within symbols. */
  readonly nestedSymbols: boolean;
  /** Lists the headings of a document by itself. */
  readonly ownHeadings: boolean;
  /** Holds a document for minutes after its file was deleted and its tab closed, and opens it anew in another server. */
  readonly keepsDeleted: boolean;
  /** Asks again for inlay hints when it is told to. */
  readonly inlayHintRefresh: boolean;
  /** What `docket.inlayHints` is set to in the beginning. */
  readonly inlayHints: boolean;
  /** The URI of the folder with the rules' pages, without a slash at the end; findings link to them. */
  readonly docsBase: string | undefined;
}

/** `docsBase` is where the pages lie when the client names no place. */
export function readClientFeatures(
  { capabilities, initializationOptions }: InitializeParams,
  docsBase: string | undefined,
): ClientFeatures {
  const { workspace, textDocument, window } = capabilities;
  const item = textDocument?.completion?.completionItem;
  const operations = workspace?.workspaceEdit?.resourceOperations ?? [];
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  return {
    workDoneProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges,
    renameFiles: documentChanges && operations.includes("rename"),
    createFiles: documentChanges && operations.includes("create"),
    changeAnnotations: documentChanges && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    configuration: workspace?.configuration === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    isPolicySchemaServed:
      hasOption(initializationOptions, "policySchemaServed") &&
      initializationOptions.policySchemaServed === true,
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdownDocumentation: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    showDocument: window?.showDocument?.support === true,
    views: isSet(initializationOptions, "views"),
    commands: hasOption(initializationOptions, "commands")
      ? "client"
      : workspace?.applyEdit === true
        ? "server"
        : "nobody",
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    ownHeadings: isSet(initializationOptions, "ownHeadings"),
    keepsDeleted: isSet(initializationOptions, "keepsDeleted"),
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    inlayHints: isSet(initializationOptions, "inlayHints"),
    docsBase: readDocsBase(initializationOptions) ?? docsBase,
  };
}

function hasOption<K extends string>(options: unknown, name: K): options is Readonly<Record<K, unknown>> {
  return typeof options === "object" && options !== null && name in options;
}

/** True where `options` is an object in which `name` is true. */
export function isSet(options: unknown, name: string): boolean {
  return hasOption(options, name) && options[name] === true;
}

function readDocsBase(options: unknown): string | undefined {
  if (!hasOption(options, "docsBase")) return undefined;
  return typeof options.docsBase === "string" ? options.docsBase.replace(/\/$/, "") : undefined;
}
