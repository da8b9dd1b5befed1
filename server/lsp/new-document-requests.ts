/** Answers what *New Document from Template* and *Start Work Item* ask; each answer is guarded. */
import type { Connection } from "vscode-languageserver/node";
import { methods } from "../protocol/messages";
import type {
  AnswerParams,
  DraftParams,
  NewDocuments,
  ReportChoice,
  TemplateChoice,
  TemplateQuestion,
  TemplatesParams,
  WorkItemKind,
} from "../protocol/new-document";
import { createGuard } from "./guard";
import {
  type AskedPlace,
  answerMistake,
  newDocuments,
  reportChoices,
  templateChoices,
  templateQuestion,
  workItemChoices,
} from "./new-documents";
import type { Located } from "./sessions";
import type { SessionContext } from "./workspace-session";

export function answerNewDocuments(
  connection: Connection,
  locate: (uri: string) => Located | undefined,
  context: SessionContext,
): void {
  const guard = createGuard(connection);
  const placeOf = ({ folder, at, placed }: TemplatesParams): AskedPlace | undefined => {
    const located = locate(folder);
    if (located === undefined) return undefined;
    const called = at === undefined ? undefined : locate(at);
    return {
      session: located.session,
      folder: located.path,
      at: called?.session === located.session ? called.path : undefined,
      placed: placed === true,
      today: context.host.clock.today(),
    };
  };
  connection.onRequest(
    methods.templates,
    guard<[TemplatesParams], readonly TemplateChoice[]>("Templates", [], (params) => {
      const place = placeOf(params);
      return place === undefined ? [] : templateChoices(place);
    }),
  );
  connection.onRequest(
    methods.workItemKinds,
    guard<[TemplatesParams], readonly WorkItemKind[]>("Kinds of work items", [], (params) => {
      const place = placeOf(params);
      return place === undefined ? [] : workItemChoices(place);
    }),
  );
  connection.onRequest(
    methods.reportChoices,
    guard<[TemplatesParams], readonly ReportChoice[]>("Reports", [], (params) => {
      const place = placeOf(params);
      return place === undefined ? [] : reportChoices(place);
    }),
  );
  connection.onRequest(
    methods.templateQuestion,
    guard<[DraftParams], TemplateQuestion | null>("Question", null, (params) => {
      const place = placeOf(params);
      return place === undefined ? null : templateQuestion(params, place);
    }),
  );
  connection.onRequest(
    methods.checkAnswer,
    guard<[AnswerParams], string | null>("Answer", null, (params) => {
      const place = placeOf(params);
      return place === undefined ? null : answerMistake(params, place);
    }),
  );
  connection.onRequest(
    methods.newDocument,
    guard<[DraftParams], NewDocuments | null>("New document", null, (params) => {
      const place = placeOf(params);
      return place === undefined ? null : newDocuments(params, place);
    }),
  );
}
