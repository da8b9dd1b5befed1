/** The actions that go by an id. */
import type { PlacedAction } from "../../process/critical-path";
import { processOf } from "../../process/read-process";
import type { AuthoringContext } from "./context";

/** Those of the document itself; where it has none, those of its work item's documents, or of all. */
export function findActions(id: string, { document, workspace }: AuthoringContext): readonly PlacedAction[] {
  const key = id.toLowerCase();
  // asked of every action of the workspace: nearly all are told by their length
  const isMeant = (each: string | undefined): boolean =>
    each?.length === key.length && each.toLowerCase() === key;
  const { rows, workItem } = processOf(document);
  const own = rows.filter(({ action }) => isMeant(action.id));
  if (own.length > 0) return own.map(({ action }) => ({ path: document.path, action }));
  const found: PlacedAction[] = [];
  const ofWorkItem: PlacedAction[] = [];
  for (const { entry, process } of workspace.documents()) {
    for (const action of process.actions) {
      if (!isMeant(action.id)) continue;
      found.push({ path: entry.path, action });
      if (workItem !== undefined && process.workItem === workItem)
        ofWorkItem.push({ path: entry.path, action });
    }
  }
  return ofWorkItem.length > 0 ? ofWorkItem : found;
}
