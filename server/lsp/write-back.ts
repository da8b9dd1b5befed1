/** The changes to actions and gates that the views ask for. Nothing is written here. */
import { applyEdits, type TextEdit } from "../base/edit";
import type { AnalysisInput } from "../engine/analyse";
import { editAction, findFreed, fingerprintOf } from "../features/action-edits";
import { advanceGate } from "../features/advance-gate";
import { ownersToOffer } from "../features/authoring/roles";
import { editGateItem } from "../features/gate-edits";
import { knownValidators } from "../features/validators";
import type { WriteBack } from "../features/write-back";
import type {
  ActionEditAnswer,
  ActionEditParams,
  ActionPlace,
  AdvanceGateParams,
  GateItemEditParams,
  RolesParams,
  WriteBackAnswer,
} from "../protocol/messages";
import { govern } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { workspaceOf } from "./authoring/ask";
import { editOf } from "./document-edits";
import type { Located } from "./sessions";
import type { SessionContext } from "./workspace-session";

const UNKNOWN: WriteBackAnswer = {
  refusal: "Docket does not govern this document, so it does not write to it.",
};

export function answerEditAction(
  located: Located | undefined,
  { uri, id, line, seen, field, value }: ActionEditParams,
  context: SessionContext,
): ActionEditAnswer {
  let freed: readonly ActionPlace[] = [];
  const answered = answer(located, context, (document, isRecord) => {
    const written = editAction(document, isRecord, { id: id ?? undefined, line, seen }, { field, value });
    if ("edits" in written) freed = placesOfFreed(document, written.edits, uri);
    return written;
  });
  return freed.length === 0 ? answered : { ...answered, freed };
}

function placesOfFreed(
  document: GovernedDocument,
  edits: readonly TextEdit[],
  uri: string,
): readonly ActionPlace[] {
  const text = applyEdits(document.text, edits);
  return findFreed(document, govern(document.path, text, document.policy)).map(({ action }) => ({
    uri,
    id: action.id ?? null,
    line: action.line,
    seen: fingerprintOf(text, action),
  }));
}

export function answerEditGateItem(
  located: Located | undefined,
  { id, title, line, missing, proof, value }: GateItemEditParams,
  context: SessionContext,
): WriteBackAnswer {
  return answer(located, context, (document, isRecord, { today }) =>
    editGateItem(document, isRecord, { id, title, line, missing }, { proof, value }, today),
  );
}

export function answerAdvanceGate(
  located: Located | undefined,
  { gate, declaredBy }: AdvanceGateParams,
  context: SessionContext,
): WriteBackAnswer {
  return answer(located, context, (_, __, input) =>
    advanceGate(input, gate, declaredBy, context.host.clock.now()),
  );
}

export function roles({ session, path }: Located, parameters: RolesParams): readonly string[] {
  const input = inputOf({ session, path });
  if (input === undefined) return [];
  return parameters.of === "owners"
    ? ownersToOffer(workspaceOf(session), path)
    : knownValidators(govern(path, input.text, input.policy));
}

function answer(
  located: Located | undefined,
  context: SessionContext,
  write: (document: GovernedDocument, isRecord: boolean, input: AnalysisInput) => WriteBack,
): WriteBackAnswer {
  const input = located && inputOf(located);
  if (located === undefined || input === undefined) return UNKNOWN;
  const { text, policy, history } = input;
  const written = write(govern(located.path, text, policy), history?.record !== undefined, input);
  if ("refusal" in written) return written;
  return { edit: editOf(located.session, located.path, text, written.edits, context) };
}

/** Undefined for what no policy covers, and for what is not there. */
function inputOf({ session, path }: Located): AnalysisInput | undefined {
  const text = session.textAt(path);
  return text === undefined ? undefined : session.analysisInput(path, text);
}
