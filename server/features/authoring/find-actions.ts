/** The actions that go by an id. */
import type { PlacedAction } from "../../process/critical-path";
import { processOf } from "../../process/read-process";
import type { AuthoringContext } from "./context";

/** Those of the document itself; where it has none, those of its work item's documents, or of all. */
export function findActions(id: string, { document, workspace }: AuthoringContext): readonly PlacedAction[] {
  const key = id.toLowerCase();
  const isMeant = (each: string | undefined): boolean => each?.toLowerCase() === key;
  const { rows, workItem } = processOf(document);
  const own = rows.filter(({ action }) => isMeant(action.id));
  if (own.length > 0) return own.map(({ action }) => ({ path: document.path, action }));
  const found: PlacedAction[] = [];
  const ofWorkItem: PlacedAction[] = [];
  for (const path of workspace.withAction(id)) {
    const { process } = workspace.find(path) ?? {};
    const placed = (process?.actions ?? []).flatMap((action) => (isMeant(action.id) ? { path, action } : []));
    found.push(...placed);
    if (workItem !== undefined && process?.workItem === workItem) ofWorkItem.push(...placed);
  }
  return ofWorkItem.length > 0 ? ofWorkItem : found;
}
