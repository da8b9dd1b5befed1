/** Marks of a template that nobody has filled in, such as `{what was observed}`. */

/** `{…}` that stands for a word: no path's variable, no tag of a site generator, no attribute. */
const MARK = /(?<![\w/.=$\\{-])\{(?![%#:.])[^{}]+\}(?![\w/=}])/;
const CODE = /(`+)(?:(?!\1).)*\1/g;

/** With blanks in place of code spans. */
export function withoutCode(line: string): string {
  return line.includes("`") ? line.replace(CODE, (code) => " ".repeat(code.length)) : line;
}

/** The first one in a line without its code: where it begins, in UTF-16 units, and as it is written. */
export function findTemplateMark(
  prose: string,
): { readonly at: number; readonly written: string } | undefined {
  const found = prose.includes("{") ? MARK.exec(prose) : null;
  return found === null ? undefined : { at: found.index, written: found[0] };
}
