/** Docket's commands for editors that have none of their own: a code action names one, the server runs it. */

import {
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { nameOf } from "../base/path-parts";
import {
  APPLY_EDIT_COMMAND,
  FILE_COMMAND,
  FIX_ALL_COMMAND,
  type FilingCheck,
  SUCCESSOR_COMMAND,
  type SuccessorDraft,
} from "../protocol/messages";
import { createGuard } from "./guard";
import { filingCheck, successor } from "./record-commands";
import type { Located, Sessions } from "./sessions";
import { fixAllIn } from "./workspace-commands";
import { joinEdits, toCreation } from "./workspace-edits";
import type { SessionContext } from "./workspace-session";

export const serverCommands = [FIX_ALL_COMMAND, FILE_COMMAND, SUCCESSOR_COMMAND, APPLY_EDIT_COMMAND];

interface CommandServer {
  readonly connection: Connection;
  readonly sessions: Sessions;
  readonly context: SessionContext;
}

/** What a command does, and what it says when that is done; nothing is written where there is no edit. */
interface Outcome {
  readonly message: string;
  readonly refused?: boolean;
  readonly edit?: WorkspaceEdit | undefined;
  /** The URI of a document that the author will want to see. */
  readonly show?: string;
}

export function answerCommands(server: CommandServer): void {
  const { connection, context } = server;
  if (context.features.commands !== "server") return;
  const guard = createGuard(connection);
  connection.onExecuteCommand(
    guard<[ExecuteCommandParams], null>("Command", null, async ({ command, arguments: [given] = [] }) => {
      const outcome = await run(command, given, server);
      if (outcome !== undefined) await carryOut(outcome, server);
      return null;
    }),
  );
}

async function run(command: string, given: unknown, server: CommandServer): Promise<Outcome | undefined> {
  const { sessions, context } = server;
  switch (command) {
    case APPLY_EDIT_COMMAND:
      return { message: "", edit: given as WorkspaceEdit };
    case FIX_ALL_COMMAND: {
      const { edit, changed, skipped } = await fixAllIn(sessions, context);
      const left = skipped.length === 0 ? "" : ` ${documents(skipped.length)} left alone.`;
      return changed === 0
        ? { message: `Nothing can be fixed safely.${left}` }
        : { message: `${documents(changed)} fixed.${left}`, edit };
    }
    case FILE_COMMAND:
      return withDocument(given, server, (located) =>
        describeFiling(located.path, filingCheck(located.session, located.path, context)),
      );
    case SUCCESSOR_COMMAND:
      return withDocument(given, server, (located) =>
        describeSuccessor(located.path, successor(located.session, located.path, context), context),
      );
    default:
      return undefined;
  }
}

/** The argument of these commands is the document's URI. */
function withDocument(
  given: unknown,
  { sessions, context }: CommandServer,
  describe: (located: Located) => Outcome,
): Outcome {
  const path = typeof given === "string" ? context.host.pathOfUri(given) : undefined;
  const located = path === undefined ? undefined : sessions.locate(path);
  return located === undefined
    ? { message: "Docket does not govern this document, so it does not write to it.", refused: true }
    : describe(located);
}

function describeFiling(path: string, check: FilingCheck | null): Outcome {
  const name = readableName(path);
  if (check === null) return { message: `${name} is of no class that is filed.`, refused: true };
  if (check.refusals.length > 0) {
    const reasons = check.refusals.map(({ message, line }) =>
      line === null ? `- ${message}` : `- Line ${line}: ${message}`,
    );
    return { message: [`${name} cannot be filed yet.`, ...reasons].join("\n"), refused: true };
  }
  if (check.edit === null) return { message: `${name} is filed already.` };
  const message = `${name} is filed once it is saved, and permanent from the next commit on.`;
  return { message, edit: check.edit as WorkspaceEdit };
}

function describeSuccessor(
  path: string,
  draft: SuccessorDraft | null,
  { features }: SessionContext,
): Outcome {
  const name = readableName(path);
  if (draft === null)
    return {
      message: `${name} is no filed record, or its policy has no template for a successor.`,
      refused: true,
    };
  if (!features.createFiles)
    return { message: "This editor lets no language server create a file.", refused: true };
  const made = readableName(draft.uri);
  const message =
    draft.edit === null
      ? `${made} names ${name}, which stays as it was filed.`
      : `${made} and ${name} name each other now.`;
  const edit = joinEdits(toCreation(draft.uri, draft.text), draft.edit as WorkspaceEdit | null);
  return { message, edit, show: draft.uri };
}

async function carryOut({ message, refused, edit, show }: Outcome, server: CommandServer): Promise<void> {
  const { connection, context } = server;
  if (edit !== undefined) {
    const { applied, failureReason } = await connection.workspace.applyEdit(edit);
    if (!applied) {
      const reason = failureReason === undefined ? "." : `: ${failureReason}`;
      tell(connection, MessageType.Warning, `The editor did not apply the changes${reason}`);
      return;
    }
  }
  if (message !== "") tell(connection, refused ? MessageType.Warning : MessageType.Info, message);
  if (show !== undefined && context.features.showDocument)
    await connection.window.showDocument({ uri: show, takeFocus: true });
}

function tell(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification("window/showMessage", { type, message });
}

function documents(count: number): string {
  return `${count} document${count === 1 ? " was" : "s were"}`;
}

function readableName(pathOrUri: string): string {
  return decodeURIComponent(nameOf(pathOrUri));
}
