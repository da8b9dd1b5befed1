/** Templates and what is made of them, for terminals and programs. */
import type { Template } from "../policy/types";
import { renderJson } from "./json";
import { plainLine } from "./terminal-text";
import type { Colours } from "./types";

/** With where its documents go; the folder is undefined where nothing says which. */
export interface PlacedTemplate extends Template {
  readonly folder: string | undefined;
  readonly fileName: string;
}

/** Two lines each: what to type and what it is, then what it is for and where it goes. */
export function renderTemplates(templates: readonly PlacedTemplate[], colours: Colours): string {
  const width = Math.max(0, ...templates.map(({ id }) => id.length));
  const indent = " ".repeat(width + 2);
  return templates
    .map((template) => {
      const { folder, fileName } = template;
      const lines = [
        `${colours.bold(plainLine(template.id))}${" ".repeat(width + 2 - template.id.length)}${plainLine(template.title)}`,
        ...(template.description === undefined ? [] : [indent + plainLine(template.description)]),
        indent + colours.dim(folder === undefined ? "where --out says" : plainLine(`${folder}/${fileName}`)),
      ];
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

export function renderTemplatesJson(templates: readonly PlacedTemplate[]): string {
  return renderJson({
    version: 1,
    templates: templates.map((template) => ({
      id: template.id,
      title: template.title,
      description: template.description ?? null,
      class: template.class,
      kind: template.kind ?? null,
      folder: template.folder ?? null,
      fileName: template.fileName,
      variables: template.variables.map(({ name, kind, prompt, optional, choices }) => ({
        name,
        kind,
        prompt: prompt ?? null,
        optional,
        choices,
      })),
    })),
  });
}

interface MadeFile {
  readonly path: string;
  readonly written: boolean;
  readonly text: string;
}

/** `more` are the files that come with the first one, if any do. */
export function renderNewJson([first, ...more]: readonly MadeFile[]): string {
  return renderJson({ version: 1, ...first, ...(more.length > 0 ? { more } : {}) });
}
