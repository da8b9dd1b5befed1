/** What the view says of how its actions are grouped and filtered. */
import type { ActionGrouping } from "../../../server/protocol/messages";
import type { Translate } from "../../translate";
import { joinParts } from "../../words";

export interface ActionChoice {
  readonly grouping: ActionGrouping;
  /** Empty for no filter. */
  readonly text: string;
  readonly mine: boolean;
  readonly overdueOnly: boolean;
}

export function nameGrouping(grouping: ActionGrouping, t: Translate): string {
  const names: Readonly<Record<ActionGrouping, string>> = {
    workItem: t("Work Item"),
    owner: t("Owner"),
    status: t("Status"),
    due: t("Due"),
  };
  return names[grouping];
}

/** Beside the view's name; the usual grouping needs no word. */
export function describeGrouping({ grouping }: ActionChoice, t: Translate): string {
  const words: Readonly<Record<ActionGrouping, string>> = {
    workItem: "",
    owner: t("by owner"),
    status: t("by status"),
    due: t("by due date"),
  };
  return words[grouping];
}

/** Above the rows: what is shown, and how much of it; undefined when everything is. */
export function describeFilter(
  { text, mine, overdueOnly }: ActionChoice,
  shown: number,
  all: number,
  t: Translate,
): string | undefined {
  const filters = [
    text === "" ? "" : t("“{0}”", text),
    mine ? t("mine") : "",
    overdueOnly ? t("overdue") : "",
  ];
  if (filters.every((each) => each === "")) return undefined;
  return joinParts([t("{0} of {1} shown", shown, all), ...filters]);
}
