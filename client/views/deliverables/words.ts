/** What is said of the number and the length of files. */
import type { DeliverableFileNode, TaskNode } from "../../../server/protocol/deliverables";
import type { Translate } from "../../translate";

interface Words {
  readonly t: Translate;
  readonly renderNumber: (value: number) => string;
}

export function describeLack(role: TaskNode["lacks"][number], t: Translate): string {
  return role === "report" ? t("no report") : t("no prompt file");
}

/** Empty where their number is right. */
export function describeFileCount({ fileCount }: TaskNode, t: Translate): string {
  if (fileCount === "within") return "";
  return fileCount === "below" ? t("too few files") : t("too many files");
}

/** By how many lines the file is too short or too long; empty where it is neither. */
export function describeLength(
  { lines, length, bounds: { fewest, most } }: DeliverableFileNode,
  { t, renderNumber }: Words,
): string {
  if (length === "below") return t("{0} too few", renderNumber((fewest ?? 0) - lines));
  return length === "above" ? t("{0} too many", renderNumber(lines - (most ?? 0))) : "";
}

/** Empty without any limit. */
export function renderBounds({ fewest, most }: TaskNode["fileBounds"], { t, renderNumber }: Words): string {
  if (fewest === null) return most === null ? "" : t("at most {0}", renderNumber(most));
  if (most === null) return t("at least {0}", renderNumber(fewest));
  return t("{0} to {1}", renderNumber(fewest), renderNumber(most));
}
