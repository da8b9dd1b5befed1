/** Builds the policy that rules consume from its merged layers. */
import { compileClasses } from "./compile-class";
import { compileDeliverables } from "./compile-deliverables";
import { compileProcess } from "./compile-process";
import { mergeLayers } from "./merge-layers";
import { findNamedClass, findNamedKind } from "./named-class";
import { createPatterns } from "./path-pattern";
import { compilePlaceholders, isTemplateMark } from "./placeholders";
import type { RawPolicy } from "./schema";
import { compileSeverities } from "./severities";
import { isTemplateFile } from "./template-path";
import type { Policy, Template } from "./types";

export interface PolicySource {
  readonly path: string;
  readonly folder: string;
  /** Lowest first. */
  readonly layers: readonly RawPolicy[];
  readonly templates: readonly Template[];
}

export function compilePolicy({ path, folder, layers, templates }: PolicySource): Policy {
  const merged = mergeLayers(layers);
  const raw = merged.policy;
  const toPattern = createPatterns();
  const classes = compileClasses(merged, toPattern);
  const ignored = (raw.ignore ?? []).map(toPattern);
  const documents = (raw.documents ?? ["**/*.md"]).map(toPattern);
  const all = classes.flatMap((each) => [each, ...each.kinds]);
  const paths = all.flatMap((each) => each.paths);
  const covering = [...new Set([...documents, ...paths])];
  // a template speaks of documents to come: it is none itself
  const ignores = (file: string): boolean =>
    isTemplateFile(file) || ignored.some((pattern) => pattern.matches(file));
  return {
    path,
    folder,
    name: raw.name ?? path,
    guide: raw.guide ?? undefined,
    covers: (file) => covering.some((pattern) => pattern.matches(file)) && !ignores(file),
    ignores,
    globs: { documents: documents.map(({ glob }) => glob), ignore: ignored.map(({ glob }) => glob) },
    isPlaceholder: compilePlaceholders(raw.placeholders ?? []),
    isTemplateMark,
    classes,
    fieldKeys: new Set(all.flatMap((each) => [...each.fieldByKey.keys()])),
    fieldHeadings: new Set(all.flatMap(({ fields }) => fields.flatMap(({ headings }) => headings))),
    classKeys: new Set(
      classes.flatMap((each) =>
        [...each.fieldByKey].flatMap(([key, { type }]) => (type === "class" ? key : [])),
      ),
    ),
    severityOf: compileSeverities(layers),
    process: compileProcess(raw.process ?? {}, classes),
    deliverables: compileDeliverables(raw.deliverables),
    templates: templates.flatMap((template) => findFitting(template, classes)),
  };
}

/** With its class as the policy spells it; none where the policy has no such class. */
function findFitting(template: Template, classes: Policy["classes"]): Template[] {
  const documentClass = findNamedClass(classes, template.class);
  const found =
    documentClass &&
    (template.kind === undefined ? documentClass : findNamedKind(documentClass, template.kind));
  return found === undefined ? [] : [{ ...template, class: found.id, kind: found.kind }];
}
