/** The few words of the delivery process that a policy cannot set yet; everything else comes from the policy. */

/** Opens the name of a gate in headings and cells, `Gate R`; also in the plural. */
export const GATE_WORD = "gate";

/** Folded names of the header fields that say which work item a document belongs to, the surest first. */
export const WORK_ITEM_FIELDS: readonly string[] = [
  "feature",
  "item",
  "roadmap item",
  "backlog item",
  "defect",
];

/** Folded name of the header field in which a charter says which role it defines. */
export const ROLE_FIELD = "role";

/** Invariants of the process (`GI-1`) and priorities (`P0`) look like ids, but nothing can wait for them. */
export const NO_DEPENDENCY = /^(?:GI-\d+|P\d)$/;

/** Marks what is done in a document that marks states by symbols and has no done one yet to take after. */
export const DONE_SYMBOL = "✅";
