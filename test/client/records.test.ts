/** The rows of the tree *Records*. */
import { describe, expect, it } from "vitest";
import { createRecords } from "../../client/views/records/model";
import type { TreeNode } from "../../client/views/tree-node";
import type { RecordNode, RecordsAnswer } from "../../server/protocol/messages";
import { fill } from "./fill";
import { amendment, record } from "./record-nodes";

const create = (records: readonly RecordNode[], answer: Partial<RecordsAnswer> = {}) =>
  createRecords({ records, reading: false, unknown: null, ...answer }, fill, () => "");

const createRow = (given: Partial<RecordNode>): TreeNode => {
  const [row] = create([record(given)]).nodes;
  if (row === undefined) throw new Error("There is no row.");
  return row;
};

describe("the tree Records", () => {
  it("names the folder in a workspace of several ones", () => {
    const answer = { records: [record({})], reading: false, unknown: null };
    const [row] = createRecords(answer, fill, () => "harbour").nodes;
    expect(row?.description).toBe("harbour · filed 2026-02-20");
    expect(row?.sentence).toMatch(/; harbour$/);
    expect(row?.tooltip).toContain("Document: harbour · ");
  });

  it("says of each record what is known of it", () => {
    const describe = (given: Partial<RecordNode>) => {
      const { description, icon } = createRow(given);
      return [description, icon?.id];
    };
    const { commit } = amendment({});
    const other = { commit: commit.replace("9", "8") };
    const open = amendment({ commit: "uncommitted", date: "" });
    expect(describe({})).toEqual(["filed 2026-02-20", "pass"]);
    expect(describe({ verdict: "deleted" })).toEqual(["deleted", "trash"]);
    expect(describe({ verdict: "unverifiable", filed: null })).toEqual(["cannot be verified", "question"]);
    expect(describe({ verdict: "amended", amendments: [amendment({})] })).toEqual([
      "amended in 1 commit",
      "warning",
    ]);
    expect(describe({ verdict: "amended", amendments: [amendment({}), amendment(other), open] })[0]).toBe(
      "amended in 2 commits · uncommitted changes",
    );
    expect(describe({ verdict: "amended", amendments: [amendment({}), amendment({})] })[0]).toBe(
      "amended in 1 commit",
    );
    expect(describe({ verdict: "amended", amendments: [open] })[0]).toBe("amended, not committed");
  });

  it("begins with what needs a look, and ends with the oldest filing that is intact", () => {
    const filed = (date: string) => ({ filed: { commit: "1".repeat(40), date } });
    const { nodes } = create([
      record({ title: "old", ...filed("2025-12-01") }),
      record({ title: "new", ...filed("2026-02-20") }),
      record({ title: "unknown", verdict: "unverifiable", filed: null }),
      record({ title: "gone", verdict: "deleted" }),
      record({ title: "middle", ...filed("2026-01-09") }),
      record({ title: "changed", verdict: "amended" }),
    ]);
    expect(nodes.map(({ label }) => label)).toEqual(["gone", "changed", "unknown", "new", "middle", "old"]);
  });

  it("counts on its badge what is not as it was filed", () => {
    const changed = [record({ verdict: "amended" }), record({ verdict: "deleted" }), record({})];
    expect(create(changed).badge).toEqual({ value: 2, tooltip: "1 record amended · 1 record deleted" });
    expect(create([record({ verdict: "amended" }), record({ verdict: "amended" })]).badge?.tooltip).toBe(
      "2 records amended",
    );
    expect(create([record({}), record({ verdict: "unverifiable" })]).badge).toBeUndefined();
  });

  it("lists what was changed, and tells what the policy allows from what it does not", () => {
    const row = createRow({
      verdict: "amended",
      amendments: [
        amendment({ allowed: true, region: "whitespace", what: "1 line changed" }),
        amendment({ commit: "uncommitted", date: "", author: "", what: "2 lines added", lines: [7, 8] }),
      ],
    });
    const [allowed, open] = row.children();
    expect(allowed).toMatchObject({
      label: "1 line changed",
      description: "QA Lead · 2026-02-22 · 9c0ffee · allowed: whitespace",
      icon: { id: "info" },
      context: "docket.amendment committed",
      sentence: "1 line changed; made by QA Lead; 2026-02-22; allowed: whitespace",
    });
    expect(open).toMatchObject({
      label: "2 lines added",
      description: "lines 7 to 8 · not committed",
      icon: { id: "edit", color: "list.warningForeground" },
      context: "docket.amendment",
      target: { range: { start: { line: 6, character: 0 } } },
    });
    expect(open?.tooltip).toContain("lines 7 to 8");
    expect(open?.tooltip).toContain("not allowed");
    expect(new Set(row.children().map(({ id }) => id)).size).toBe(2);
  });

  it("calls a record what a person would", () => {
    const name = (title: string) => createRow({ title }).label;
    expect(name("Lessons Learnt — 3.1 Dock Reservation")).toBe("3.1 Lessons Learnt");
    expect(name("Verification Report – BLG-TECH-07 Dock-fault billing")).toBe(
      "BLG-TECH-07 Verification Report",
    );
    expect(name("3.2 — Guest passes: verification report")).toBe("3.2 — Guest passes: verification report");
    expect(name("System Status Report — v2.3")).toBe("System Status Report — v2.3");
    expect(name("")).toBe("3.2-guest-passes-verification.md");
    expect(createRow({ title: "Lessons Learnt — 3.1 Dock" }).tooltip).toContain("Dock");
  });

  it("knows a record that was brought back", () => {
    const back = amendment({ commit: "uncommitted", allowed: true, region: "restored" });
    const row = createRow({ amendments: [amendment({}), back] });
    expect(row.children()[1]?.description).toBe("lines 12 to 14 · not committed · restored as filed");
    expect(row.context).not.toContain("restorable");
  });

  it("offers nothing that cannot work", () => {
    const words = (given: Partial<RecordNode>) => createRow(given).context.split(" ").slice(1);
    expect(words({})).toEqual(["comparable", "committed", "present"]);
    expect(words({ verdict: "amended" })).toEqual(["comparable", "committed", "restorable", "present"]);
    expect(words({ amendments: [amendment({ allowed: true })] })).toContain("restorable");
    expect(words({ verdict: "deleted" })).toEqual(["comparable", "committed", "restorable"]);
    expect(words({ verdict: "unverifiable", filed: null })).toEqual(["present"]);
  });

  it("compares what was changed, and opens what was not", () => {
    expect(createRow({}).command).toBeUndefined();
    expect(createRow({}).target?.uri).toBe(record({}).uri);
    expect(createRow({ verdict: "amended" }).command).toBe("docket.showFilingChanges");
    expect(createRow({ verdict: "deleted" })).toMatchObject({
      command: "docket.showFilingChanges",
      target: undefined,
    });
    expect(createRow({ verdict: "deleted", filed: null }).command).toBeUndefined();
  });

  it("tells the reason, in the tooltip and to screen readers", () => {
    const reason = "This clone holds only the latest 10 commits.";
    const row = createRow({ verdict: "unverifiable", filed: null, reason });
    expect(row.tooltip).toContain("This clone holds only the latest 10 commits");
    const code = createRow({ verdict: "unverifiable", filed: null, reason: "Run `git fetch --unshallow`." });
    expect(code.tooltip).toContain("\n\nRun `git fetch --unshallow`\\.");
    expect(row.sentence).toBe(`3.2 — Guest passes: verification report: cannot be verified; ${reason}`);
  });

  it("says that it is still reading, and why nothing can be known", () => {
    expect(create([], { reading: true })).toMatchObject({
      busy: true,
      message: "The history is being read…",
    });
    expect(create([record({})], { reading: true })).toMatchObject({ busy: true, message: undefined });
    const open = record({ verdict: "unverifiable", filed: null, reason: "Run `git fetch --unshallow`." });
    expect(create([open], { unknown: "git is not installed" })).toMatchObject({
      busy: false,
      message:
        "No record can be verified: git is not installed. Docket compares records with git's history, or with their seals.",
    });
    expect(create([], { unknown: "git is not installed" }).message).toBeUndefined();
    expect(create([record({}), open]).message).toBe(
      "1 record cannot be verified. Run git fetch --unshallow.",
    );
    expect(create([open, open]).message).toBe("2 records cannot be verified. Run git fetch --unshallow.");
    expect(create([open, { ...open, reason: "Another one." }]).message).toBeUndefined();
    expect(create([]).message).toBeUndefined();
  });
});
