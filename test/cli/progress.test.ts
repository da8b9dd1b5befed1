/** Progress on a terminal: late, seldom, and gone at the end. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../server/cli/progress";
import type { Terminal } from "../../server/cli/terminal";

function terminal(written: string[], showsProgress: boolean): Terminal {
  const colours = {
    bold: String,
    dim: String,
    underline: String,
    red: String,
    yellow: String,
    blue: String,
    green: String,
  };
  return { folder: "/", out: () => {}, err: (text) => void written.push(text), colours, showsProgress };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("a short scan shows nothing, a long one a line that is erased", () => {
  const written: string[] = [];
  const progress = createProgress(terminal(written, true));
  progress.report(1, 12_000);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(520);
  progress.report(4000, 12_000);
  progress.report(4001, 12_000);
  expect(written).toEqual(["\r\u001b[K4,000 files of 12,000 read"]);
  progress.end();
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("where nobody is looking nothing is written", () => {
  const written: string[] = [];
  const progress = createProgress(terminal(written, false));
  vi.advanceTimersByTime(520);
  progress.report(1, 2);
  progress.end();
  expect(written).toEqual([]);
});
