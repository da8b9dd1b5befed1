/** Reports to measure with: in the layout of the profile `reports`, each of a given length, with tables, code and diagrams. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TASKS = [1, 2, 3, 4, 5, 6].map((n) => `A0${n}`);
const TERMS = [
  "Terminology",
  "Executive Summary",
  "Deployment Chronology",
  "Operations",
  "Terraform",
  "Ansible",
];

/** Portfolios with a report and a prompt file for each of their tasks, `count` files in all; resolves with one report's path. */
export function generateReports(folder, count, lines) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "docket.yaml"), "version: 1\nextends: reports\n");
  let path;
  for (let i = 0; i < count; i += 2) {
    const portfolio = `portfolio-${Math.floor(i / 2 / TASKS.length)}`;
    const task = TASKS[(i / 2) % TASKS.length];
    mkdirSync(join(folder, portfolio), { recursive: true });
    path = `${portfolio}/report_${task}.md`;
    writeFileSync(join(folder, path), makeReport(task, lines));
    writeFileSync(join(folder, portfolio, `report_${task}_prompt.md`), makeReport(task, lines));
  }
  return path;
}

function makeReport(task, wanted) {
  const text = [`---\ntitle: harbour_report_${task.toLowerCase()}\n---\n\n# Harbour report ${task}\n`];
  let lines = 6;
  for (let i = 0; lines < wanted; i++) {
    const section = makeSection(i);
    text.push(section);
    lines += section.split("\n").length;
  }
  return `${text.join("\n").split("\n").slice(0, wanted).join("\n")}\n`;
}

function makeSection(i) {
  const bullets = (name) =>
    Array.from(
      { length: 8 },
      (_, k) => `- **${name} ${i}.${k}:** the status of mooring ${k} is known by \`>${k} %\` of the crews`,
    );
  return [
    "---",
    "",
    `## ${TERMS[i % TERMS.length]} of quay ${i}`,
    "",
    `### Berths ${i}`,
    "",
    "<details>",
    `<summary>Berths of quay ${i} and what they hold</summary>`,
    "",
    "---",
    "",
    "#### Masts and lamps",
    "",
    ...bullets("Mast"),
    "",
    "---",
    "",
    "#### Numbers",
    "",
    "| Berth | Length | Draught |",
    "|---|---|---|",
    ...Array.from({ length: 8 }, (_, k) => `| **B-${i}-${k}** | ${k * 10} m | ${k} m |`),
    "",
    "```mermaid",
    i % 2 === 0 ? "flowchart LR" : "gantt",
    "  quay --> berth",
    "```",
    "",
    "```python",
    ...Array.from({ length: 10 }, (_, k) => `moor(ship=${k}, berth="B-${i}-${k}")`),
    "```",
    "",
    "---",
    "",
    "</details>",
    "",
  ].join("\n");
}
