/** The board of documents that are given as text, under the profile `delivery`. */
import { analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";
import { board } from "../../server/features/board";
import type { Board } from "../../server/process/board-model";

const policy = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n").policyFor("a.md");

export const TODAY = "2026-03-01";

/** Texts by path. */
export function boardOf(files: Readonly<Record<string, string>>, today = TODAY): Board {
  if (policy === undefined) throw new Error("The profile governs nothing.");
  const workspace = () => ({ entries: new Map() });
  const documents = Object.entries(files).map(([path, text]) => {
    const { entry, process, findings } = analyse({ path, text, policy, today, workspace });
    const { lifecycles } = policy.process;
    const count = findings.filter(({ severity }) => severity !== "information").length;
    return { entry, process: process(), lifecycles, findings: count };
  });
  return board(documents, today);
}

export interface PhaseGate {
  readonly id: string;
  readonly title: string;
  /** Written into the status block; none when left out. */
  readonly state?: string;
  /** Lines of the gates' part. */
  readonly gates?: string;
  /** Rows of the register: id, action, owner, due, status, what it waits for. */
  readonly rows?: readonly (readonly [string, string, string, string, string, string])[];
}

/** A phase gate document. */
export function phaseGate({ id, title, state, gates = "", rows = [] }: PhaseGate): string {
  const register = rows.map((row) => `| ${row.join(" | ")} |`);
  return [
    `# Phase Gate Document — ${id} ${title}`,
    "",
    "**Owner:** PMO Lead",
    "**Class:** Delivery Record (Class 7)",
    "**Status:** Active",
    `**Feature:** ${id} — ${title}`,
    "**Version:** v1.0",
    "**Date Filed:** —",
    "",
    ...(state === undefined ? [] : ["## Current Status", "", "```", `Current state: ${state}`, "```", ""]),
    gates,
    "",
    "## Actions",
    "",
    "| # | Action | Owner | Due | Status | Depends on |",
    "|---|---|---|---|---|---|",
    ...register,
    "",
  ].join("\n");
}

export function phaseGatePath(id: string): string {
  return `docs/product/phase_gates/${id}-x-phase-gate.md`;
}
