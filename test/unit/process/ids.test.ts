/** Ids in the prose of dependency cells. */
import { expect, test } from "vitest";
import { findIds, splitLeadingId } from "../../../server/process/ids";

const none: ReadonlyMap<string, string> = new Map();

const cases: readonly (readonly [cell: string, ids: readonly string[]])[] = [
  ["—", []],
  ["", []],
  ["— (no API dependency)", []],
  ["— (A1 was dropped)", []],
  ["nothing, as far as we know", []],
  ["A1", ["A1"]],
  ["A-05", ["A-05"]],
  ["A-S01", ["A-S01"]],
  ["A-PRE-02 (server-side decision)", ["A-PRE-02"]],
  ["BLG-TECH-02", ["BLG-TECH-02"]],
  ["DEF-004 and OBS-QWB-01", ["DEF-004", "OBS-QWB-01"]],
  ["D2a must be closed first", ["D2a"]],
  ["G1.3", ["G1.3"]],
  ["Gate 2.1", ["Gate 2.1"]],
  ["Gate R", ["Gate R"]],
  ["gate G3 has passed", ["Gate G3"]],
  ["Gates 0 and 1", ["Gate 0", "Gate 1"]],
  ["Gate 2 and A1", ["Gate 2", "A1"]],
  ["gate keeping, gate a lock", []],
  ["A-S02 + A-S03 + A-S04 committed", ["A-S02", "A-S03", "A-S04"]],
  ["GI-1: complete A-S02 first", ["A-S02"]],
  ["P0 fix in A3", ["A3"]],
  ["A1, A2; A1 again", ["A1", "A2"]],
  ["**A-01** and `A-02`", ["A-01", "A-02"]],
  ["[A-01](#a-01)", ["A-01"]],
  ["~~A-01~~ A-02", ["A-02"]],
  ["A-S01–A-S04", ["A-S01", "A-S02", "A-S03", "A-S04"]],
  ["A-S01 to A-S03", ["A-S01", "A-S02", "A-S03"]],
  ["A1-A3", ["A1", "A2", "A3"]],
  ["A-08–A-11", ["A-08", "A-09", "A-10", "A-11"]],
  ["A-S01–04", ["A-S01", "A-S02", "A-S03", "A-S04"]],
  ["A-S01–S03", ["A-S01", "A-S02", "A-S03"]],
  ["AP-06/07", ["AP-06", "AP-07"]],
  ["BLG-FEAT-01, 02 and 04", ["BLG-FEAT-01", "BLG-FEAT-02", "BLG-FEAT-04"]],
  ["A-05–A-02", ["A-05", "A-02"]],
  ["A-01–B-03", ["A-01", "B-03"]],
  ["A1 – 12 March", ["A1"]],
  ["A1, 2 days later", ["A1"]],
  ["A-05, 2026", ["A-05"]],
  ["signed on 2026-02-20T10:00Z", []],
  ["v1.6.1", []],
  ["docs/BLG-TECH-02-tide-tables.md", ["BLG-TECH-02"]],
];

test.each(cases)("%j names %j", (cell, ids) => {
  expect(findIds(cell, none)).toEqual(ids);
});

test("ids of the document's own registers count whatever their shape", () => {
  const own = new Map([
    ["w.tide", "W.tide"],
    ["lt1a", "LT1a"],
  ]);
  expect(findIds("W.tide, then lt1A", own)).toEqual(["W.tide", "LT1a"]);
});

test("numbers count in a cell of numbers and behind a hash", () => {
  const own = new Map(["1", "2", "3", "4"].map((id) => [id, id]));
  expect(findIds("2", own)).toEqual(["2"]);
  expect(findIds("1, 3", own)).toEqual(["1", "3"]);
  expect(findIds("1–3 (all of them)", own)).toEqual(["1", "2", "3"]);
  expect(findIds("#4 and 2 days", own)).toEqual(["4"]);
  expect(findIds("2 days before the tide", own)).toEqual([]);
  expect(findIds("9", own)).toEqual([]);
});

test("a text may open with its id", () => {
  expect(splitLeadingId("A-01 — Ask")).toEqual({ id: "A-01", rest: "Ask" });
  expect(splitLeadingId("A1: Ask")).toEqual({ id: "A1", rest: "Ask" });
  expect(splitLeadingId("A1 asks")).toBeUndefined();
});

test("hostile cells take no time", () => {
  for (const cell of [
    "A-".repeat(50_000),
    "[".repeat(50_000),
    "Gate ".repeat(20_000),
    "A1–".repeat(20_000),
  ]) {
    // what takes the square of the length is beyond the limit of any test
    expect(() => findIds(`${cell} 1`, none)).not.toThrow();
  }
});
