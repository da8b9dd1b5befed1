/** The words by which actions, gates and work items are read. */
import { foldKey } from "../base/fold";
import { foldAll } from "./compile-fields";
import type { RawPolicy } from "./schema";
import type { DocumentClass, ProcessPolicy, WorkItemLifecycle } from "./types";

type RawProcess = NonNullable<RawPolicy["process"]>;
type RawLifecycle = NonNullable<RawProcess["lifecycles"]>[number];

export function compileProcess(raw: RawProcess, classes: readonly DocumentClass[]): ProcessPolicy {
  const columns = raw.actionColumns;
  const statuses = raw.actionStatuses;
  const gateKeys = raw.gateKeys;
  const statusKeys = raw.statusKeys;
  const transition = raw.transitionColumns;
  const wanted = new Set((raw.actionClasses ?? []).map(foldKey));
  return {
    actionClasses: classes.filter((each) => wanted.has(foldKey(each.id))).map((each) => each.id),
    actionColumns: {
      id: foldAll(columns?.id ?? []),
      text: foldAll(columns?.text ?? []),
      owner: foldAll(columns?.owner ?? []),
      due: foldAll(columns?.due ?? []),
      status: foldAll(columns?.status ?? []),
      blockedOn: foldAll(columns?.blockedOn ?? []),
      evidence: foldAll(columns?.evidence ?? []),
    },
    concernColumns: {
      blocker: foldAll(raw.concernColumns?.blocker ?? []),
      risk: foldAll(raw.concernColumns?.risk ?? []),
      affects: foldAll(raw.concernColumns?.affects ?? []),
    },
    actionStatuses: {
      "not-started": foldAll(statuses?.["not-started"] ?? []),
      "in-progress": foldAll(statuses?.["in-progress"] ?? []),
      blocked: foldAll(statuses?.blocked ?? []),
      done: foldAll(statuses?.done ?? []),
      dropped: foldAll(statuses?.dropped ?? []),
    },
    gateKeys: {
      evidence: foldAll(gateKeys?.evidence ?? []),
      confirmation: foldAll(gateKeys?.confirmation ?? []),
      validation: foldAll(gateKeys?.validation ?? []),
      other: foldAll(gateKeys?.other ?? []),
    },
    proofNames: {
      evidence: gateKeys?.evidence?.[0] ?? "",
      confirmation: gateKeys?.confirmation?.[0] ?? "",
      validation: gateKeys?.validation?.[0] ?? "",
    },
    pendingWords: foldAll(raw.pendingWords ?? []),
    failedWords: foldAll(raw.failedWords ?? []),
    passedWords: foldAll(raw.passedWords ?? []),
    noneWords: foldAll(raw.noneWords ?? []),
    everybodyWords: foldAll(raw.everybodyWords ?? []),
    eventWords: foldAll(raw.eventWords ?? []),
    verbalWords: foldAll(raw.verbalWords ?? []),
    writtenWords: foldAll(raw.writtenWords ?? []),
    decisionHeadings: foldAll(raw.decisionHeadings ?? []),
    decisionColumns: foldAll(raw.decisionColumns ?? []),
    deviationHeadings: foldAll(raw.deviationHeadings ?? []),
    statusHeadings: foldAll(raw.statusHeadings ?? []),
    statusKeys: {
      state: foldAll(statusKeys?.state ?? []),
      gatePassed: foldAll(statusKeys?.gatePassed ?? []),
      nextGate: foldAll(statusKeys?.nextGate ?? []),
      actor: foldAll(statusKeys?.actor ?? []),
      action: foldAll(statusKeys?.action ?? []),
      deadline: foldAll(statusKeys?.deadline ?? []),
      blockers: foldAll(statusKeys?.blockers ?? []),
    },
    transitionColumns: {
      from: foldAll(transition?.from ?? []),
      to: foldAll(transition?.to ?? []),
      date: foldAll(transition?.date ?? []),
      time: foldAll(transition?.time ?? []),
      declaredBy: foldAll(transition?.declaredBy ?? []),
      gatePassed: foldAll(transition?.gatePassed ?? []),
    },
    lifecycles: (raw.lifecycles ?? []).map(compileLifecycle),
  };
}

/** Gates come in the order of the states that they end; one whose states are unknown is left out. */
function compileLifecycle(raw: RawLifecycle): WorkItemLifecycle {
  const states = Object.entries(raw.states ?? {}).map(([name, aliases]) => ({
    name,
    keys: foldAll([name, ...(aliases ?? [])]),
  }));
  const indexOf = (name: string): number => states.findIndex((state) => state.keys.includes(foldKey(name)));
  const gates = Object.entries(raw.gates ?? {}).flatMap(([name, ends]) => {
    const from = indexOf(ends?.[0] ?? "");
    const to = indexOf(ends?.[1] ?? "");
    const [first, second] = [states[from], states[to]];
    return first === undefined || second === undefined
      ? []
      : [{ name, from: first.name, to: second.name, order: from }];
  });
  gates.sort((a, b) => a.order - b.order);
  return {
    name: raw.name ?? "",
    states,
    gates: gates.map(({ name, from, to }) => ({ name, from, to })),
    documents: raw.documents ?? [],
  };
}
