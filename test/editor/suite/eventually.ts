/** Waits for what the editor does in its own time. */

/**
 * Calls `read` until it gives something, and resolves with that; otherwise rejects with the sentence `expected`
 * after `patience` milliseconds. What `read` throws counts as nothing: while other extensions still register
 * their providers, VS Code cancels requests to them all.
 */
export async function eventually<T>(
  expected: string,
  read: () => Thenable<T | undefined> | T | undefined,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  let thrown: unknown;
  while (Date.now() < end) {
    try {
      const value = await read();
      if (value !== undefined) return value;
    } catch (error) {
      thrown = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${expected} (not within ${patience} ms)`, { cause: thrown });
}
