/** What may be written at the cursor of a policy file: keys and words of the schema, and names of the policy. */
import { nameOf } from "../../../base/path-parts";
import { writeYamlScalar } from "../../../base/yaml";
import { type PolicyPlace, policyPlaceAt } from "../../../policy/policy-place";
import { resolvePath } from "../../../policy/resolve-path";
import {
  choicesOf,
  descriptionOf,
  keysOf,
  mapIn,
  policyNodeAt,
  type SchemaNode,
  schemaInside,
  takesText,
  titleOf,
} from "../../../policy/schema-walk";
import { type Completion, type CompletionList, word } from "../completion-item";
import type { PolicyFileContext } from "./context";
import { keyNames, profileNames, valueNames } from "./names";

/** Undefined where nothing is known of what may stand there. */
export function completePolicy(context: PolicyFileContext): CompletionList | undefined {
  const place = policyPlaceAt(context.text, context.offset);
  // a word that a colon ends already has no value yet, and a dash no item
  if (place === undefined || /^-|:$/.test(place.written)) return undefined;
  const items = itemsAt(place, context);
  return items.length === 0 ? undefined : { range: place.range, items, isIncomplete: false };
}

function itemsAt(place: PolicyPlace, context: PolicyFileContext): readonly Completion[] {
  const schema = policyNodeAt(place.path);
  if (schema === undefined) return [];
  const map = mapIn(schema);
  // a single text stands there as well as a map: what is typed on a line of its own becomes a key
  if (place.part === "key" || (map !== undefined && (place.isAlone || place.isFlow)))
    return map === undefined ? [] : keysAt(map, place, context);
  return valuesAt(schema, place, context);
}

function keysAt(map: SchemaNode, place: PolicyPlace, context: PolicyFileContext): readonly Completion[] {
  const isNew = place.part === "value" || !/^\s*["']?\s*:/.test(context.text.slice(place.range.end));
  const fixed = context.isSchemaServed
    ? []
    : keysOf(map).map((name) =>
        word(name, "key", titleOf(map) ?? "", plainDescription(schemaInside(map, name))),
      );
  return [...fixed, ...keyNames(place.path, context)]
    .filter(({ label }) => !place.siblings.has(label))
    .map((item) => {
      const text = place.quote === "" ? writeYamlScalar(item.label) : item.label;
      const inside = schemaInside(map, item.label);
      if (!isNew || inside === undefined || place.quote !== "") return { ...item, text };
      return { ...item, text: `${escapeSnippet(text)}:${valueSnippet(inside, place)}`, isSnippet: true };
    });
}

/** How the value of a new key begins, with a tab stop in it. */
function valueSnippet(schema: SchemaNode, { indent, isFlow }: PolicyPlace): string {
  const choices = choicesOf(schema);
  if (choices.length > 1) return ` \${1|${choices.join(",")}|}`;
  if (choices.length === 1) return ` ${choices[0]}`;
  if (mapIn(schema) === undefined) return takesText(schema) ? " $0" : " [$0]";
  if (isFlow) return " { $0 }";
  const isList = schemaInside(schema, 0) !== undefined;
  return `\n${" ".repeat(indent + 2)}${isList ? "- " : ""}$0`;
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}

function valuesAt(schema: SchemaNode, place: PolicyPlace, context: PolicyFileContext): readonly Completion[] {
  const { path, quote } = place;
  if (path[0] === "extends") return extendable(place, context);
  const fixed = context.isSchemaServed
    ? []
    : choicesOf(schema).map((each) => word(each, "value", "", plainDescription(schema)));
  const names = valueNames(path, context).map((item) => ({
    ...item,
    text: quote === "" ? writeYamlScalar(item.text) : item.text,
  }));
  // where only a list may stand, the first item brings the brackets
  const isList = !takesText(schema) && schemaInside(schema, 0) !== undefined;
  return [...fixed, ...(isList ? names.map((item) => ({ ...item, text: `[${item.text}]` })) : names)];
}

function plainDescription(schema: SchemaNode | undefined): string {
  return schema === undefined ? "" : (descriptionOf(schema) ?? "");
}

/** Built-in profiles, and the YAML files and folders beside this one. */
function extendable(
  { written }: PolicyPlace,
  { path, listFolder }: PolicyFileContext,
): readonly Completion[] {
  const folder = /^\.{1,2}\//.test(written) ? written.slice(0, written.lastIndexOf("/") + 1) : "./";
  const target = resolvePath(path, folder);
  if (target.kind !== "path") return profileNames();
  const { files, folders } = listFolder(target.path);
  const entryOf = (each: string): string => `${folder}${nameOf(each)}`;
  return [
    ...profileNames(),
    ...files
      .filter((file) => /\.ya?ml$/.test(file) && file !== path)
      .map((file) =>
        word(entryOf(file), "document", "", "A file of this workspace, as a layer below this policy."),
      ),
    ...folders
      .filter((each) => !/(?:^|\/)(?:\.git|node_modules)$/.test(each))
      .map((each) => word(`${entryOf(each)}/`, "folder", "", "A folder of this workspace.")),
  ];
}
