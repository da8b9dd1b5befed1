/** The commands *Mark Complete*, *Set Due…*, *Assign…* and *Set Evidence…*: they write into an action's row. */
import { Disposable, InputBoxValidationSeverity, l10n, window } from "vscode";
import type { ActionEditAnswer, ActionField, ActionPlace } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { getDates, translate } from "../setting";
import { askRole } from "./ask-role";
import { findDueMistake, toDue } from "./due-answer";
import { registerCommand, tellFailure } from "./register-command";
import { tell } from "./tell";
import { writeBack } from "./write-back";

/** Rows of the tree name the action; a key binding may answer the command's question. */
interface Given {
  readonly action?: ActionPlace;
  readonly value?: string;
}

export function registerEditAction(session: ServerSession): Disposable {
  const edit = async (
    field: ActionField,
    given: unknown,
    ask: (place: ActionPlace) => Thenable<string | undefined>,
  ) => {
    const { action, value = action && (await ask(action)) } = (given ?? {}) as Given;
    if (action === undefined) tell("information", l10n.t("Choose an action in the view Open Actions first."));
    if (action === undefined || value === undefined) return false;
    const parameters = { ...action, field, ...(field === "status" ? {} : { value }) };
    return writeBack<ActionEditAnswer>(session, methods.editAction, parameters, ({ freed = [] }) =>
      tellFreed(session, freed),
    );
  };
  return Disposable.from(
    registerCommand("docket.markComplete", (given) => edit("status", given, async () => "")),
    registerCommand("docket.setDue", (given) => edit("due", withDate(given), askDue)),
    registerCommand("docket.assign", (given) =>
      edit("owner", given, ({ uri, id }) =>
        askRole(
          session,
          { uri, of: "owners" },
          id === null ? l10n.t("Who owns this action?") : l10n.t("Who owns {0}?", id),
        ),
      ),
    ),
    registerCommand("docket.setEvidence", (given) => edit("evidence", given, askEvidence)),
  );
}

/** Whoever completes an action is asked once whether what waited for it can start. */
function tellFreed(session: ServerSession, freed: readonly ActionPlace[]): void {
  if (freed.length === 0) return;
  const names = freed.map(({ id }) => id ?? l10n.t("An action")).join(", ");
  const start = async () => {
    for (const place of freed) {
      const written = await writeBack(session, methods.editAction, { ...place, field: "start" });
      if (!written) return;
    }
  };
  tell(
    "information",
    freed.length === 1
      ? l10n.t("{0} is blocked, and all that it waits for is done.", names)
      : l10n.t("{0} are blocked, and all that they wait for is done.", names),
    { [freed.length === 1 ? l10n.t("Let It Start") : l10n.t("Let Them Start")]: () => tellFailure(start) },
  );
}

function withDate(given: unknown): Given {
  const { value, ...rest } = (given ?? {}) as Given;
  return value === undefined ? rest : { ...rest, value: toDue(value, getDates().today) };
}

async function askDue({ id }: ActionPlace): Promise<string | undefined> {
  const { today } = getDates();
  const answer = await window.showInputBox({
    prompt: id === null ? l10n.t("When is this action due?") : l10n.t("When is {0} due?", id),
    placeHolder: l10n.t("{0}, today, or +7 for days from today", today),
    validateInput: (typed) => {
      const mistake = findDueMistake(typed, today, translate);
      const { Error: error, Warning: warning } = InputBoxValidationSeverity;
      return mistake && { message: mistake.message, severity: mistake.blocks ? error : warning };
    },
  });
  return answer === undefined ? undefined : toDue(answer, today);
}

function askEvidence({ id }: ActionPlace): Thenable<string | undefined> {
  return window.showInputBox({
    prompt:
      id === null
        ? l10n.t("What shows that this action is done?")
        : l10n.t("What shows that {0} is done?", id),
    placeHolder: l10n.t("a commit, a document with its version, or a written statement"),
  });
}
