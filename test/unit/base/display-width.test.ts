/** Columns of text in a fixed-width font. */
import { expect, test } from "vitest";
import { displayWidth } from "../../../server/base/display-width";

test.each([
  ["", 0],
  ["Complete", 8],
  ["é — ü", 5],
  ["e\u0301", 1],
  ["潮汐表", 6],
  ["조석", 4],
  ["ﾃｽﾄ", 3],
  ["テスト（）", 10],
  ["✅ Complete", 11],
  ["⬜🟡🔴⛔", 8],
  ["✔", 1],
  ["✔️", 2],
  ["⚠ a", 3],
  ["👩‍🚀🇩🇪👍🏽", 6],
  ["1️⃣", 2],
  ["a\u200bb", 2],
])("%s takes %i", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
