/** Moves and renames: which target names are made, and that a name that is taken is never offered. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/engine/analyse";
import { loadPolicies } from "../../../server/engine/policies";
import type { DocumentEntry } from "../../../server/workspace/types";

/** The paths to which fixes would move the document, beside documents at the paths `taken`. */
function targets(path: string, text: string, taken: readonly string[] = [], root = ""): readonly string[] {
  const { policyFor } = loadPolicies([`${root}docket.yaml`], () => "version: 1\nextends: delivery\n");
  const policy = policyFor(path);
  if (policy === undefined) throw new Error("no policy");
  const entries = new Map<string, DocumentEntry>();
  const workspace = () => ({ entries });
  const input = { path, text, policy, today: "2026-03-01", workspace };
  const { entry, findings } = analyse(input);
  for (const each of [path, ...taken]) entries.set(each, { ...entry, path: each });
  return findings.flatMap((finding) => finding.fixes().flatMap((fix) => fix.moveTo ?? []));
}

function record(title: string): string {
  return `# ${title}\n\n**Owner:** PMO Lead\n**Class:** Class 7\n**Status:** Active\n`;
}

const GATES = "docs/product/phase_gates";

describe("a rename", () => {
  it.each([
    ["4.1_berth_booking_phase_gate.md", "4.1-berth-booking-phase-gate.md"],
    ["Phase Gate 4.1 Berth Booking.md", "4.1-berth-booking-phase-gate.md"],
    ["BLG-TECH-04-Ramp sensor-phase-gate.md", "BLG-TECH-04-ramp-sensor-phase-gate.md"],
    ["QWB_quick_wins.md", "QWB-quick-wins-phase-gate.md"],
    ["gate.md", "4.2-night-boat-phase-gate.md"],
  ])("of %s is %s", (name, expected) => {
    expect(targets(`${GATES}/${name}`, record("Phase Gate Document: 4.2 Night boat"))).toEqual([
      `${GATES}/${expected}`,
    ]);
  });

  it("is not offered where neither name nor title holds an id", () => {
    expect(targets(`${GATES}/gate.md`, record("Phase Gate Document"))).toEqual([]);
  });

  it("is not offered under a name that is taken", () => {
    const taken = `${GATES}/4.1-berths-phase-gate.md`;
    expect(targets(`${GATES}/4.1_berths.md`, record("Berths"))).toEqual([taken]);
    expect(targets(`${GATES}/4.1_berths.md`, record("Berths"), [taken])).toEqual([]);
  });
});

describe("a move", () => {
  it("goes to each folder of the class that has room for it", () => {
    const text = record("Berths");
    const all = ["verification", "lessons_learnt", "phase_gates"].map(
      (folder) => `docs/product/${folder}/berths.md`,
    );
    expect(targets("notes/berths.md", text)).toEqual(all);
    expect(targets("notes/berths.md", text, all.slice(0, 1))).toEqual(all.slice(1));
  });

  it("stays below the folder of the policy", () => {
    const path = "apps/ferry/notes/4.1-berths-phase-gate.md";
    expect(targets(path, record("Berths"), [], "apps/ferry/")).toEqual([
      `apps/ferry/${GATES}/4.1-berths-phase-gate.md`,
    ]);
  });
});
