/** What an author may write at the cursor. One list a place: nothing is offered in ordinary prose. */
import { completeCell } from "./complete-cell";
import { completeProof, completeStatus } from "./complete-gate";
import { completeKey, completeValue } from "./complete-header";
import { completeId, completePath, completeRule } from "./complete-reference";
import type { CompletionList } from "./completion-item";
import type { AuthoringContext } from "./context";

export function completionsAt(context: AuthoringContext): CompletionList | undefined {
  return (
    completeRule(context) ??
    completePath(context) ??
    completeValue(context) ??
    completeKey(context) ??
    completeCell(context) ??
    completeProof(context) ??
    completeStatus(context) ??
    completeId(context)
  );
}
