/** Makes a snippet of a template's text: each `{placeholder}` becomes a tab stop. */

/** The same placeholder at two places is one tab stop, so that it is written once. */
export function renderSnippet(text: string): string {
  const numbers = new Map<string, number>();
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{[^{}\n]+\}/g)) {
    const number = numbers.get(match[0]) ?? numbers.size + 1;
    numbers.set(match[0], number);
    parts.push(escapeSnippet(text.slice(end, match.index)), `\${${number}:${escapeSnippet(match[0])}}`);
    end = match.index + match[0].length;
  }
  return [...parts, escapeSnippet(text.slice(end))].join("");
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}
