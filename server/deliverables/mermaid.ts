/** What a Mermaid fence draws, told by its first word. */

/** In lower case, without the endings of trial versions such as `-beta` and `-v2`. */
const TYPES = new Set([
  "architecture",
  "block",
  "c4component",
  "c4container",
  "c4context",
  "c4deployment",
  "c4dynamic",
  "classdiagram",
  "erdiagram",
  "flowchart",
  "gantt",
  "gitgraph",
  "graph",
  "info",
  "journey",
  "kanban",
  "mindmap",
  "packet",
  "pie",
  "quadrantchart",
  "radar",
  "requirement",
  "requirementdiagram",
  "sankey",
  "sequencediagram",
  "statediagram",
  "timeline",
  "treemap",
  "treeview",
  "venn",
  "ishikawa",
  "xychart",
  "zenuml",
]);

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
    const word = /^[a-z0-9]+(?:-elk)?/i.exec(line)?.[0].toLowerCase().replace("-elk", "");
    return word !== undefined && TYPES.has(word) ? word : undefined;
  }
  return undefined;
}
