/** Checks what a template's front matter alone does not tell: whether its names refer to something. */
import { findClosest } from "../base/closest";
import { locateKey, locateValue, type Path } from "./locate";
import { findNamedClass, findNamedKind } from "./named-class";
import { didYouMean, quote } from "./quote";
import type { TemplateFile } from "./read-template";
import type { DocumentClass, Policy, PolicyProblem } from "./types";

/** What `{…}` in a default may stand for besides the template's own variables. */
const KNOWN_MARKS: readonly string[] = ["id", "title", "slug", "version", "today"];

/** A name that can stand in braces. */
const NAME = /^[a-z][a-z0-9_-]*$/i;
const MARK = /\{([^{}]*)\}/g;

export function checkTemplate(
  { path, text, root, template }: TemplateFile,
  { classes }: Policy,
): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const add = (at: Path, message: string, where: "key" | "value" = "value"): void => {
    const range = where === "key" ? locateKey(root, at, text) : locateValue(root, at, text);
    problems.push({ path, range, severity: "error", message });
  };
  const documentClass = findNamedClass(classes, template.class);
  if (documentClass === undefined) add(["class"], describeClass(template.class, classes));
  else if (template.kind !== undefined && findNamedKind(documentClass, template.kind) === undefined)
    add(["kind"], describeKind(template.kind, documentClass));
  const earlier: string[] = [...KNOWN_MARKS];
  for (const variable of template.variables) {
    const at = ["variables", variable.name];
    if (!NAME.test(variable.name) || variable.name === "today")
      add(
        at,
        `${quote(variable.name)} cannot be asked for: a name is one word of letters and digits, and \`today\` is the date.`,
        "key",
      );
    for (const [mark, name = ""] of (variable.default ?? "").matchAll(MARK)) {
      if (earlier.includes(name)) continue;
      const known = didYouMean(findClosest(name, earlier));
      add(
        [...at, "default"],
        `${quote(mark)} stands for no earlier answer, so nothing would be proposed.${known}`,
      );
    }
    if (variable.class !== undefined && findNamedClass(classes, variable.class) === undefined)
      add([...at, "class"], describeClass(variable.class, classes));
    earlier.push(variable.name);
  }
  return problems;
}

function describeClass(name: string, classes: readonly DocumentClass[]): string {
  const closest = findClosest(
    name,
    classes.map(({ id }) => id),
  );
  return `${quote(name)} is no class of this policy, so nothing says where such a document belongs.${didYouMean(closest)}`;
}

function describeKind(name: string, { kinds, title }: DocumentClass): string {
  const closest = findClosest(
    name,
    kinds.flatMap(({ kind }) => kind ?? []),
  );
  return `${quote(name)} is no kind of the class ${quote(title)}.${didYouMean(closest)}`;
}
