/** Where a team keeps templates of its own: beside the policy that they belong to. */
import { nameOf } from "../base/path-parts";

/** Relative to the folder that the policy governs. */
export const TEMPLATE_FOLDER = ".docket/templates";

const FILE = /(?:^|\/)\.docket\/templates\/[^/]+$/;
const TEMPLATE = /(?:^|\/)\.docket\/templates\/[^/]+\.md$/;

/** True for whatever lies in such a folder. */
export function isTemplateFile(path: string): boolean {
  return path.includes(".docket/templates/") && FILE.test(path);
}

export function isTemplate(path: string): boolean {
  return TEMPLATE.test(path);
}

/** The file's name without its extension, by which commands and lifecycles call the template. */
export function templateId(path: string): string {
  return nameOf(path).replace(/\.md$/, "");
}
