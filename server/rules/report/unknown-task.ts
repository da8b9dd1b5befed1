/** A deliverable is named for a task that the policy does not have. */
import { findClosest } from "../../base/closest";
import { nameOf } from "../../base/path-parts";
import { deliverablesPolicyOf } from "../../deliverables/files";
import { titleRange } from "../../deliverables/title-range";
import { listWords, quoteValue } from "../fields";
import type { Rule } from "../rule";

const SHOWN_TASKS = 30;

export const rule: Rule = {
  id: "report/unknown-task",
  summary: "A deliverable is named for a task that does not exist.",
  why: "What a report must hold follows from its task; for an unknown one nothing is checked.",
  guide: "List A and List B",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    const policy = deliverablesPolicyOf(document);
    const told = policy?.tell(nameOf(document.path));
    if (policy === undefined || told === undefined || policy.taskByKey.has(told.task)) return;
    const closest = findClosest(told.task, [...policy.taskByKey.keys()]);
    const meant = closest === undefined ? undefined : policy.taskByKey.get(closest);
    const ids = policy.tasks.slice(0, SHOWN_TASKS).map(({ id }) => id);
    return {
      at: titleRange(document),
      message: `The file is named for the task ${quoteValue(told.task.toUpperCase())}, which does not exist, so that nothing tells what it has to hold. ${
        meant === undefined
          ? `The tasks are ${listWords(ids, "and")}.`
          : `Did you mean ${meant.id} (${meant.title})?`
      }`,
    };
  },
};
