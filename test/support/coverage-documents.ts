/** A small list of tasks, and reports that do some of what it asks for. */

export const TASKS_POLICY = `version: 1
classes:
  report: { name: Report, paths: ["**/report_*.md"] }
  manifest: { name: Manifest, paths: ["**/project_structure.md"] }
deliverables:
  class: report
  files:
    reports: ["report_{task}.md", "report_{task}_part{part}_{name}.md"]
    prompts: ["report_{task}_prompt.md"]
    fewest: 2
    most: 3
  lines: { fewest: 8, most: 1200 }
  lists:
    H: { title: Harbour tasks, fewest: 1 }
  tasks:
    H01:
      title: Harbour Sensors
      list: H
      requirements:
        - { name: section on buoys, terms: [buoy*] }
        - { name: wiring diagram, diagrams: [flowchart], terms: [wiring] }
    H02: { title: Quay Lamps, list: H, requirements: [{ name: lamp plan, terms: [lamp*] }] }
    H03: { title: Tide Tables, aliases: [TT] }
  terminology: { name: glossary, terms: [glossar*] }
  manifest: { class: manifest, lineWords: [lines] }
`;

/** Nine lines. */
export const SENSORS = "# Sensors\n\n## Buoys\n\nThey float.\n\n## Glossary\n\nBuoy\n";

/** Thirteen lines; the diagram is in the ninth. */
export const WIRING =
  "# Wiring\n\n## Wiring\n\nOne.\nTwo.\nThree.\n\n```mermaid\nflowchart LR\n  a --> b\n```\nEnd.\n";

/** One line. */
export const PROMPTS = "# Prompts\n";
