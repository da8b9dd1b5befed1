/** The rows of the tree *Pending Gates*: work items, their gates to come, and in each the items that have not passed. */
import type { GateGroup, GateItemNode, GateNode } from "../../../server/protocol/messages";
import type { Translate } from "../../translate";
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

export function createPendingGates(groups: readonly GateGroup[], t: Translate): TreeContent {
  const pending = groups
    .map((group) => ({
      ...group,
      gates: group.gates.filter(({ status, ready }) => status !== "passed" || ready),
    }))
    .filter(({ gates }) => gates.length > 0);
  const state = pending.length <= manyGroups ? "open" : "closed";
  return { nodes: pending.map((group) => createGroup(group, state, t)), badge: undefined };
}

function createGroup(
  { uri, path, workItem, title, gates }: GateGroup,
  state: TreeNode["state"],
  t: Translate,
): TreeNode {
  const label = joinParts([workItem ?? undefined, nameWorkItem(title, workItem)]);
  // The first gate that has not passed is the one that everybody waits for.
  const next = gates[0] === undefined ? "" : t("next: {0}", nameGate(gates[0], t));
  return {
    id: uri,
    label,
    description: next,
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(path)}\n\n${escapeMarkdown(next)}`,
    icon: undefined,
    sentence: `${label}: ${next}`,
    context: "docket.workItem",
    target: undefined,
    uri,
    state,
    children: () => {
      const createId = createUniqueIds();
      return gates.map((gate, index) =>
        createGate(gate, uri, createId(`${uri}#${gate.gate}`), index === 0, t),
      );
    },
  };
}

function createGate(gate: GateNode, uri: string, id: string, next: boolean, t: Translate): TreeNode {
  const label = nameGate(gate, t);
  // gates pass in their order
  const ready = gate.ready && next;
  const progress = joinParts([
    describeGate(gate, t),
    ready ? t("ready to advance") : "",
    renderPlain(gate.title),
  ]);
  const items = gate.items.filter(({ status }) => status !== "passed");
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

function nameGate({ gate }: GateNode, t: Translate): string {
  return t("Gate {0}", gate);
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
  const text = renderPlain(title);
  const state = status === "failed" ? t("failed") : t("pending");
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
    context: ["docket.gateItem", ...missing.slice(0, 1)].join(" "),
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
