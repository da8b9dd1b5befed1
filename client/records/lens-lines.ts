/** The code lenses above a record that was amended. */
import type { RecordNode } from "../../server/protocol/messages";
import type { Translate } from "../translate";

export interface LensLine {
  readonly title: string;
  /** Undefined for what is only said. */
  readonly command: string | undefined;
}

/** In the order in which they stand beside each other; none for a record that is as it was filed. */
export function listLenses({ verdict, filed }: RecordNode, t: Translate): readonly LensLine[] {
  if (verdict !== "amended") return [];
  const succeed = { title: t("Create successor"), command: "docket.createSuccessor" };
  if (filed === null) return [{ title: t("Amended since filing"), command: undefined }, succeed];
  return [
    { title: t("Amended since filing on {0}", filed.date), command: undefined },
    { title: t("Restore"), command: "docket.restoreRecord" },
    { title: t("Show changes"), command: "docket.showFilingChanges" },
    succeed,
  ];
}
