/** Calls that come in bursts, passed on at a steady rate. */

export interface Throttled {
  readonly call: () => void;
  readonly dispose: () => void;
}

/** The first call passes at once, later ones at most every `interval` milliseconds; the last is never lost. */
export function throttle(interval: number, run: () => void): Throttled {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = () => {
    timer = undefined;
    last = performance.now();
    run();
  };
  return {
    call: () => {
      if (timer !== undefined) return;
      const wait = last + interval - performance.now();
      if (wait <= 0) pass();
      else timer = setTimeout(pass, wait);
    },
    dispose: () => clearTimeout(timer),
  };
}
