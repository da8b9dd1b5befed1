/** Answers the requests for changes to actions and gates; one that fails is refused. */
import type { Connection } from "vscode-languageserver/node";
import {
  type ActionEditAnswer,
  type ActionEditParams,
  type AdvanceGateParams,
  type GateItemEditParams,
  methods,
  type RolesParams,
  type WriteBackAnswer,
} from "../protocol/messages";
import { createGuard } from "./guard";
import type { Located } from "./sessions";
import type { SessionContext } from "./workspace-session";
import { answerAdvanceGate, answerEditAction, answerEditGateItem, roles } from "./write-back";

const FAILED: WriteBackAnswer = {
  refusal: "Docket could not work this change out, and wrote nothing. Its log says why.",
};

export function answerWriteBacks(
  connection: Connection,
  locate: (uri: string) => Located | undefined,
  context: SessionContext,
): void {
  const guard = createGuard(connection);
  connection.onRequest<ActionEditAnswer, void>(
    methods.editAction,
    guard<[ActionEditParams], ActionEditAnswer>("Edit action", FAILED, (parameters) =>
      answerEditAction(locate(parameters.uri), parameters, context),
    ),
  );
  connection.onRequest<WriteBackAnswer, void>(
    methods.editGateItem,
    guard<[GateItemEditParams], WriteBackAnswer>("Edit gate item", FAILED, (parameters) =>
      answerEditGateItem(locate(parameters.uri), parameters, context),
    ),
  );
  connection.onRequest<WriteBackAnswer, void>(
    methods.advanceGate,
    guard<[AdvanceGateParams], WriteBackAnswer>("Advance gate", FAILED, (parameters) =>
      answerAdvanceGate(locate(parameters.uri), parameters, context),
    ),
  );
  connection.onRequest(
    methods.roles,
    guard<[RolesParams], readonly string[]>("Roles", [], (parameters) => {
      const located = locate(parameters.uri);
      return located === undefined ? [] : roles(located, parameters);
    }),
  );
}
