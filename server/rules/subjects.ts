/** What a group of rules speaks about: its rules are not asked about a document that has none of it. */
import { deliverablesPolicyOf } from "../deliverables/files";
import type { GovernedDocument } from "../workspace/types";
import { actionsOf } from "./action-rows";
import { processInForce } from "./gates";
import { styleOf } from "./style-outline";

type HasSubject = (document: GovernedDocument) => boolean;

/** By the group's name; any other group speaks about every document. */
export const subjects: ReadonlyMap<string, HasSubject> = new Map<string, HasSubject>([
  ["action", (document) => actionsOf(document).rows.length > 0],
  ["gate", recordsGates],
  ["manifest", ({ policy, classification }) => isOf(policy.deliverables?.manifest?.class, classification)],
  ["process", recordsGates],
  ["report", (document) => deliverablesPolicyOf(document) !== undefined],
  ["style", (document) => styleOf(document) !== undefined],
]);

function recordsGates(document: GovernedDocument): boolean {
  const process = processInForce(document);
  return process !== undefined && (process.gates.length > 0 || process.transitions.length > 0);
}

function isOf(classId: string | undefined, classification: GovernedDocument["classification"]): boolean {
  return classId !== undefined && classification?.class.id === classId;
}
