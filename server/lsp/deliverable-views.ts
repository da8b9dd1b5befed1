/** The data of the view *Deliverables*; of very many files, those come that are asked for. */
import { nameOf } from "../base/path-parts";
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import { coverageOf, type TaskCoverage } from "../deliverables/coverage";
import type { Bounds, DeliverablesPolicy, TaskPolicy } from "../policy/deliverables-policy";
import type { Policy } from "../policy/types";
import type { DeliverableGroup, DeliverablePlace, TaskDetails, TaskNode } from "../protocol/deliverables";
import { placesOf } from "./places";
import type { WorkspaceSession } from "./workspace-session";

export interface DeliverablesParams {
  /** Keys of the tasks whose files and requirements are wanted. */
  readonly opened?: readonly string[];
}

/** A policy that has deliverables, in one folder of the workspace. */
interface Covered {
  readonly session: WorkspaceSession;
  readonly policy: Policy;
  readonly deliverables: DeliverablesPolicy;
  readonly tasks: readonly TaskCoverage[];
}

/** So many files are sent unasked, with the requirements of their tasks. */
const FEW = 200;

export function deliverableGroups(
  sessions: readonly WorkspaceSession[],
  { opened = [] }: DeliverablesParams,
): readonly DeliverableGroup[] {
  const covered = sessions.flatMap(coverSession);
  const count = covered.flatMap(({ tasks }) => tasks).reduce((sum, { files }) => sum + files.length, 0);
  const wanted = count <= FEW ? undefined : new Set(opened);
  return covered.map((each) => toGroup(each, wanted));
}

/** Null when there are no files of the task any more. */
export function detailsOfTask(sessions: readonly WorkspaceSession[], key: string): TaskDetails | null {
  for (const { session, policy, tasks } of sessions.flatMap(coverSession)) {
    const found = tasks.find(({ task }) => keyOfTask(session, policy, task) === key);
    if (found !== undefined && found.files.length > 0) return toDetails(found, session);
  }
  return null;
}

/** The task's row in the view. */
export function keyOfTask(session: WorkspaceSession, policy: Policy, { id }: TaskPolicy): string {
  return `${keyOf(session, policy)}#${id}`;
}

/** Two folders of one repository may be governed by the same policy above them. */
function keyOf(session: WorkspaceSession, policy: Policy): string {
  return `${session.absolute(session.folder)}:${policy.path}`;
}

function coverSession(session: WorkspaceSession): readonly Covered[] {
  return session.policies.loaded.policies.flatMap((policy) => {
    const { deliverables } = policy;
    if (deliverables === undefined || deliverables.tasks.length === 0) return [];
    const tasks = coverageOf(policy.path, deliverables, session.documents.delivered());
    return [{ session, policy, deliverables, tasks }];
  });
}

function toGroup(covered: Covered, wanted: ReadonlySet<string> | undefined): DeliverableGroup {
  const { session, policy, deliverables, tasks } = covered;
  const describe = (task: TaskPolicy) => ({
    key: keyOfTask(session, policy, task),
    task: task.id,
    title: task.title,
    list: deliverables.lists.find(({ id }) => id === task.list)?.title ?? null,
  });
  return {
    key: keyOf(session, policy),
    name: nameOf(session.absolute(policy.folder)),
    uri: session.uriOf(policy.path),
    path: session.isInside(policy.path) ? session.pathFromFolder(policy.path) : policy.path,
    tasks: tasks.flatMap((each) => toNode(each, describe(each.task), session, wanted)),
    open: tasks.filter(({ files }) => files.length === 0).map(({ task }) => describe(task)),
  };
}

/** None for a task without files. */
function toNode(
  covered: TaskCoverage,
  described: Pick<TaskNode, "key" | "task" | "title" | "list">,
  session: WorkspaceSession,
  wanted: ReadonlySet<string> | undefined,
): readonly TaskNode[] {
  const { task, files, requirements, met, lacks, fileCount, complete } = covered;
  const [first] = files;
  if (first === undefined) return [];
  return [
    {
      ...described,
      met,
      required: requirements.length,
      lacks,
      files: files.length,
      fileCount,
      fileBounds: toBounds(task.files),
      wrongLengths: files.filter(({ length }) => length !== "within").length,
      complete,
      place: placeIn(session, first.path, first.title),
      details: wanted === undefined || wanted.has(described.key) ? toDetails(covered, session) : null,
    },
  ];
}

function toDetails({ files, requirements }: TaskCoverage, session: WorkspaceSession): TaskDetails {
  return {
    files: files.map(({ path, role, lines, length, bounds }) => ({
      uri: session.uriOf(path),
      path: session.pathFromFolder(path),
      role,
      lines,
      length,
      bounds: toBounds(bounds),
    })),
    requirements: requirements.map(({ name, met }) => ({
      name: sentence(name),
      met: met === undefined ? null : placeIn(session, met.path, met.range),
    })),
  };
}

function placeIn(session: WorkspaceSession, path: string, range: Range): DeliverablePlace {
  return {
    uri: session.uriOf(path),
    path: session.pathFromFolder(path),
    range: placesOf(session, path)(range),
  };
}

function toBounds({ fewest, most }: Bounds): TaskNode["fileBounds"] {
  return { fewest: fewest ?? null, most: most ?? null };
}
