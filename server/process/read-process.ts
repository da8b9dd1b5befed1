/** Reads actions and gates from a document. */
import type { GovernedDocument } from "../workspace/types";
import type { ProcessFacts } from "./types";

export function readProcess(_document: GovernedDocument): ProcessFacts {
  return { workItem: undefined, workItemTitle: undefined, actions: [], gates: [] };
}
