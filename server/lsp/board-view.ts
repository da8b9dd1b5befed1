/** The board of all workspace folders, drawn as on the command line, with links that the client opens. */
import { nameOf } from "../base/path-parts";
import { board } from "../features/board";
import type { BoardAnswer } from "../protocol/messages";
import { escapeMarkup } from "../report/board/escape";
import { renderBoardParts } from "../report/board/page";
import { BOARD_STYLE } from "../report/board/style";
import type { KnownDocument } from "./known-documents";
import type { WorkspaceSession } from "./workspace-session";

/** Of LSP diagnostics: errors and warnings. */
const LEAST_SEVERE = 2;

/** `today` is an ISO date. */
export function boardAnswer(sessions: readonly WorkspaceSession[], today: string): BoardAnswer {
  const folders = sessions.map((session) => ({
    name: sessions.length === 1 ? undefined : nameOf(session.absolute(session.folder)),
    board: board([...session.documents.values()].flatMap(toBoardDocument(session)), today),
    isReading: session.isReading,
    linkTo: ({ path, line }: { readonly path: string; readonly line: number }) =>
      `href="#" data-uri="${escapeMarkup(session.uriOf(path))}" data-line="${line}"`,
  }));
  return { style: BOARD_STYLE, parts: renderBoardParts(folders) };
}

/** Nothing for what no class claims. */
function toBoardDocument(session: WorkspaceSession) {
  return ({ entry, process, diagnostics }: KnownDocument) => {
    const policy = session.policies.loaded.policyFor(entry.path);
    if (policy === undefined || entry.classId === undefined) return [];
    const findings = diagnostics.filter(({ severity = 1 }) => severity <= LEAST_SEVERE).length;
    return [{ entry, process, lifecycles: policy.process.lifecycles, findings }];
  };
}
