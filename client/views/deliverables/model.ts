/** The rows of the tree *Deliverables*: tasks, and in each its files and the requirements that they meet or do not. */
import type {
  DeliverableFileNode,
  DeliverableGroup,
  RequirementNode,
  TaskDetails,
  TaskNode,
} from "../../../server/protocol/deliverables";
import type { NameFolder } from "../../name-folder";
import type { Translate } from "../../translate";
import { createUniqueIds, joinClauses, joinParts, renderRows } from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";
import { leaf } from "../tree-node";
import { describeFileCount, describeLack, describeLength, renderBounds } from "./words";

/** With more tasks than this, what is in them is not seen at first. */
const manyTasks = 3;

export interface Setting {
  readonly t: Translate;
  /** `1,402`, as the window's language writes it. */
  readonly renderNumber: (value: number) => string;
  readonly nameFolder: NameFolder;
  /** Asks for what is in a task by its key. */
  readonly load: (key: string) => Promise<TaskDetails | undefined>;
}

const missing = { id: "circle-large-outline", color: "list.warningForeground" };
const met = { id: "pass", color: "charts.green" };
const warning = { id: "warning", color: "list.warningForeground" };

export function createDeliverables(groups: readonly DeliverableGroup[], setting: Setting): TreeContent {
  const count = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const toRows = (group: DeliverableGroup) => createTasks(group, count <= manyTasks, setting);
  const [first, ...others] = groups;
  return {
    nodes:
      first !== undefined && others.length === 0
        ? toRows(first)
        : groups.map((group) => createGroup(group, setting, () => toRows(group))),
    badge: undefined,
  };
}

function createGroup(
  group: DeliverableGroup,
  { t, nameFolder }: Setting,
  children: () => readonly TreeNode[],
): TreeNode {
  const { key, name, path, uri, tasks, open } = group;
  const folder = nameFolder(uri);
  const complete = tasks.filter((task) => task.complete).length;
  const progress = t("{0} of {1} tasks complete", complete, tasks.length + open.length);
  return {
    id: key,
    label: name,
    description: joinParts([folder, progress]),
    tooltip: renderRows(name, [[t("Policy"), joinParts([folder, path])]]),
    icon: { id: "folder" },
    sentence: `${name}: ${joinParts([progress, folder])}`,
    context: "docket.policy",
    target: undefined,
    state: "open",
    children,
    content: JSON.stringify([group, folder]),
  };
}

function createTasks(group: DeliverableGroup, few: boolean, setting: Setting): readonly TreeNode[] {
  const { tasks, open } = group;
  return [
    ...tasks.map((task) => createTask(task, few ? "open" : "closed", setting)),
    ...(open.length === 0 ? [] : [createOpenTasks(group, setting)]),
  ];
}

function createTask(task: TaskNode, state: TreeNode["state"], setting: Setting): TreeNode {
  const { key, title, list, required, complete, details, place } = task;
  const { t, load } = setting;
  const name = joinParts([task.task, title]);
  const progress = required === 0 ? "" : t("{0} of {1} requirements", task.met, required);
  const amiss = [
    ...task.lacks.map((role) => describeLack(role, t)),
    describeFileCount(task, t),
    task.wrongLengths === 0 ? "" : t("length off"),
  ];
  const toRows = (given: TaskDetails) => createDetails(task, given, setting);
  return {
    id: key,
    // the side bar is narrow: how far the task is goes before what it is called
    label: joinParts([task.task, required === 0 ? "" : t("{0} of {1}", task.met, required)]),
    description: joinParts([title, ...amiss]),
    tooltip: renderRows(name, [
      [t("List"), list ?? ""],
      [t("Requirements"), progress],
      [t("Files"), joinParts([`${task.files}`, renderBounds(task.fileBounds, setting)])],
      [t("To be put right"), joinParts(amiss)],
    ]),
    icon: complete ? met : { id: "circle-large-outline" },
    sentence: `${name}: ${joinClauses([complete ? t("complete") : "", progress, ...amiss])}`,
    context: "docket.task",
    target: undefined,
    uri: place.uri,
    state,
    children: () => (details === null ? [] : toRows(details)),
    load:
      details === null
        ? async () => {
            const loaded = await load(key);
            return loaded === undefined ? [] : toRows(loaded);
          }
        : undefined,
    content: JSON.stringify(task),
  };
}

function createDetails(
  task: TaskNode,
  { files, requirements }: TaskDetails,
  setting: Setting,
): readonly TreeNode[] {
  const createId = createUniqueIds();
  const names = files.map(({ path }) => nameOf(path));
  const isAlone = (name: string) => names.filter((each) => each === name).length === 1;
  const reports = files.filter(({ role }) => role === "report").length;
  return [
    ...files.map((file, index) => {
      const name = names[index] ?? file.path;
      return createFile(file, name, isAlone(name), createId(`${task.key}/${file.path}`), setting);
    }),
    ...task.lacks.map((role) => createLack(role, task, setting)),
    ...requirements.map((each) =>
      createRequirement(each, task, reports > 1, createId(`${task.key}#${each.name}`), setting),
    ),
  ];
}

function createFile(
  file: DeliverableFileNode,
  name: string,
  alone: boolean,
  id: string,
  setting: Setting,
): TreeNode {
  const { uri, path, role, lines, length } = file;
  const { t, renderNumber } = setting;
  const count = lines === 1 ? t("1 line") : t("{0} lines", renderNumber(lines));
  const off = describeLength(file, setting);
  const kind = role === "prompt" ? t("prompts") : t("report");
  const isRight = length === "within";
  return {
    id,
    label: name,
    description: joinParts([count, off, alone ? "" : path]),
    tooltip: renderRows(name, [
      [t("Kind"), kind],
      [t("Length"), joinParts([count, off])],
      [t("Asked for"), renderBounds(file.bounds, setting)],
      [t("Document"), path],
    ]),
    icon: isRight ? { id: role === "prompt" ? "comment-discussion" : "file" } : warning,
    sentence: joinClauses([`${name}: ${kind}`, count, off]),
    context: "docket.deliverable",
    target: { uri, range: { start, end: start } },
    uri,
    ...leaf,
  };
}

const start = { line: 0, character: 0 };

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Its finding stands at the place of the task. */
function createLack(role: TaskNode["lacks"][number], { key, place }: TaskNode, { t }: Setting): TreeNode {
  const label = role === "report" ? t("No report") : t("No prompt file");
  return {
    id: `${key}?${role}`,
    label,
    description: "",
    tooltip: renderRows(label, [[t("Document"), place.path]]),
    icon: warning,
    sentence: label,
    context: "docket.missingDeliverable",
    target: place,
    ...leaf,
  };
}

function createRequirement(
  { name, met: place }: RequirementNode,
  task: TaskNode,
  hasParts: boolean,
  id: string,
  { t }: Setting,
): TreeNode {
  const file = place === null ? "" : nameOf(place.path);
  return {
    id,
    label: name,
    description: place === null ? t("missing") : hasParts ? file : "",
    tooltip: renderRows(name, [
      [t("Requirement"), place === null ? t("missing") : t("met")],
      [t("Document"), (place ?? task.place).path],
    ]),
    icon: place === null ? missing : met,
    sentence: joinClauses([name, place === null ? t("missing") : t("met in {0}", file)]),
    context: "docket.requirement",
    target: place ?? task.place,
    ...leaf,
  };
}

/** What nobody has begun is counted, and named when it is asked for. */
function createOpenTasks({ key, uri, tasks, open }: DeliverableGroup, { t }: Setting): TreeNode {
  const one = tasks.length === 0 ? t("1 task without a report") : t("1 more task without a report");
  const several =
    tasks.length === 0
      ? t("{0} tasks without a report", open.length)
      : t("{0} more tasks without a report", open.length);
  const label = open.length === 1 ? one : several;
  return {
    id: `${key}?open`,
    label,
    description: "",
    tooltip: renderRows(label, []),
    icon: { id: "ellipsis" },
    sentence: label,
    context: "docket.openTasks",
    target: undefined,
    state: tasks.length === 0 ? "open" : "closed",
    children: () =>
      open.map((task) => {
        const name = joinParts([task.task, task.title]);
        return {
          id: task.key,
          label: name,
          description: "",
          tooltip: renderRows(name, [[t("List"), task.list ?? ""]]),
          icon: { id: "circle-large-outline", color: "disabledForeground" },
          sentence: joinClauses([name, t("no report")]),
          context: "docket.openTask",
          target: undefined,
          uri,
          task: task.task,
          ...leaf,
        };
      }),
    content: JSON.stringify(open),
  };
}
