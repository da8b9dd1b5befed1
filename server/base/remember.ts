/** Remembers what pure functions have answered. */

/** By key, mostly a text, for as long as one document is read: cells and keys come again and again within it. */
export function remember<T, K = string>(read: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Remembers what a pure function has made of the object that it was asked about last: what one rule has read of a
 * document, the next one need not. A WeakMap would keep every answer alive until the next full collection.
 */
export function rememberLast<K extends object, T>(read: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}

/** Reads on the first call only. */
export function once<T>(read: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: read() };
    return answer.value;
  };
}
