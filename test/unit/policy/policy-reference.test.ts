/** The reference and the schema agree with what policies do: examples are run, and every key is explained. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { policySchema } from "../../../server/policy/schema";
import { type SchemaNode, unwrap } from "../../../server/policy/schema-walk";
import { read } from "./policy-file";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/policy.md"), "utf8");

interface Key {
  readonly path: readonly string[];
  readonly description: string | undefined;
  readonly examples: readonly unknown[];
}

/** Every key of the language; names that authors choose are `any` in its path. */
function* keysOf(schema: SchemaNode, path: readonly string[]): Generator<Key> {
  const node = unwrap(schema);
  for (const [name, inside] of Object.entries(node.entries ?? {})) {
    const notes = inside.pipe as readonly {
      type: string;
      description?: string;
      examples?: readonly unknown[];
    }[];
    yield {
      path: [...path, name],
      description: notes.findLast((note) => note.type === "description")?.description,
      examples: notes.findLast((note) => note.type === "examples")?.examples ?? [],
    };
    yield* keysOf(inside, [...path, name]);
  }
  if (node.value !== undefined) yield* keysOf(node.value, [...path, "any"]);
  const [option] = node.options ?? [];
  if (typeof option === "object") yield* keysOf(option, path);
}

const keys = [...keysOf(policySchema as unknown as SchemaNode, [])];

describe("the schema", () => {
  it("explains every key, in sentences, with an example", () => {
    expect(keys.length).toBeGreaterThan(80);
    const bare = keys.filter(
      (key) => !/^[A-Z`].*\.$/.test(key.description ?? "") || key.examples.length === 0,
    );
    expect(bare.map((key) => key.path.join("."))).toEqual([]);
  });

  it("has examples that fit it", () => {
    for (const { path, examples } of keys) {
      if (path.at(-1) === "version" && path.length === 1) continue;
      const example = path.reduceRight<unknown>((value, key) => ({ [key]: value }), examples[0]);
      const { problems } = read(stringify({ version: 1, ...(example as object) }));
      const misfits = problems.filter(({ message }) =>
        /where|cannot stand|is no key|neither|is missing: a/.test(message),
      );
      // a section needs its title besides the key of the example, and a requirement its name
      expect(misfits.filter(({ message }) => !/^`(?:title|name)` is missing/.test(message))).toEqual([]);
    }
  });

  it("is the one that editors are given", () => {
    const json = readFileSync(join(root, "server/policy/docket.schema.generated.json"), "utf8");
    const missing = keys.filter(
      ({ path, description }) =>
        !json.includes(`"${path.at(-1)}": {`) || !json.includes(JSON.stringify(description)),
    );
    expect(missing.map((key) => key.path.join("."))).toEqual([]);
    const schema = JSON.parse(json);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.rules.properties).toHaveProperty(["header/missing-field"]);
    expect(schema.properties.rules.properties).toHaveProperty(["header/*"]);
    expect(schema.properties.rules.additionalProperties).toBe(false);
  });
});

describe("the reference", () => {
  it("names every key in a table", () => {
    const missing = keys.filter(({ path }) => !page.includes(`\n| \`${path.at(-1)}\` |`));
    expect(missing.map((key) => key.path.join("."))).toEqual([]);
  });

  it("has examples without mistakes", () => {
    const fences = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
    expect(fences.length).toBeGreaterThan(4);
    for (const fence of fences) {
      const text = fence.includes("version:") ? fence : `version: 1\nextends: delivery\n${fence}`;
      const files = { "docket.yaml": text, "policies/house-style.yaml": "version: 1\n" };
      const ours = read(files).problems.filter((problem) => problem.path === "docket.yaml");
      expect(ours.map((problem) => problem.message).filter((message) => !/is no rule/.test(message))).toEqual(
        [],
      );
    }
  });
});
