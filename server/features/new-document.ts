/** New documents from the policy's templates: where they go, what they are called, what they begin with. */
import type { Policy, Template } from "../policy/types";
import { pathFromPolicy } from "../workspace/govern";
import { findClass } from "./document-status";

export interface TemplateOption {
  readonly id: string;
  readonly title: string;
  /** The class's name: `Delivery Record (Class 7)`. */
  readonly class: string;
  /** Relative to the policy's folder; empty when the policy names none. */
  readonly folder: string;
  /** `{id}-{slug}.md`, or undefined. */
  readonly fileName: string | undefined;
}

export interface Answers {
  readonly id?: string | undefined;
  /** Made from the title where it is absent. */
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
}

export interface NewDocument {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

export function templateOptions(policy: Policy): readonly TemplateOption[] {
  return policy.templates.map((template) => {
    const documentClass = findClass(policy, template.class, template.kind);
    return {
      id: template.id,
      title: template.title,
      class: documentClass?.name ?? template.class,
      folder: documentClass?.folder ?? "",
      fileName: documentClass?.fileName?.pattern,
    };
  });
}

/** What is not answered stays as a mark such as `{owner}`, which the author sees and the rules report. */
export function newDocument(
  policy: Policy,
  template: Template,
  answers: Answers,
  today: string,
): NewDocument {
  const documentClass = findClass(policy, template.class, template.kind);
  const { id, title } = answers;
  const slug = answers.slug ?? slugOf(title ?? template.title);
  const known: Readonly<Record<string, string | undefined>> = {
    id,
    title,
    slug,
    date: today,
    version: "1.0",
  };
  const name = fill(documentClass?.fileName?.pattern ?? "{slug}.md", { ...known, any: slug });
  const folder = documentClass?.folder ?? "";
  const path = pathFromPolicy(policy, folder === "" ? name : `${folder}/${name}`);
  return {
    path,
    text: fill(template.body, {
      id,
      title,
      today,
      slug: answers.slug ?? (title === undefined ? undefined : slug),
    }),
  };
}

function fill(text: string, known: Readonly<Record<string, string | undefined>>): string {
  return text.replace(
    /\{([a-z]+)\}/g,
    (mark, name: string) => (Object.hasOwn(known, name) ? known[name] : undefined) ?? mark,
  );
}

/** Lower-case words joined by hyphens. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "document";
}
