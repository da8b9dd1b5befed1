/** There is no report on any task of a list of which there has to be one. */
import { nameOf } from "../../base/path-parts";
import { deliverableOf } from "../../deliverables/files";
import { titleRange } from "../../deliverables/title-range";
import type { DeliverablesPolicy } from "../../policy/deliverables-policy";
import { listWords } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/no-mandatory-task",
  summary: "There are fewer reports on the tasks of a list than there have to be.",
  why: "Some tasks may be chosen freely; of the mandatory ones at least one is delivered.",
  guide: "List A: choose at least one task",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check({ document, filesNamed }) {
    const deliverable = deliverableOf(document);
    if (deliverable === undefined || filesNamed === undefined) return;
    const { policy } = deliverable;
    const lists = policy.lists.filter(({ fewest }) => fewest > 0);
    if (lists.length === 0) return;
    const paths = [...new Set(policy.beginnings.flatMap(filesNamed))].sort();
    // told once, on the first of all reports
    if (paths.find((path) => taskOf(path, policy) !== undefined) !== document.path) return;
    const reported = new Set(paths.map((path) => taskOf(path, policy)));
    return lists.flatMap((list) => {
      const tasks = policy.tasks.filter((task) => task.list === list.id);
      const found = tasks.filter((task) => reported.has(task)).length;
      if (found >= list.fewest) return [];
      const ids = listWords(
        tasks.map(({ id }) => id),
        "and",
      );
      const wanted = list.fewest === 1 ? "one is to be delivered" : `${list.fewest} are to be delivered`;
      const there =
        found === 0
          ? `There is no report on any task of ${list.title}`
          : `Of the tasks of ${list.title} only ${found} ${found === 1 ? "has" : "have"} a report`;
      return [
        {
          at: titleRange(document),
          message: `${there}, and at least ${wanted}. Its tasks are ${ids}.`,
        },
      ];
    });
  },
};

function taskOf(path: string, policy: DeliverablesPolicy) {
  return policy.taskByKey.get(policy.tell(nameOf(path))?.task ?? "");
}
