/** Answers the client's requests; each one is guarded, and answered with nothing when it fails. */
import type {
  CodeAction,
  CodeActionParams,
  Command,
  Connection,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import type { DeliverableGroup, TaskDetails } from "../protocol/deliverables";
import {
  type ActionItem,
  type ActionQuery,
  type BoardAnswer,
  type DocumentStatus,
  type FiledText,
  type FilingCheck,
  type GateGroup,
  type GateNode,
  type InitializationProposal,
  methods,
  type NextSteps,
  type OpenActions,
  type OwnerCount,
  type ProcessLine,
  type RecordAnswer,
  type RecordsAnswer,
  type SuccessorDraft,
  type ViewsInUse,
} from "../protocol/messages";
import { type ActionsParams, actionsOfGroup, openActionGroups, ownerCounts } from "./action-views";
import { boardAnswer } from "./board-view";
import { codeActions, toCommands } from "./code-actions";
import { type DeliverablesParams, deliverableGroups, detailsOfTask } from "./deliverable-views";
import { type GatesParams, gatesOfGroup, pendingGateGroups } from "./gate-views";
import { createGuard } from "./guard";
import { answerNewDocuments } from "./new-document-requests";
import { filingCheck, successor } from "./record-commands";
import { filedText, recordAnswer, recordsAnswer } from "./record-views";
import type { Located, Sessions } from "./sessions";
import { documentStatus, nextSteps, processLines } from "./views";
import { viewsInUse } from "./views-in-use";
import { type FixAllResult, fixAllIn, insertHeader, proposePolicy } from "./workspace-commands";
import type { SessionContext } from "./workspace-session";
import { answerWriteBacks } from "./write-back-requests";

interface OfUri {
  readonly uri: string;
}

interface OfGroup {
  readonly query: ActionQuery;
  readonly key: string;
}

interface InFolder {
  readonly folder: string;
}

export function answerRequests(connection: Connection, sessions: Sessions, context: SessionContext): void {
  const guard = createGuard(connection);
  const locate = (uri: string): Located | undefined => {
    const path = context.host.pathOfUri(uri);
    return path === undefined ? undefined : sessions.locate(path);
  };
  connection.onCodeAction(
    guard<[CodeActionParams], (CodeAction | Command)[]>("Code actions", [], (parameters) => {
      const located = locate(parameters.textDocument.uri);
      const open = located && context.openAt(located.session.absolute(located.path));
      if (located === undefined || open === undefined) return [];
      const { features } = context;
      const actions = codeActions(parameters, located.session, located.path, open, features);
      return features.codeActionLiterals ? actions : [...toCommands(actions, features)];
    }),
  );
  connection.onRequest(
    methods.viewsInUse,
    guard<[], ViewsInUse | null>("Views in use", null, () => viewsInUse(sessions.all())),
  );
  connection.onRequest(
    methods.openActions,
    guard<[ActionsParams | null], OpenActions>("Open actions", { groups: [], open: 0, overdue: 0 }, (asked) =>
      openActionGroups(sessions.all(), asked ?? {}, context.host.clock.today()),
    ),
  );
  connection.onRequest(
    methods.actionsOfGroup,
    guard<[OfGroup], readonly ActionItem[]>("Open actions", [], ({ query, key }) =>
      actionsOfGroup(sessions.all(), query, key, context.host.clock.today()),
    ),
  );
  connection.onRequest(
    methods.owners,
    guard<[], readonly OwnerCount[]>("Owners", [], () => ownerCounts(sessions.all())),
  );
  connection.onRequest(
    methods.processLines,
    guard<[OfUri], readonly ProcessLine[]>("Gates and registers", [], ({ uri }) => {
      const located = locate(uri);
      if (located === undefined) return [];
      return processLines(located.session, located.path, context.host.clock.today());
    }),
  );
  connection.onRequest(
    methods.nextSteps,
    guard<[Partial<OfUri>], readonly NextSteps[]>("Next steps", [], ({ uri }) => {
      const today = context.host.clock.today();
      if (uri === undefined) return sessions.all().flatMap((session) => nextSteps(session, today, undefined));
      const located = locate(uri);
      return located === undefined ? [] : nextSteps(located.session, today, located.path);
    }),
  );
  connection.onRequest(
    methods.pendingGates,
    guard<[GatesParams | null], readonly GateGroup[]>("Pending gates", [], (asked) =>
      pendingGateGroups(sessions.all(), asked ?? {}, context.host.clock.today()),
    ),
  );
  connection.onRequest(
    methods.gatesOfGroup,
    guard<[OfUri], readonly GateNode[]>("Pending gates", [], ({ uri }) => gatesOfGroup(sessions.all(), uri)),
  );
  connection.onRequest(
    methods.deliverables,
    guard<[DeliverablesParams | null], readonly DeliverableGroup[]>("Deliverables", [], (asked) =>
      deliverableGroups(sessions.all(), asked ?? {}),
    ),
  );
  connection.onRequest(
    methods.detailsOfTask,
    guard<[{ readonly key: string }], TaskDetails | null>("Deliverables", null, ({ key }) =>
      detailsOfTask(sessions.all(), key),
    ),
  );
  connection.onRequest(
    methods.board,
    guard<[], BoardAnswer | null>("Board", null, () =>
      boardAnswer(sessions.all(), context.host.clock.today()),
    ),
  );
  connection.onRequest(
    methods.documentStatus,
    guard<[OfUri], DocumentStatus | null>("Document status", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : documentStatus(located.session, located.path);
    }),
  );
  connection.onRequest(
    methods.insertHeader,
    guard<[OfUri], WorkspaceEdit | null>("Insert header", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : insertHeader(located.session, located.path, context);
    }),
  );
  answerNewDocuments(connection, locate, context);
  connection.onRequest(
    methods.records,
    guard<[], RecordsAnswer>("Records", { records: [], reading: false, unknown: null }, () =>
      recordsAnswer(sessions.all()),
    ),
  );
  connection.onRequest(
    methods.record,
    guard<[OfUri], RecordAnswer | null>("Record", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : recordAnswer(located.session, located.path);
    }),
  );
  connection.onRequest(
    methods.filedText,
    guard<[OfUri], FiledText | null>("Filed text", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : filedText(located.session, located.path);
    }),
  );
  connection.onRequest(
    methods.successor,
    guard<[OfUri], SuccessorDraft | null>("Successor", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : successor(located.session, located.path, context);
    }),
  );
  connection.onRequest(
    methods.checkFiling,
    guard<[OfUri], FilingCheck | null>("Check filing", null, ({ uri }) => {
      const located = locate(uri);
      return located === undefined ? null : filingCheck(located.session, located.path, context);
    }),
  );
  answerWriteBacks(connection, locate, context);
  connection.onRequest(
    methods.fixAll,
    guard<[], FixAllResult>("Fix all", { edit: {}, changed: 0, skipped: [] }, () =>
      fixAllIn(sessions, context),
    ),
  );
  connection.onRequest(
    methods.proposePolicy,
    guard<[InFolder & { readonly profile?: string }], InitializationProposal | null>(
      "Propose policy",
      null,
      async ({ folder, profile }) => {
        const path = context.host.pathOfUri(folder);
        if (path === undefined) return null;
        return (await context.background.run(proposePolicy(path, profile, context), true).done) ?? null;
      },
    ),
  );
}
