/** How often views ask the server. */
import { describe, expect, it } from "vitest";
import { createRefresher } from "../../client/views/refresher";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
});
