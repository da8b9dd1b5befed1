/** How often views ask the server. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher } from "../../client/views/refresher";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pause = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("a refresher", () => {
  it("runs at once, and once more for all that is asked meanwhile", async () => {
    let runs = 0;
    const { request, dispose } = createRefresher(async () => {
      runs += 1;
    });
    for (let count = 0; count < 10; count += 1) request();
    expect(runs).toBe(1);
    await pause(400);
    expect(runs).toBe(2);
    await pause(400);
    expect(runs).toBe(2);
    dispose();
  });

  it("goes on after a run that failed, and not after it is disposed of", async () => {
    let runs = 0;
    const { request, dispose } = createRefresher(async () => {
      runs += 1;
      throw new Error("no server");
    });
    request();
    request();
    await pause(400);
    expect(runs).toBe(2);
    dispose();
    request();
    await pause(300);
    expect(runs).toBe(2);
  });

  it("does not rest before an urgent run, which waits for the one under way", async () => {
    const log: string[] = [];
    let end: () => void = () => undefined;
    const { request, dispose } = createRefresher(async () => {
      log.push("start");
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      log.push("end");
    });
    request();
    request(true);
    expect(log).toEqual(["start"]);
    end();
    await pause(0);
    expect(log).toEqual(["start", "end", "start"]);
    end();
    await pause(0);
    request();
    expect(log).toHaveLength(4);
    request(true);
    expect(log).toHaveLength(5);
    dispose();
  });
});
