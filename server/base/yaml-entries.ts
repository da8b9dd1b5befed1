/** Where the entries of a YAML mapping stand, comments included. */
import { CST, Parser } from "yaml";
import type { Range } from "./range";

/**
 * The entries of the mapping at the top, each from the comments above its key to the end of its value, without blank
 * lines around it; counted from `offset` before `text`. Empty where the text is no mapping written line by line.
 */
export function findYamlEntries(text: string, offset: number): readonly Range[] {
  for (const token of new Parser().parse(text)) {
    if (token.type !== "document") continue;
    if (token.value?.type !== "block-map") return [];
    let start = token.value.offset;
    const entries: Range[] = [];
    for (const item of token.value.items) {
      const written = CST.stringify(item);
      const end = start + written.length;
      if (text.slice(start, end) !== written) return [];
      const lead = /^\s*/.exec(written)?.[0].length ?? 0;
      const tail = /[ \t]*[\s]*$/.exec(written)?.[0].length ?? 0;
      if (item.key !== undefined) entries.push({ start: offset + start + lead, end: offset + end - tail });
      start = end;
    }
    return entries;
  }
  return [];
}
