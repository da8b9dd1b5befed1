/** A board all of whose words are the same text, whatever that is: what is drawn of it must not depend on its signs. */
import { board } from "../../server/features/board";
import type { DocumentFacts } from "../../server/features/open-actions";
import type { Board } from "../../server/process/board-model";
import type { Action, Gate } from "../../server/process/types";
import { TODAY } from "./board-of";

const range = { start: 0, end: 0 };
const lifecycles = [
  {
    name: "feature",
    states: [
      { name: "OPEN", keys: ["open"] },
      { name: "DONE", keys: ["done"] },
    ],
    gates: [{ name: "1", from: "OPEN", to: "DONE" }],
    documents: [],
  },
];

/** Two work items in flight, one in a lifecycle and one in none, each with two actions that wait. */
export function wordyBoard(text: string): Board {
  const named = { ...lifecycles[0], name: text, gates: [{ name: text, from: "OPEN", to: "DONE" }] };
  const first = document(`a/${text}.md`, text, [gate(text)]);
  const second = document(`b/${text}.md`, `${text}2`, []);
  return board(
    [first, second].map((each) => ({
      ...each,
      lifecycles: each === first ? [{ ...named, states: named.states ?? [], documents: [] }] : [],
      findings: 2,
    })),
    TODAY,
  );
}

function document(path: string, text: string, gates: readonly Gate[]): DocumentFacts {
  return {
    entry: {
      path,
      policyPath: "docket.yaml",
      classId: "x",
      className: text,
      kind: undefined,
      title: text,
      owner: undefined,
      state: undefined,
      version: undefined,
      filed: false,
      charterOf: undefined,
      headerForm: undefined,
    },
    process: {
      workItem: text,
      workItemTitle: text,
      state: gates.length > 0 ? "OPEN" : undefined,
      stated: undefined,
      workItemClosed: false,
      closed: false,
      actions: [
        action(0, { text, id: `1${text}`, due: "2026-02-20" }),
        action(1, { text, id: `2${text}`, due: "2026-04-20", blockedOn: [`1${text}`] }),
        action(2, { text, id: `3${text}`, dueText: text, blockedOn: [`2${text}`] }),
      ],
      gates,
      concerns: [],
      decisions: [],
      deviations: [],
    },
  };
}

function action(line: number, parts: Partial<Action> & { readonly text: string }): Action {
  return {
    id: undefined,
    owners: [parts.text],
    due: undefined,
    dueText: "",
    status: "not-started",
    blockedOn: [],
    evidence: parts.text,
    workItem: undefined,
    source: "table",
    columns: [],
    range,
    line,
    ...parts,
  };
}

function gate(text: string): Gate {
  const item = { id: text, title: text, status: "pending", missing: ["evidence"], range, line: 4 } as const;
  return {
    workItem: text,
    gate: text,
    title: text,
    status: "pending",
    ready: false,
    items: [item],
    range,
    line: 3,
  };
}
