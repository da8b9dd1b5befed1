/** The command *Open Board*: shows the board in a tab, keeps it up to date, and opens what its links name. */
import type { Disposable, WebviewPanel } from "vscode";
import { commands, env, l10n, Range, Uri, ViewColumn, window, workspace } from "vscode";
import type { BoardAnswer } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { registerCommand } from "../commands/register-command";
import { tell } from "../commands/tell";
import { hasPolicy } from "../policy-presence";
import type { ServerSession } from "../server-session";
import { createRefresher } from "../views/refresher";
import { readMessage } from "./message";
import { renderShell } from "./shell";

const VIEW_TYPE = "docket.board";

export interface BoardView {
  /** Takes a tab that VS Code has kept from an earlier session. */
  readonly restore: (panel: WebviewPanel) => Promise<void>;
  /** What the page of the board has sent. */
  readonly receive: (message: unknown) => Promise<void>;
  /** The HTML that the page was loaded with; undefined when there is no board. What has changed since is patched in it. */
  readonly getHtml: () => string | undefined;
  /** The HTML of all parts as they are now; empty when there is no board. */
  readonly getParts: () => string;
}

export function registerBoard(own: Disposable[], session: ServerSession, extension: Uri): BoardView {
  const folder = Uri.joinPath(extension, "dist");
  let panel: WebviewPanel | undefined;
  let answer: BoardAnswer | undefined;
  /** Whether the page has been loaded with an answer, so that what changes can be patched. */
  let isDrawn = false;

  const load = ({ webview }: WebviewPanel) => {
    isDrawn = answer !== undefined;
    webview.html = renderShell({
      nonce: createNonce(),
      script: `${webview.asWebviewUri(Uri.joinPath(folder, "board.js"))}`,
      waiting: l10n.t("Docket is reading the documents."),
      // what the server says is English
      language: answer === undefined ? env.language : "en",
      answer,
    });
  };
  const send = async () => {
    await panel?.webview.postMessage({ kind: "parts", parts: answer?.parts ?? [] });
  };
  const refresh = async () => {
    if (panel === undefined) return;
    const next = await session.ask<BoardAnswer>(methods.board);
    if (next === undefined || panel === undefined) return;
    const isSame = JSON.stringify(next) === JSON.stringify(answer);
    answer = next;
    if (!isDrawn) load(panel);
    else if (!isSame) await send();
  };
  const refresher = createRefresher(refresh);

  const receive = async (value: unknown) => {
    const message = readMessage(value);
    if (message?.kind === "ready" && isDrawn) await send();
    if (message?.kind === "open") await open(message.uri, message.line, panel);
  };
  const show = (shown: WebviewPanel) => {
    panel?.dispose();
    panel = shown;
    shown.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    shown.webview.onDidReceiveMessage(receive);
    shown.onDidDispose(() => {
      if (panel === shown) panel = undefined;
    });
    load(shown);
  };
  const restore = async (restored: WebviewPanel) => {
    show(restored);
    await refresh();
  };

  own.push(
    refresher,
    session.onDidChange(({ settled }) => refresher.request(settled)),
    window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel: restore }),
    registerCommand("docket.openBoard", async () => {
      if (panel !== undefined) return panel.reveal();
      if (!(await hasPolicy())) return tellUngoverned();
      show(window.createWebviewPanel(VIEW_TYPE, l10n.t("Docket Board"), ViewColumn.Active));
      await refresh();
    }),
    { dispose: () => panel?.dispose() },
  );
  return {
    restore,
    receive,
    getHtml: () => panel?.webview.html,
    getParts: () => (panel === undefined ? "" : renderParts(answer)),
  };
}

function renderParts(answer: BoardAnswer | undefined): string {
  return answer?.parts.map(({ html }) => html).join("\n") ?? "";
}

/** Whoever comes from the walkthrough or by a key has to be told what the palette knows. */
function tellUngoverned(): void {
  tell("information", l10n.t("No policy governs this folder yet, so there is no work to show."), {
    [l10n.t("Initialize Policy")]: () => commands.executeCommand("docket.initializePolicy"),
  });
}

/** Only what lies in the workspace, whatever the page asks for; beside the board, so that this stays in sight. */
async function open(given: string, line: number, panel: WebviewPanel | undefined): Promise<void> {
  const uri = Uri.parse(given);
  if (workspace.getWorkspaceFolder(uri) === undefined) return;
  const column = panel?.viewColumn;
  // until VS Code has told where the board is, it is where the focus is
  const isKnown = column !== undefined && column >= ViewColumn.One;
  const beside = column === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  const viewColumn = isKnown ? beside : ViewColumn.Beside;
  try {
    await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0), viewColumn });
  } catch {
    tell(
      "warning",
      l10n.t("{0} could not be opened: it may have been moved.", workspace.asRelativePath(uri)),
    );
  }
}

/** Not to be guessed. */
function createNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
