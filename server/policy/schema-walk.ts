/** Looks into the policy's schema: which keys a map may have, which words a value. */
import type { Path } from "./locate";
import { policySchema } from "./schema";

/** As much of a schema of the library as a walk needs. */
export interface SchemaNode {
  readonly type: string;
  readonly wrapped?: SchemaNode;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly value?: SchemaNode;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
  readonly literal?: unknown;
  readonly options?: readonly (SchemaNode | string)[];
  readonly pipe?: readonly { readonly type: string }[];
}

/** The schema of what stands at `path`, without the wrappers that make it optional; undefined where none is. */
export function schemaAt(schema: SchemaNode, path: Path): SchemaNode | undefined {
  const inside = path.reduce<SchemaNode | undefined>(
    (node, step) => node && schemaInside(node, step),
    schema,
  );
  return inside && unwrap(inside);
}

/** The schema of a key of a map, or of an item of a list. */
export function schemaInside(schema: SchemaNode, step: string | number): SchemaNode | undefined {
  const node = unwrap(schema);
  if (node.type === "union") {
    const options = (node.options ?? []).filter((option) => typeof option === "object");
    return options.map((option) => schemaInside(option, step)).find((inside) => inside !== undefined);
  }
  if (typeof step === "number") return node.item ?? node.items?.[step];
  return node.entries !== undefined && Object.hasOwn(node.entries, step) ? node.entries[step] : node.value;
}

export function isMapSchema(schema: SchemaNode | undefined): boolean {
  return schema?.type === "object_with_rest" || schema?.type === "record";
}

/** The keys of a map with fixed ones. */
export function keysOf(schema: SchemaNode | undefined): readonly string[] {
  return Object.keys(schema?.entries ?? {});
}

/** The words among which a value chooses. */
export function wordsOf(schema: SchemaNode | undefined): readonly string[] {
  return schema?.type === "picklist"
    ? (schema.options ?? []).filter((option) => typeof option === "string")
    : [];
}

/** What messages call a map with fixed keys: `class`. */
export function titleOf(schema: SchemaNode | undefined): string | undefined {
  const title = schema?.pipe?.find((each) => each.type === "title") as
    | { readonly title?: string }
    | undefined;
  return title?.title;
}

/** Without what makes a schema optional or nullable. */
export function unwrap(schema: SchemaNode): SchemaNode {
  return schema.wrapped === undefined ? schema : unwrap(schema.wrapped);
}

/** The schema of what stands at `path` of a policy, with what describes it; undefined where nothing may stand. */
export function policyNodeAt(path: Path): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>(
    (node, step) => node && schemaInside(node, step),
    policySchema as unknown as SchemaNode,
  );
}

/** The ways in which a value may be written, without the wrappers around them. */
function formsOf(schema: SchemaNode): readonly SchemaNode[] {
  const node = unwrap(schema);
  if (node.type !== "union") return [node];
  return (node.options ?? []).flatMap((option) => (typeof option === "object" ? formsOf(option) : []));
}

/** The map that may stand there, by itself or as an item of a list; undefined where none may. */
export function mapIn(schema: SchemaNode): SchemaNode | undefined {
  return formsOf(schema).find(isMapSchema);
}

/** Whether a text may stand there. */
export function takesText(schema: SchemaNode): boolean {
  return formsOf(schema).some(({ type }) => type === "string");
}

/** All words that may stand there, where it is one of a few. */
export function choicesOf(schema: SchemaNode): readonly string[] {
  return formsOf(schema).flatMap((form) => {
    if (form.type === "boolean") return ["true", "false"];
    return form.type === "literal" ? [String(form.literal)] : wordsOf(form);
  });
}

/** What the schema says of a key. */
export function descriptionOf(schema: SchemaNode): string | undefined {
  const found = schema.pipe?.find((each) => each.type === "description") as
    | { readonly description?: string }
    | undefined;
  return found?.description;
}

/** How a key is given, as a value of plain data. */
export function exampleOf(schema: SchemaNode): unknown {
  const found = schema.pipe?.find((each) => each.type === "examples") as
    | { readonly examples?: readonly unknown[] }
    | undefined;
  return found?.examples?.[0];
}
