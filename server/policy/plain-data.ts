/** The plain data of a YAML tree, as the schema reads it. */
import type { Range } from "../base/range";
import type { YamlNode } from "../base/yaml";
import type { Path } from "./locate";
import { quote } from "./quote";
import { policySchema } from "./schema";
import { isMapSchema, type SchemaNode, schemaAt } from "./schema-walk";

export type Data = string | boolean | null | readonly Data[] | { readonly [key: string]: Data };

export interface DataProblem {
  readonly range: Range;
  readonly message: string;
}

/** Names that JavaScript objects give a meaning of their own, and that the schema library therefore skips. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Numbers become the text they were written as, because names and versions such as `1.0` are texts. A key
 * without a value is a problem and left out: it could mean "nothing more to say" as well as "take it away".
 */
export function toPlainData(
  node: YamlNode,
  problems: DataProblem[],
  schema: SchemaNode = policySchema as unknown as SchemaNode,
  path: Path = [],
): Data {
  if (node.kind === "scalar") return typeof node.value === "number" ? node.source : node.value;
  if (node.kind === "list") {
    return node.items.flatMap((item, index) => {
      if (!isEmpty(item)) return [toPlainData(item, problems, schema, [...path, index])];
      problems.push({ range: item.range, message: "This item of the list has no value." });
      return [];
    });
  }
  return Object.fromEntries(
    node.entries.flatMap(({ key, keyRange, value }) => {
      const message = describeUnusable(key, value, schemaAt(schema, [...path, key]));
      if (message === undefined) return [[key, toPlainData(value, problems, schema, [...path, key])]];
      problems.push({ range: keyRange, message });
      return [];
    }),
  );
}

/** Undefined where nothing is wrong with the key itself. */
function describeUnusable(key: string, value: YamlNode, schema: SchemaNode | undefined): string | undefined {
  if (RESERVED.has(key)) return `${quote(key)} cannot be used as a name here.`;
  if (!isEmpty(value)) return undefined;
  const hint = isMapSchema(schema)
    ? " Write `{}` if there is nothing more to say about it, or `null` to take it away."
    : "";
  return `${quote(key)} has no value.${hint}`;
}

function isEmpty(node: YamlNode): boolean {
  return node.kind === "scalar" && node.empty;
}
