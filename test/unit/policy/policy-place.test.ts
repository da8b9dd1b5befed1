/** What stands at the cursor of a policy that is being typed: paths, ranges, neighbours, and nothing in comments. */
import { describe, expect, test } from "vitest";
import { policyPlaceAt } from "../../../server/policy/policy-place";

/** The place at `¦`: part, path, what is written, and the keys beside it. */
function placeAt(marked: string) {
  const offset = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  const place = policyPlaceAt(text, offset);
  if (place === undefined) return undefined;
  const { part, path, written, range, siblings } = place;
  expect(text.slice(range.start, range.end)).toBe(written);
  return [part, path.join("/"), written, [...siblings].join(" ")];
}

const TEXT = `version: 1
extends: delivery
classes:
  canonical:
    paths: [a.md]
    states:
      Draft: { next: [Canonical] }
`;

describe("what stands there", () => {
  test.each([
    ["version: 1\next¦\n", ["value", "", "ext", "version"]],
    ["version: 1\n¦\nname: x\n", ["value", "", "", "version name"]],
    [TEXT.replace("paths", "pa¦ths"), ["key", "classes/canonical", "paths", "states"]],
    [TEXT.replace("paths", "¦paths"), ["key", "classes/canonical", "paths", "states"]],
    [TEXT.replace("states:", "sta¦\n    states:"), ["value", "classes/canonical", "sta", "paths states"]],
    [
      TEXT.replace("next: [", "next: [¦"),
      ["value", "classes/canonical/states/Draft/next/0", "Canonical", ""],
    ],
    [TEXT.replace("delivery", "¦delivery"), ["value", "extends", "delivery", ""]],
    ["extends:¦", ["value", "", "extends:", ""]],
    ["extends: ¦", ["value", "extends", "", ""]],
    ["extends:\n  - delivery\n  - ./po¦", ["value", "extends/0", "./po", ""]],
    ["extends:\n- delivery\n- ¦", ["value", "extends/0", "", ""]],
    ["rules:\n  header/*: off\n  gate¦\nname: x", ["value", "rules", "gate", "header/*"]],
    ['rules:\n  "header/¦": off', ["key", "rules", "header/", ""]],
    ["rules:\n  'header/¦", ["value", "rules", "header/", ""]],
    ["rules: { header/x: off, ga¦ }", ["key", "rules", "ga", "header/x"]],
    ["rules: { header/x: ¦ }", ["value", "rules/header/x", "", ""]],
    ["rules: {¦", ["key", "rules", "", ""]],
    [
      "classes:\n  a:\n    sections:\n    - title: T\n      ¦\n    kinds:",
      ["value", "classes/a/sections/0", "", "title"],
    ],
    ["classes:\n  a:\n    sections:\n      - ti¦", ["value", "classes/a/sections/0", "ti", ""]],
    [
      "classes:\n  a:\n    sections:\n      - title: T\n      - ¦\n      - title: U",
      ["value", "classes/a/sections/0", "", ""],
    ],
  ])("%j", (text, place) => {
    expect(placeAt(text)).toEqual(place);
    expect(placeAt(text.replaceAll("\n", "\r\n"))).toEqual(place);
  });
});

test("a text that is broken elsewhere tells as much", () => {
  const broken = `name: "open\nfields: [\n${TEXT}`;
  expect(placeAt(broken.replace("Draft: {", "Draft: { ¦"))?.slice(0, 2)).toEqual([
    "key",
    "classes/canonical/states/Draft",
  ]);
});

test("characters beyond the basic plane count as two units", () => {
  expect(placeAt("name: 🚲\nfields:\n  🚲:\n    type: da¦te")).toEqual([
    "value",
    "fields/🚲/type",
    "date",
    "",
  ]);
});

test("comments and texts of several lines are left alone", () => {
  expect(placeAt("name: x # a ¦ comment")).toBeUndefined();
  expect(placeAt("# ¦")).toBeUndefined();
  expect(placeAt("classes:\n  a:\n    notice:\n      text: |\n        Some ¦ text")).toBeUndefined();
});
