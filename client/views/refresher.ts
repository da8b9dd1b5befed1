/** Does the same work again when asked to, as often as the work itself allows. */

/** What lies between two runs at least and at most, in milliseconds. */
const shortest = 50;
const longest = 5000;

/**
 * `request` starts a run, or another one after the one under way. Between runs lies five times as long as the last
 * one took, so that a workspace of ten thousand documents is not busy with its own views; a request that is `urgent`
 * waits for nothing but the run under way.
 */
export function createRefresher(run: () => Promise<void>): {
  readonly request: (urgent?: boolean) => void;
  readonly dispose: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  let hurried = false;
  let running = false;
  let resting = false;
  let disposed = false;

  const start = async (): Promise<void> => {
    clearTimeout(timer);
    asked = false;
    hurried = false;
    running = true;
    resting = true;
    const started = Date.now();
    await run().catch(() => undefined);
    running = false;
    if (disposed) return;
    if (hurried) return start();
    timer = setTimeout(rested, Math.min(longest, Math.max(shortest, 5 * (Date.now() - started))));
  };
  const rested = () => {
    resting = false;
    if (asked) start();
  };
  return {
    request: (urgent = false) => {
      asked = true;
      hurried ||= urgent;
      if (!disposed && !running && (hurried || !resting)) start();
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
