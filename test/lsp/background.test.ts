/** Background work: sliced, cancellable, and never in the way of what the author types. */
import { expect, test, vi } from "vitest";
import { Background } from "../../server/lsp/background";
import { throttle } from "../../server/lsp/throttle";

function* work(steps: number, log: string[], name: string): Generator<undefined, string> {
  for (let i = 0; i < steps; i++) {
    log.push(`${name}${i}`);
    yield;
  }
  return name;
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("runs one piece of work after the other, what somebody waits for first", async () => {
  const log: string[] = [];
  const background = new Background(
    () => false,
    () => {},
  );
  const first = background.run(work(2, log, "a"));
  const second = background.run(work(1, log, "b"), true);
  expect(log).toEqual([]);
  expect([await first.done, await second.done]).toEqual(["a", "b"]);
  expect(log).toEqual(["b0", "a0", "a1"]);
});

test("looks at what is urgent at least once in every slice", async () => {
  let looks = 0;
  const background = new Background(
    () => ++looks < 0,
    () => {},
  );
  function* slow(): Generator<undefined, void> {
    for (let i = 0; i < 10; i++) {
      busy(4);
      yield;
    }
  }
  await background.run(slow()).done;
  expect(looks).toBeGreaterThanOrEqual(4);
});

test("works in shorter slices while the editor asks for things", async () => {
  let turns = 0;
  const background = new Background(
    () => ++turns < 0,
    () => {},
  );
  function* short(): Generator<undefined, void> {
    for (let i = 0; i < 10; i++) {
      busy(1.1);
      yield;
    }
  }
  background.makeWay();
  await background.run(short()).done;
  expect(turns).toBeGreaterThanOrEqual(10);
});

test("a failure is told, ends its own work alone, and so does a cancellation", async () => {
  const failures: unknown[] = [];
  const background = new Background(
    () => false,
    (error) => failures.push(error),
  );
  function* failing(): Generator<undefined, string> {
    yield;
    throw new Error("broken");
  }
  const log: string[] = [];
  const [bad, good, cancelled] = [
    background.run(failing()),
    background.run(work(3, log, "g")),
    background.run(work(3, log, "c")),
  ];
  cancelled.cancel();
  expect([await bad.done, await good.done, await cancelled.done]).toEqual([undefined, "g", undefined]);
  expect(failures).toEqual([new Error("broken")]);
  expect(log).toEqual(["g0", "g1", "g2"]);
});

test("is idle when all is done, what was begun meanwhile included; disposed of, it begins nothing", async () => {
  const log: string[] = [];
  const background = new Background(
    () => false,
    () => {},
  );
  await background.idle();
  function* starter(): Generator<undefined, void> {
    yield;
    void background.run(work(2, log, "n"));
  }
  void background.run(starter());
  await background.idle();
  expect(log).toEqual(["n0", "n1"]);
  const left = background.run(work(1, log, "z"));
  background.dispose();
  expect(await left.done).toBeUndefined();
  expect(log).not.toContain("z0");
});

test("a throttled call passes at once, then at its rate, and the last one is not lost", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    let passed = 0;
    const throttled = throttle(60, () => {
      passed++;
    });
    for (let i = 0; i < 5; i++) throttled.call();
    expect(passed).toBe(1);
    vi.advanceTimersByTime(59);
    expect(passed).toBe(1);
    vi.advanceTimersByTime(1);
    expect(passed).toBe(2);
    vi.advanceTimersByTime(90);
    throttled.call();
    throttled.call();
    expect(passed).toBe(3);
    throttled.dispose();
    vi.advanceTimersByTime(100);
    expect(passed).toBe(3);
  } finally {
    vi.useRealTimers();
  }
});
