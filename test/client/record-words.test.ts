/** What is offered and said about a record outside of the tree. */
import { describe, expect, it } from "vitest";
import { listLenses } from "../../client/records/lens-lines";
import type { LockState } from "../../client/records/lock-decision";
import { decideLock } from "../../client/records/lock-decision";
import { listRecordActions } from "../../client/records/record-actions";
import { listLosses } from "../../client/records/record-words";
import { findChange, withLineEnding } from "../../client/records/text-change";
import { createRecordStatus } from "../../client/status-bar/record-model";
import type { RecordNode } from "../../server/protocol/messages";
import { fill } from "./fill";
import { amendment, record } from "./record-nodes";

describe("the status bar, on a filed record", () => {
  const status = (given: Partial<RecordNode>, state: LockState, blocking = 0) => {
    const { title, class: name } = record(given);
    const known = {
      class: name,
      title,
      state: "Filed",
      hasStates: true,
      version: "v1.0",
      filed: true,
      blocking,
    };
    return createRecordStatus(record(given), known, state, fill);
  };

  it("shows the lock and the date, and leads to what can be done", () => {
    expect(status({}, "locked")).toMatchObject({
      text: "$(lock) Filed 2026-02-20",
      background: undefined,
      command: "docket.recordMenu",
      sentence: "Docket: Delivery Record (Class 7), Filed 2026-02-20; read-only",
    });
    expect(status({}, "locked").tooltip).toContain("permanent");
    expect(status({}, "locked").tooltip).toContain("to unlock it");
    expect(status({}, undefined).text).toBe("$(law) Filed 2026-02-20");
    expect(status({ filed: null }, "locked").text).toBe("$(lock) Filed");
  });

  it("stands out while the record is unlocked, and locks it again", () => {
    expect(status({}, "unlocked", 1)).toMatchObject({
      text: "$(unlock) Filed 2026-02-20, unlocked",
      background: "statusBarItem.warningBackground",
      command: "docket.lockRecord",
    });
  });

  it("stands out for blocking findings, and says what is wrong", () => {
    const amended = status({ verdict: "amended", amendments: [amendment({})] }, "locked", 2);
    expect(amended.background).toBe("statusBarItem.errorBackground");
    expect(amended.sentence).toContain("amended in 1 commit; read-only; 2 blocking findings");
    expect(amended.tooltip).toContain("changed after it was filed");
  });
});

describe("the menu of a record", () => {
  const list = (given: Partial<RecordNode>, locked = true, compared = false) =>
    listRecordActions(record(given), { locked, compared }, fill).map(({ label }) => label);

  it("offers what can be done with it", () => {
    const changed = ["Show Changes Since Filing", "Restore as Filed"];
    expect(list({ verdict: "amended" })).toEqual([...changed, "Create Successor", "Unlock"]);
    expect(list({ verdict: "amended" }, true, true)).toEqual([
      "Restore as Filed",
      "Create Successor",
      "Unlock",
    ]);
    expect(list({}, false)).toEqual(["Create Successor", "Lock"]);
    expect(list({ verdict: "unverifiable", filed: null })).toEqual(["Create Successor", "Unlock"]);
    expect(list({ amendments: [amendment({ allowed: true })] })).toEqual([
      ...changed,
      "Create Successor",
      "Unlock",
    ]);
  });
});

describe("the code lenses of a record", () => {
  const list = (given: Partial<RecordNode>) =>
    listLenses(record(given), fill)
      .map(({ title }) => title)
      .join(" | ");

  it("say when it was amended, and are silent otherwise", () => {
    expect(list({ verdict: "amended" })).toBe(
      "Amended since filing on 2026-02-20 | Restore | Show changes | Create successor",
    );
    expect(list({ verdict: "amended", filed: null })).toBe("Amended since filing | Create successor");
    expect(list({})).toBe("");
    expect(list({ verdict: "unverifiable" })).toBe("");
  });
});

describe("the lock of a record", () => {
  const question = {
    state: undefined as LockState,
    record: true,
    wanted: true,
    dirty: false,
    touched: false,
  };

  it("closes when a record comes to the front, once", () => {
    expect(decideLock(question)).toBe("lock");
    expect(decideLock({ ...question, state: "locked" })).toBe("leave");
    expect(decideLock({ ...question, state: "closed" })).toBe("lock");
  });

  it("stays open for whom unlocked it, for whom does not want it, and for what is no record", () => {
    expect(decideLock({ ...question, state: "unlocked" })).toBe("leave");
    expect(decideLock({ ...question, wanted: false })).toBe("leave");
    expect(decideLock({ ...question, record: false })).toBe("leave");
  });

  it("does not close on an author at work", () => {
    expect(decideLock({ ...question, dirty: true })).toBe("leave");
    expect(decideLock({ ...question, touched: true })).toBe("leave");
  });

  it("opens when the document is no record any more, and when locks are not wanted any more", () => {
    expect(decideLock({ ...question, state: "locked", record: false })).toBe("release");
    expect(decideLock({ ...question, state: "closed", record: false })).toBe("release");
    expect(decideLock({ ...question, state: "leaving", wanted: false })).toBe("release");
    expect(decideLock({ ...question, state: "unlocked", record: false })).toBe("leave");
  });
});

describe("a restoration", () => {
  it("names what no commit holds", () => {
    const open = amendment({ commit: "uncommitted", date: "", lines: [4, 4], what: "1 line changed" });
    expect(listLosses(record({ amendments: [amendment({}), open] }), true, fill)).toEqual([
      "1 line changed · line 4",
      "text in the editor that is not saved",
    ]);
    expect(listLosses(record({ amendments: [amendment({})] }), false, fill)).toEqual([
      "what was written since the last commit",
    ]);
  });

  it.each([
    ["one line", "a\nb\nc\n", "a\nx\nc\n"],
    ["nothing", "a\n", "a\n"],
    ["text added", "ab", "aab"],
    ["text removed", "aaa", "a"],
    ["all of it", "", "a"],
    ["a line ending", "a\r\nb", "a\r\n\r\nb"],
    ["half a character", "x🟡y", "x🟢y"],
    ["the other half", "🟡", "🝡"],
  ])("changes no more than differs: %s", (_, before, after) => {
    const { start, end, text } = findChange(before, after);
    expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
    for (const offset of [start, end]) {
      expect(before.slice(offset - 1, offset + 1)).not.toMatch(/^(\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/);
    }
  });

  it("leaves what is the same at both ends alone", () => {
    expect(findChange("a\nb\nc\n", "a\nxy\nc\n")).toEqual({ start: 2, end: 3, text: "xy" });
    expect(withLineEnding("a\r\nb\rc\n", "\n")).toBe("a\nb\nc\n");
  });
});
