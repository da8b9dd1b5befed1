/** The rows of the tree *Pending Gates*: work items, their gates to come, and in each its items with what they lack. */
import type { GateGroup, GateItemNode, GateNode } from "../../../server/protocol/messages";
import type { NameFolder } from "../../name-folder";
import type { Translate } from "../../translate";
import type { Dates } from "../../words";
import {
  createUniqueIds,
  escapeMarkdown,
  joinClauses,
  joinParts,
  nameWorkItem,
  renderPlain,
  renderRows,
} from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";
import { leaf } from "../tree-node";

/** With more work items than this, their gates are not seen at first. */
const manyGroups = 12;

/** Asks for the gates of a work item by its URI. */
export type LoadGates = (uri: string) => Promise<readonly GateNode[]>;

export function createPendingGates(
  groups: readonly GateGroup[],
  dates: Dates,
  t: Translate,
  nameFolder: NameFolder,
  load: LoadGates,
): TreeContent {
  const few = groups.length <= manyGroups && groups.every(({ gates }) => gates !== null);
  return {
    nodes: groups.map((group) => createGroup(group, few ? "open" : "closed", dates, t, nameFolder, load)),
    badge: undefined,
  };
}

function createGroup(
  group: GateGroup,
  state: TreeNode["state"],
  dates: Dates,
  t: Translate,
  nameFolder: NameFolder,
  load: LoadGates,
): TreeNode {
  const { uri, path, workItem, title, gates, by } = group;
  const name = nameWorkItem(title, workItem);
  const next = [group.state, nameGate(group.next, t)].filter((part) => part !== null).join(" → ");
  const label = joinParts([workItem ?? name, next]);
  const titled = joinParts([workItem ?? undefined, name]);
  const nextIs = t("next is {0}", nameGate(group.next, t));
  const folder = nameFolder(uri);
  const who = nameSome(group.waitsFor, t);
  const toRows = (nodes: readonly GateNode[]) => createGates(nodes, group, t);
  return {
    id: uri,
    label,
    description: joinParts([
      folder,
      who === "" ? "" : t("waits for {0}", who),
      by === null ? "" : dates.renderShort(by),
      by !== null && by < dates.today ? t("overdue") : "",
    ]),
    tooltip: renderRows(titled, [
      [t("State"), group.state ?? ""],
      [t("Next gate"), nameGate(group.next, t)],
      [t("Waits for"), group.waitsFor.join(", ")],
      [t("By"), by === null ? "" : dates.renderLong(by)],
      [t("Gates to pass"), `${group.pending}`],
      [t("Document"), joinParts([folder, path])],
    ]),
    icon: undefined,
    sentence: joinClauses([
      `${titled}: ${nextIs}`,
      who === "" ? "" : t("waits for {0}", who),
      by === null ? "" : t("due {0}", dates.renderLong(by)),
      folder,
    ]),
    context: "docket.workItem",
    target: undefined,
    uri,
    state,
    children: () => toRows(gates ?? []),
    load: gates === null ? () => load(uri).then(toRows) : undefined,
    content: JSON.stringify([group, dates.today, folder]),
  };
}

/** The first two; how many more there are is in the number. */
function nameSome(names: readonly string[], t: Translate): string {
  const [first = "", second] = names;
  if (second === undefined) return first;
  return names.length === 2
    ? t("{0} and {1}", first, second)
    : t("{0} and {1} more", first, names.length - 1);
}

function createGates(gates: readonly GateNode[], { uri }: GateGroup, t: Translate): readonly TreeNode[] {
  const createId = createUniqueIds();
  // The first gate that has not passed is the one that everybody waits for.
  return gates.map((gate, index) => createGate(gate, createId(`${uri}#${gate.gate}`), index === 0, t));
}

function createGate(gate: GateNode, id: string, next: boolean, t: Translate): TreeNode {
  const { uri, items } = gate;
  const label = nameGate(gate.gate, t);
  // gates pass in their order
  const ready = gate.ready && next;
  const progress = joinParts([
    next ? t("next") : "",
    describeGate(gate, t),
    ready ? t("ready to advance") : "",
    renderPlain(gate.title),
  ]);
  return {
    id,
    label,
    description: progress,
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(progress)}`,
    icon: chooseIcon(gate.status, next),
    sentence: `${label}: ${progress}`,
    context: ready ? "docket.gate ready" : "docket.gate",
    gate: { uri, gate: gate.gate },
    target: { uri, range: gate.range },
    state: items.length === 0 ? "leaf" : next ? "open" : "closed",
    children: () => {
      const createId = createUniqueIds();
      return items.map((item) => createItem(item, uri, createId(`${id}/${item.id}`), t));
    },
  };
}

/** Items may stand under no gate. */
function nameGate(gate: string, t: Translate): string {
  return gate === "" ? t("Gate items") : t("Gate {0}", gate);
}

function describeGate({ status, items }: GateNode, t: Translate): string {
  const failed = items.filter((item) => item.status === "failed").length;
  const passed = items.filter((item) => item.status === "passed").length;
  if (status === "not-started") return t("not started");
  const progress = items.length === 0 ? "" : t("{0} of {1} passed", passed, items.length);
  if (failed > 0) return joinParts([progress, t("{0} failed", failed)]);
  return status === "failed" ? joinParts([t("failed"), progress]) : progress || t("pending");
}

function createItem(
  { id: number, title, status, missing, range }: GateItemNode,
  uri: string,
  id: string,
  t: Translate,
): TreeNode {
  const names = { evidence: t("evidence"), confirmation: t("confirmation"), validation: t("validation") };
  const lacking = missing.map((proof) => names[proof]).join(", ");
  const description = status === "failed" ? joinParts([t("failed"), lacking]) : lacking;
  const passed = status === "passed";
  const text = renderPlain(title);
  const state = { failed: t("failed"), pending: t("pending"), passed: t("passed") }[status];
  return {
    id,
    label: number === "" || text === "" ? number || text : `${number}  ${text}`,
    description,
    tooltip: renderRows(joinParts([number, text]), [
      [t("Status"), state],
      [t("Needs"), lacking],
    ]),
    icon: chooseIcon(status, true),
    sentence: joinClauses([
      [number, text].filter(Boolean).join(": "),
      state,
      lacking === "" ? "" : t("still needs {0}", lacking),
    ]),
    // each proof relies on the one before it
    context: ["docket.gateItem", ...(passed ? ["passed"] : missing.slice(0, 1))].join(" "),
    gateItem: { uri, id: number, title, line: range.start.line, missing },
    target: { uri, range },
    ...leaf,
  };
}

function chooseIcon(status: GateNode["status"], next: boolean): TreeNode["icon"] {
  if (status === "failed") return { id: "error", color: "charts.red" };
  if (status === "passed") return { id: "pass", color: "charts.green" };
  const id = "circle-large-outline";
  return next && status === "pending" ? { id, color: "list.warningForeground" } : { id };
}
