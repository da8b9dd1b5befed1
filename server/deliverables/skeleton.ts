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
  return renderFile(fileTitle(of, style), of.title, taskSections(of, policy, style), style);
}

/** A section for each requirement of the task, in the policy's order. */
export function taskSections(
  of: TaskPolicy,
  policy: DeliverablesPolicy,
  style: StylePolicy | undefined,
): string {
  const sections = requirementsOf(of, policy).map((requirement) => sectionSkeleton(requirement, style));
  return sections.join(`\n${sectionBreak(style)}`);
}

/** A file for the prompts with which the report was made. */
export function promptSkeleton(of: TaskPolicy, style: StylePolicy | undefined): string {
  return renderPrompts(fileTitle(of, style), of.title, style);
}

/** The same files for a task that is still to be named, as templates: with `{task_title}` and `{sections}`. */
export function reportTemplate(style: StylePolicy | undefined): string {
  return renderFile("{task_name}", "{task_title}", "{sections}\n", style);
}

export function promptTemplate(style: StylePolicy | undefined): string {
  return renderPrompts("{task_name}", "{task_title}", style);
}

/** One of the files of a report that has several. */
export function partTemplate(style: StylePolicy | undefined): string {
  const section = renderSection("{title}", "- **{point}:** {what there is to say}", style);
  const name = ["{task_name}", "part{part}"].join(joinerOf(style));
  return renderFile(name, "{task_title}: {title}", section, style);
}

function renderPrompts(name: string, title: string, style: StylePolicy | undefined): string {
  const section = renderSection("Prompts", "- **Prompt 1:** {the prompt as it was given}", style);
  return renderFile([name, "prompts"].join(joinerOf(style)), `${title}: Prompts`, section, style);
}

function renderFile(name: string, title: string, sections: string, style: StylePolicy | undefined): string {
  const field = style?.title === undefined ? "" : `---\n${style.title.field}: ${name}\n---\n\n`;
  return `${field}# ${title}\n\n${sectionBreak(style)}${sections}`;
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

/** The id and the title of the task as the house writes titles in front matter: `a01_aws_data_platform_foundation`. */
export function fileTitle({ id, title }: TaskPolicy, style: StylePolicy | undefined): string {
  const words = `${id} ${title}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.join(joinerOf(style));
}

function joinerOf(style: StylePolicy | undefined): string {
  return style?.title?.case === "kebab-case" ? "-" : "_";
}
