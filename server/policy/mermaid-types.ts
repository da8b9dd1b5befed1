/** The types of diagrams that Mermaid draws, as its documentation spells them. */
export const MERMAID_TYPES: readonly string[] = [
  "architecture",
  "block",
  "C4Component",
  "C4Container",
  "C4Context",
  "C4Deployment",
  "C4Dynamic",
  "classDiagram",
  "erDiagram",
  "flowchart",
  "gantt",
  "gitGraph",
  "graph",
  "info",
  "ishikawa",
  "journey",
  "kanban",
  "mindmap",
  "packet",
  "pie",
  "quadrantChart",
  "radar",
  "requirement",
  "requirementDiagram",
  "sankey",
  "sequenceDiagram",
  "stateDiagram",
  "timeline",
  "treemap",
  "treeView",
  "venn",
  "xychart",
  "zenuml",
];

const FOLDED = new Set(MERMAID_TYPES.map((type) => type.toLowerCase()));

/** A type in lower case, without the endings of trial versions such as `-beta` and `-v2`; undefined for no type. */
export function mermaidType(word: string): string | undefined {
  const type = /^[a-z0-9]+/i.exec(word)?.[0].toLowerCase();
  return type !== undefined && FOLDED.has(type) ? type : undefined;
}
