/** Takes the steps of a walk one after the other, prints each one's result, and counts. */

/**
 * `onFailure` gets the name of a step that failed, for a screenshot. A failed step does not end the walk: the
 * steps that follow show how far the damage reaches.
 */
export function openWalk({ onFailure }) {
  let passed = 0;
  let failed = 0;
  return {
    step: async (name, take) => {
      const started = performance.now();
      try {
        await take();
        passed += 1;
        console.log(`  ok    ${name} (${Math.round(performance.now() - started)} ms)`);
      } catch (error) {
        failed += 1;
        console.log(`  FAIL  ${name}\n${`${error.message}`.replaceAll(/^/gm, "        ")}`);
        await onFailure(name).catch(() => undefined);
      }
    },
    getCounts: () => ({ passed, failed }),
  };
}

/**
 * Calls `read` until `isRight` holds for its value; otherwise throws with the sentence `expected` and what was last
 * seen. For what no selector can wait for.
 */
export async function eventually(expected, read, isRight, patience = 20_000) {
  const end = Date.now() + patience;
  let seen = await read();
  while (!isRight(seen)) {
    if (Date.now() > end) throw new Error(`${expected}; seen instead:\n${seen}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await read();
  }
  return seen;
}
