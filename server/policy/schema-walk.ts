/** Looks into the policy's schema: which keys a map may have, which words a value. */
import type { Path } from "./locate";

/** As much of a schema of the library as a walk needs. */
export interface SchemaNode {
  readonly type: string;
  readonly wrapped?: SchemaNode;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly value?: SchemaNode;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
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
