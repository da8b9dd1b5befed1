/** Renames ids and roles; what cannot be renamed is refused with the reason. */
import type {
  PrepareRenameResult,
  Range,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { findMentions } from "../../features/authoring/find-mentions";
import { refusalOf, renamingAt } from "../../features/authoring/rename";
import { toLspRange } from "../convert";
import { changeOf } from "../document-edits";
import { refusal } from "../guard";
import { type LocatedChange, locateChange, toLabelledEdit } from "../workspace-edits";
import type { SessionContext } from "../workspace-session";
import type { Asked } from "./ask";
import type { AuthoringFeature } from "./feature";

export const rename: AuthoringFeature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  answer: ({ connection, guard, ask, context }) => {
    connection.onPrepareRename(
      guard<[TextDocumentPositionParams], PrepareRenameResult | Range | null>("Rename", null, (question) => {
        const asked = ask(question);
        const subject = asked && subjectOf(asked);
        if (asked === undefined || subject === undefined) return null;
        const { start, end } = subject.range;
        const placeholder = asked.context.document.text.slice(start, end);
        return { range: toLspRange(subject.range, asked.lines), placeholder };
      }),
    );
    connection.onRenameRequest(
      guard<[RenameParams], WorkspaceEdit | null>("Rename", null, async (question) => {
        const asked = ask(question);
        const subject = asked && subjectOf(asked);
        if (asked === undefined || subject === undefined) return null;
        const newName = question.newName.trim();
        const reason = refusalOf(subject, newName, asked.context);
        if (reason !== undefined) throw refusal(reason);
        const found = findMentions(subject, asked.context);
        const changes = await context.background.run(replace(found, newName, asked, context), true).done;
        const name = subject.kind === "id" ? subject.id : subject.name;
        return changes === undefined
          ? null
          : toLabelledEdit(changes, `Rename ${name} to ${newName}`, context.features);
      }),
    );
  },
};

/** Undefined where there is nothing to rename. */
function subjectOf({ context }: Asked) {
  const renaming = renamingAt(context);
  if (renaming?.kind === "refused") throw refusal(renaming.reason);
  return renaming?.subject;
}

function* replace(
  found: ReturnType<typeof findMentions>,
  newText: string,
  { session }: Asked,
  context: SessionContext,
): Generator<undefined, readonly LocatedChange[]> {
  const changes: LocatedChange[] = [];
  for (const mentions of found) {
    if (mentions !== undefined) {
      const { document, ranges } = mentions;
      const edits = ranges.map((range) => ({ range, newText }));
      changes.push(locateChange(changeOf(session, document.path, document.text, edits, context)));
    }
    yield;
  }
  return changes;
}
