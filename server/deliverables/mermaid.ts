/** What a Mermaid fence draws, told by its first word. */
import { mermaidType } from "../policy/mermaid-types";

/**
 * The type of diagram in lower case; undefined for a text that draws none. `content` is what stands between the
 * fences, its front matter, comments and directives included.
 */
export function diagramType(content: string): string | undefined {
  let isFrontMatter: boolean | undefined;
  for (const written of content.split(/\r\n?|\n/)) {
    const line = written.replace(/^[\s>]+/, "").trimEnd();
    if (line === "" || line.startsWith("%%")) continue;
    if (line === "---" && isFrontMatter !== false) {
      isFrontMatter = isFrontMatter === undefined;
      continue;
    }
    if (isFrontMatter === true) continue;
    return mermaidType(line);
  }
  return undefined;
}
