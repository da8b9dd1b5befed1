/** Remembers what a pure function has made of a text, for as long as one document is read. */

/** Cells and keys come again and again within a document. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
