/** Places of findings: lines and columns from 1, columns in UTF-16 units. */
import { expect, test } from "vitest";
import type { Finding } from "../../../server/engine/types";
import { compareFindings, locateFindings } from "../../../server/report/locate-findings";
import type { Fix } from "../../../server/rules/rule";

function finding(start: number, end: number, fixes: readonly Fix[] = []): Finding {
  return {
    rule: "a/b",
    severity: "error",
    range: { start, end },
    message: "M.",
    field: undefined,
    related: [],
    fixes: () => fixes,
    restores: false,
    needsDecision: false,
  };
}

test("counts every kind of line ending, also where the last place stands right before one", () => {
  const text = "a\r\n🙂b\rc\nd\r\n";
  const places = (start: number, end: number) =>
    locateFindings("p", text, [finding(start, end)], false).map(({ line, column, endLine, endColumn }) => [
      line,
      column,
      endLine,
      endColumn,
    ])[0];
  expect(places(0, 1)).toEqual([1, 1, 1, 2]);
  expect(places(5, 6)).toEqual([2, 3, 2, 4]);
  expect(places(7, 10)).toEqual([3, 1, 4, 2]);
  expect(places(10, text.length)).toEqual([4, 2, 5, 1]);
  expect(places(0, text.length)).toEqual([1, 1, 5, 1]);
});

test("fixable is what a fix is offered for, safely fixable what a safe one corrects", () => {
  const safe: Fix = { title: "t", safe: true, edits: [] };
  const findings = [
    finding(0, 1),
    finding(0, 1, [{ ...safe, safe: false }]),
    finding(0, 1, [{ ...safe, safe: false }, safe]),
  ];
  const [none, unsafe, one] = locateFindings("p", "abc", findings, true);
  expect([none?.fixable, unsafe?.fixable, one?.fixable]).toEqual([false, true, true]);
  expect([none?.safelyFixable, unsafe?.safelyFixable, one?.safelyFixable]).toEqual([false, false, true]);
});

test("where nobody asks what is fixable, no fix is computed that would not be safe", () => {
  const fixes = () => {
    throw new Error("computed");
  };
  const [located] = locateFindings("p", "abc", [{ ...finding(0, 1), fixes, needsDecision: true }], false);
  expect(located).toMatchObject({ safelyFixable: false });
  expect(located).not.toHaveProperty("fixable");
});

test("sorts by path, line, column and rule", () => {
  const at = (path: string, line: number, column: number, rule: string) => ({
    path,
    line,
    column,
    rule,
    severity: "error" as const,
    endLine: line,
    endColumn: column,
    message: "",
    fixable: false,
    safelyFixable: false,
  });
  const sorted = [
    at("a", 2, 1, "x"),
    at("a", 10, 1, "x"),
    at("a", 10, 2, "x"),
    at("a", 10, 2, "y"),
    at("b", 1, 1, "a"),
  ];
  expect(sorted.toReversed().sort(compareFindings)).toEqual(sorted);
});
