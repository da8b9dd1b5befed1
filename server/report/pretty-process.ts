/** Open actions and pending gates for people: one group a document. */
import type { Action, Gate, GateItem } from "../process/types";
import { count, plainLine } from "./terminal-text";
import type { Colours, TitledActions, TitledGates } from "./types";

const STATUS_WORDS: Readonly<Record<Action["status"], string>> = {
  "not-started": "not started",
  "in-progress": "in progress",
  blocked: "blocked",
  done: "done",
  dropped: "dropped",
};

/** Open ones only; `documents` holds what the view selects. */
export function renderPrettyActions(
  documents: readonly TitledActions[],
  done: number,
  colours: Colours,
): string {
  const groups = documents.map((document) => {
    const lines = document.actions.map((action) => renderAction(action, colours));
    return [headline(document, colours), ...lines].join("\n");
  });
  const open = documents.reduce((sum, document) => sum + document.actions.length, 0);
  const summary = `${count(open, "open action")} in ${count(documents.length, "document")}; ${count(done, "action")} done, dropped or closed.`;
  return `${[...groups, summary].join("\n\n")}\n`;
}

/** Gates that have not passed. */
export function renderPrettyGates(documents: readonly TitledGates[], colours: Colours): string {
  const groups = documents.map((document) => {
    const lines = document.gates.flatMap((gate) => renderGate(gate, colours));
    return [headline(document, colours), ...lines].join("\n");
  });
  const pending = documents.reduce((sum, document) => sum + document.gates.length, 0);
  return `${[...groups, `${count(pending, "gate")} not passed in ${count(documents.length, "document")}.`].join("\n\n")}\n`;
}

function headline(document: { readonly path: string; readonly title: string }, colours: Colours): string {
  return `${colours.bold(plainLine(document.title))}  ${colours.dim(plainLine(document.path))}`;
}

function renderAction(action: Action, colours: Colours): string {
  const status = STATUS_WORDS[action.status].padEnd(11);
  const details = [action.owners.join(" + "), action.due ?? action.dueText, waitsFor(action)].filter(
    (each) => each !== "",
  );
  const text = [action.id, action.text].filter((each) => each !== undefined).join("  ");
  const place = colours.dim(`${action.line + 1}`.padStart(5));
  return `${place}  ${paintStatus(action, colours)(status)}  ${plainLine(text)}${details.length === 0 ? "" : colours.dim(`  ${plainLine(details.join(" · "))}`)}`;
}

function waitsFor(action: Action): string {
  return action.blockedOn.length === 0 ? "" : `after ${action.blockedOn.join(", ")}`;
}

function paintStatus(action: Action, colours: Colours): (text: string) => string {
  return action.status === "blocked"
    ? colours.red
    : action.status === "in-progress"
      ? colours.yellow
      : colours.dim;
}

function renderGate(gate: Gate, colours: Colours): readonly string[] {
  const passed = gate.items.filter((item) => item.status === "passed").length;
  const progress = gate.items.length === 0 ? "" : colours.dim(`  ${passed} of ${gate.items.length}`);
  const status =
    gate.status === "failed"
      ? colours.red("failed")
      : gate.status === "pending"
        ? colours.yellow("pending")
        : colours.dim("not started");
  const place = colours.dim(`${gate.line + 1}`.padStart(5));
  return [
    `${place}  Gate ${plainLine([gate.gate, gate.title].filter(Boolean).join(" · "))}  ${status}${progress}`,
    ...gate.items.map((item) => renderItem(item, colours)),
  ];
}

function renderItem(item: GateItem, colours: Colours): string {
  const mark =
    item.status === "passed" ? colours.green("✓") : item.status === "failed" ? colours.red("✗") : "○";
  const missing = item.missing.join(", ");
  return `         ${mark} ${plainLine(`${item.id}  ${item.title}`)}${missing === "" ? "" : colours.dim(`  lacks ${missing}`)}`;
}
