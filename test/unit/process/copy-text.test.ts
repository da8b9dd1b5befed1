/** Copies must not keep the text alive that they were cut from. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyText } from "../../../server/base/copy-text";

const MEGABYTE = 1024 * 1024;
const TEXTS = 60;

function retained(keep: (text: string) => string): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept: string[] = [];
  for (let i = 0; i < TEXTS; i++) {
    const text = `${i}`.padEnd(MEGABYTE, " row of the register").normalize();
    kept.push(keep(text.slice(1000, 1040)));
  }
  collect();
  const after = process.memoryUsage().heapUsed;
  expect(kept).toHaveLength(TEXTS);
  return after - before;
}

test("a copy lets go of its text, a slice does not", () => {
  expect(retained((slice) => slice)).toBeGreaterThan((TEXTS / 2) * MEGABYTE);
  expect(retained(copyText)).toBeLessThan(5 * MEGABYTE);
});

test("a copy is the same text, lone surrogates included", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => copyText(text) === text));
  expect(copyText("\ud83d a lone surrogate \udc0d")).toBe("\ud83d a lone surrogate \udc0d");
});
