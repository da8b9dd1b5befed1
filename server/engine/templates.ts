/** The templates that a team keeps beside its policies, in `.docket/templates`. */
import { checkTemplate } from "../policy/check-template";
import { readTemplate, type TemplateReading } from "../policy/read-template";
import { isTemplate, TEMPLATE_FOLDER } from "../policy/template-path";
import type { Policy, PolicyProblem, Template } from "../policy/types";
import type { FileSystem } from "../workspace/ports";

/** The files right in a folder; none where there is no such folder. */
export type ListFiles = (folder: string) => readonly string[];

export function listFilesOf({ walk }: Pick<FileSystem, "walk">): ListFiles {
  return (folder) => {
    for (const { files } of walk(folder, () => false)) return files;
    return [];
  };
}

/** More than this is no folder of templates. */
const MOST = 500;

/** The folder beside the policy that governs `folder`; both are relative to the root. */
export function templateFolder(folder: string): string {
  return folder === "" ? TEMPLATE_FOLDER : `${folder}/${TEMPLATE_FOLDER}`;
}

export interface TemplatesBeside {
  readonly templates: readonly Template[];
  /** By the policy that governs the folder. */
  readonly problemsUnder: (policy: Policy | undefined) => readonly PolicyProblem[];
  readonly files: readonly string[];
}

/** One that cannot be read leaves the others as they are. */
export function readTemplatesBeside(
  folder: string,
  listFiles: ListFiles,
  readText: (path: string) => string | undefined,
): TemplatesBeside {
  const files = listFiles(templateFolder(folder)).filter(isTemplate).slice(0, MOST);
  const readings = files.map((path): TemplateReading => {
    const text = readText(path);
    return text === undefined ? { file: undefined, problems: [] } : readTemplate(path, text);
  });
  return {
    templates: readings.flatMap(({ file }) => file?.template ?? []),
    problemsUnder: (policy) =>
      readings.flatMap(({ file, problems }) => [
        ...problems,
        ...(file === undefined || policy === undefined ? [] : checkTemplate(file, policy)),
      ]),
    files,
  };
}
