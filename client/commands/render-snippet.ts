/** Makes a snippet of a template's text: each `{placeholder}` becomes a tab stop that keeps its braces until it is filled in. */

const MARK = /\{([^{}\n]+)\}/g;

/** The same placeholder at two places is one tab stop, so that it is written once. `computed` are those that VS Code fills in. */
export function renderSnippet(text: string, computed: Readonly<Record<string, string>> = {}): string {
  const numbers = new Map<string, number>();
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    const [mark, name = ""] = match;
    parts.push(escapeSnippet(text.slice(end, match.index)));
    end = match.index + mark.length;
    const value = Object.hasOwn(computed, name) ? computed[name] : undefined;
    const number = numbers.get(mark) ?? numbers.size + 1;
    if (value === undefined) numbers.set(mark, number);
    parts.push(value ?? `\${${number}:${escapeSnippet(mark)}}`);
  }
  return [...parts, escapeSnippet(text.slice(end))].join("");
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}
