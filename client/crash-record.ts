/** Decides whether a language server that has crashed is started again without a word. */

/** So many crashes within `span` milliseconds are put up with. */
const tolerated = 2;
const span = 180_000;

/** Takes the times of earlier crashes and of this one in milliseconds, gives the times to remember and the verdict. */
export function allowRestart(
  earlier: readonly number[],
  now: number,
): { readonly allowed: boolean; readonly crashes: readonly number[] } {
  const crashes = [...earlier.filter((time) => now - time < span), now];
  return { allowed: crashes.length <= tolerated, crashes };
}
