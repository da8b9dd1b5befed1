/** Roles as completions: those with a charter first, then those that own most. */
import { type Completion, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { code, count } from "./markdown";

export function roleItems({ workspace }: Pick<AuthoringContext, "workspace">): readonly Completion[] {
  return workspace.roles
    .all()
    .map(({ name, charter, documents, actions }) =>
      word(
        name,
        "role",
        charter === undefined ? "no charter" : "has a charter",
        [
          charter === undefined ? "No charter defines this role." : `Charter: ${code(charter)}`,
          `Owns ${count(documents, "document")} and ${count(actions, "open action")}.`,
        ].join("  \n"),
      ),
    );
}
