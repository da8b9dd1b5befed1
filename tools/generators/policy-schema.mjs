/** `server/policy/docket.schema.generated.json`: the policy's schema, by which editors of YAML complete and explain. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { loadModule } from "./load-module.mjs";

export async function generate() {
  const { policySchema } = await loadModule("server/policy/schema.ts");
  const { schemaAt } = await loadModule("server/policy/schema-walk.ts");
  const { profiles } = await loadModule("server/policy/profiles/generated.ts");
  const { rules } = await loadModule("server/rules/index.ts");
  const definitions = {
    field: schemaAt(policySchema, ["fields", "any"]),
    state: schemaAt(policySchema, ["classes", "any", "states", "any"]),
    kind: schemaAt(policySchema, ["classes", "any", "kinds", "any"]),
  };
  const schema = tidy(toJsonSchema(policySchema, { target: "draft-07", typeMode: "input", definitions }));
  schema.title = "Docket policy";
  schema.description = "Which documents are governed, and by what rules.";
  schema.properties.extends = describeExtends(schema.properties.extends, Object.keys(profiles));
  schema.properties.rules = describeRules(schema.properties.rules, rules);
  return new Map([["server/policy/docket.schema.generated.json", `${JSON.stringify(schema, null, 2)}\n`]]);
}

/** What the policy's reader takes and the library cannot say, in the fewest words that an editor understands. */
function tidy(schema) {
  if (Array.isArray(schema)) return schema.map(tidy);
  if (typeof schema !== "object" || schema === null) return schema;
  const { examples, propertyNames, ...rest } = schema;
  const entries = Object.entries(rest).map(([key, value]) => [
    key,
    key === "const" || key === "enum" ? value : tidy(value),
  ]);
  const tidied = mergeNull(Object.fromEntries(entries));
  if (tidied.required?.length === 0) delete tidied.required;
  if (tidied.additionalProperties !== undefined && isNever(tidied.additionalProperties))
    tidied.additionalProperties = false;
  // numbers are read as the text they are written as
  if (tidied.type === "string" && tidied.enum === undefined) tidied.type = ["string", "number"];
  return examples === undefined ? tidied : { ...tidied, examples };
}

/** `null` as one more type, where the alternative is simple enough. */
function mergeNull({ anyOf, ...rest }) {
  if (anyOf === undefined) return rest;
  const others = anyOf.filter((each) => each.type !== "null");
  if (others.length === anyOf.length) return { anyOf, ...rest };
  const flat = others.flatMap((each) => (Object.keys(each).join() === "anyOf" ? each.anyOf : [each]));
  const [only] = flat;
  if (flat.length === 1 && only.enum !== undefined) return { enum: [...only.enum, null], ...rest };
  if (flat.length > 1 || only.type === undefined) return { anyOf: [...flat, { type: "null" }], ...rest };
  return { ...only, type: [only.type, "null"].flat(), ...rest };
}

function isNever({ not }) {
  return not !== undefined && Object.keys(not).length === 0;
}

function describeExtends(schema, profiles) {
  const one = { anyOf: [{ enum: profiles }, { type: "string", pattern: "^\\.{1,2}/" }] };
  return { ...schema, anyOf: [...one.anyOf, { type: "array", items: one }] };
}

function describeRules(schema, rules) {
  const { additionalProperties: setting, ...rest } = schema;
  const groups = [...new Set(rules.map(({ id }) => `${id.slice(0, id.indexOf("/"))}/*`))];
  const properties = {
    "*": { ...setting, description: "All rules." },
    ...Object.fromEntries(
      groups.map((group) => [
        group,
        { ...setting, description: `All rules of the group \`${group.slice(0, -2)}\`.` },
      ]),
    ),
    ...Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        { ...setting, description: `${rule.summary} ${rule.why} \`${rule.severity}\` unless set.` },
      ]),
    ),
  };
  return { ...rest, properties, additionalProperties: false };
}
