/** How much two texts have in common, to recognise a document that was renamed and edited in one go. */

/** From 0 to 1: the share of lines with words that both have, in whatever order. */
export function similarity(one: string, other: string): number {
  const lines = (text: string): string[] => text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const counts = new Map<string, number>();
  const first = lines(one);
  const second = lines(other);
  for (const line of first) counts.set(line, (counts.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of second) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    common++;
  }
  return first.length + second.length === 0 ? 1 : (2 * common) / (first.length + second.length);
}
