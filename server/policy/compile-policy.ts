/** Builds the policy that rules consume from its merged layers. */
import { foldKey } from "../base/fold";
import { compileClasses } from "./compile-class";
import { compileProcess } from "./compile-process";
import { mergeLayers } from "./merge-layers";
import { createPatterns } from "./path-pattern";
import { compilePlaceholders, isTemplateMark } from "./placeholders";
import type { RawPolicy } from "./schema";
import { compileSeverities } from "./severities";
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
  const ignores = (file: string): boolean => ignored.some((pattern) => pattern.matches(file));
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
    templates: templates.filter((template) => fits(template, classes)),
  };
}

function fits(template: Template, classes: Policy["classes"]): boolean {
  const documentClass = classes.find((each) => foldKey(each.id) === foldKey(template.class));
  if (documentClass === undefined || template.kind === undefined) return documentClass !== undefined;
  const kind = foldKey(template.kind);
  return documentClass.kinds.some((each) => each.kind !== undefined && foldKey(each.kind) === kind);
}
