/** What a report starts from: sections and files in the house's own layout, with marks for what the author writes. */
import type { DeliverablesPolicy, Requirement, TaskPolicy } from "../policy/deliverables-policy";
import type { StylePolicy } from "../policy/style-policy";
import { requirementsOf } from "./requirements";

/** A section for the requirement, from its heading to its last line: `## IAM …`. Lines end with LF. */
export function sectionSkeleton(requirement: Requirement, style: StylePolicy | undefined): string {
  return renderSection(requirement.section, requirement.body ?? bodyOf(requirement), style);
}

/** With a fence where the requirement asks for one: the section meets it. */
function bodyOf({ section, diagrams, languages }: Requirement): string {
  const bullet = `- **${section}:** {what there is to say}`;
  const [diagram] = diagrams ?? [];
  const [language] = languages ?? [];
  if (diagram !== undefined) {
    const drawn = DRAWN.has(diagram)
      ? `${diagram} LR\n  first["{first part}"] --> second["{second part}"]`
      : diagram;
    return `${bullet}\n\n\`\`\`mermaid\n${drawn}\n\`\`\``;
  }
  return language === undefined ? bullet : `${bullet}\n\n\`\`\`${language}\n{the example}\n\`\`\``;
}

/** Diagrams of boxes and arrows. */
const DRAWN = new Set(["flowchart", "graph"]);

/** What stands between two main sections. */
export function sectionBreak(style: StylePolicy | undefined): string {
  return style !== undefined && style.separators.main === "required" ? "---\n\n" : "";
}

/** A whole report on the task, with a section for each requirement. */
export function reportSkeleton(
  of: TaskPolicy,
  policy: DeliverablesPolicy,
  style: StylePolicy | undefined,
): string {
  const sections = requirementsOf(of, policy).map((requirement) => sectionSkeleton(requirement, style));
  return renderFile(`${of.id} ${of.title}`, of.title, sections, style);
}

/** A file for the prompts with which the report was made. */
export function promptSkeleton(of: TaskPolicy, style: StylePolicy | undefined): string {
  const section = renderSection("Prompts", "- **Prompt 1:** {the prompt as it was given}", style);
  return renderFile(`${of.id} ${of.title} prompts`, `${of.title}: Prompts`, [section], style);
}

function renderFile(
  name: string,
  title: string,
  sections: readonly string[],
  style: StylePolicy | undefined,
): string {
  const line = sectionBreak(style);
  return `${frontMatter(name, style)}# ${title}\n\n${line}${sections.join(`\n${line}`)}`;
}

function renderSection(title: string, body: string, style: StylePolicy | undefined): string {
  return `${"#".repeat(style?.levels.main ?? 2)} ${title}\n\n${enclose(title, body.trimEnd(), style)}`;
}

/** In a details block where the house keeps all content in them. */
function enclose(title: string, body: string, style: StylePolicy | undefined): string {
  if (style?.details?.holdContent !== true) return `${body}\n`;
  const line = style.separators.details === "required" ? "---\n\n" : "";
  return `<details>\n<summary>${title}: {what this section holds}</summary>\n\n${line}${body}\n\n${line}</details>\n`;
}

function frontMatter(name: string, style: StylePolicy | undefined): string {
  if (style?.title === undefined) return "";
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return `---\n${style.title.field}: ${words.join(style.title.case === "kebab-case" ? "-" : "_")}\n---\n\n`;
}
