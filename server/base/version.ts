/** Versions of documents: `x.y` or `x.y.z`, with or without a leading `v`. */

export interface Version {
  readonly numbers: readonly number[];
  /** As written, without the `v`. */
  readonly text: string;
}

const VERSION = /^[*_`\s]*v?\.?\s?(\d+(?:\.\d+)+)(?![\w.]*\d)/i;

/** True for `x.y` and `x.y.z`, with or without a leading `v`, and nothing else. */
export function isVersion(value: string): boolean {
  return /^v?\d+\.\d+(?:\.\d+)?$/i.test(value);
}

/** The version with which a value opens, or undefined. */
export function parseVersion(value: string): Version | undefined {
  const match = VERSION.exec(value);
  if (match === null) return undefined;
  const text = match[1] as string;
  return { numbers: text.split(".").map(Number), text };
}

/** Negative, zero or positive, as `a` is older than, equal to or newer than `b`; missing numbers count as 0. */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
