/** The tables in `docs/policy.md`, from the schema and the profiles; the prose around them is written by hand. */
import { readFileSync } from "node:fs";
import { stringify } from "yaml";
import { inProject } from "../project.mjs";
import { loadModule } from "./load-module.mjs";

const page = "docs/policy.md";

/** The tables of keys: the marker's name, and the path of the map in the schema. */
const maps = {
  policy: [],
  field: ["fields", "any"],
  class: ["classes", "any"],
  kind: ["classes", "any", "kinds", "any"],
  state: ["classes", "any", "states", "any"],
  successor: ["classes", "any", "states", "any", "successor"],
  section: ["classes", "any", "sections", 0],
  notice: ["classes", "any", "notice"],
  "change-log": ["classes", "any", "changeLog"],
  immutability: ["classes", "any", "immutable"],
  allowance: ["classes", "any", "immutable", "allow"],
  style: ["classes", "any", "style"],
  "title-style": ["classes", "any", "style", "title"],
  "heading-style": ["classes", "any", "style", "headings"],
  "separator-style": ["classes", "any", "style", "separators"],
  "details-style": ["classes", "any", "style", "details"],
  "list-style": ["classes", "any", "style", "lists"],
  "fence-style": ["classes", "any", "style", "fences"],
  "table-style": ["classes", "any", "style", "tables"],
  process: ["process"],
  columns: ["process", "actionColumns"],
  "concern-columns": ["process", "concernColumns"],
  statuses: ["process", "actionStatuses"],
  "gate-keys": ["process", "gateKeys"],
  "status-keys": ["process", "statusKeys"],
  "transition-columns": ["process", "transitionColumns"],
  lifecycle: ["process", "lifecycles", 0],
  deliverables: ["deliverables"],
  "deliverable-files": ["deliverables", "files"],
  bounds: ["deliverables", "lines"],
  "task-list": ["deliverables", "lists", "any"],
  task: ["deliverables", "tasks", "any"],
  requirement: ["deliverables", "requirements", 0],
  manifest: ["deliverables", "manifest"],
};

export async function generate() {
  const { policySchema } = await loadModule("server/policy/schema.ts");
  const { schemaAt } = await loadModule("server/policy/schema-walk.ts");
  const { parsePolicy } = await loadModule("server/policy/parse-policy.ts");
  const { FILE_NAME_TOKENS } = await loadModule("server/policy/file-name-tokens.ts");
  const mapOf = (name) => schemaAt(policySchema, maps[name]);
  const tables = Object.fromEntries(
    Object.keys(maps).map((name) => [name, () => renderKeys(mapOf(name), Object.keys(omitted(name, mapOf)))]),
  );
  tables.tokens = () => renderTokens(FILE_NAME_TOKENS);
  tables.delivery = () => renderClasses(parsePolicy);
  const text = readFileSync(inProject(page), "utf8").replace(
    /(<!-- table: ([\w-]+) -->\n).*?(<!-- end of table -->)/gs,
    (_, open, name, close) => {
      if (tables[name] === undefined)
        throw new Error(`${page} asks for a table ${name}, which does not exist.`);
      return `${open}\n${tables[name]()}\n${close}`;
    },
  );
  return new Map([[page, text]]);
}

/** A kind has nearly all keys of a class; its table holds its own. */
function omitted(name, mapOf) {
  return name === "kind" ? mapOf("class").entries : {};
}

function renderKeys(map, without) {
  const rows = Object.entries(map.entries)
    .filter(([key]) => !without.includes(key))
    .map(([key, schema]) => {
      const example = stringify(metadata(schema, "examples")[0], {
        collectionStyle: "flow",
        flowCollectionPadding: false,
        lineWidth: 0,
      }).trim();
      return [code(key), takes(schema), metadata(schema, "description"), code(`${key}: ${example}`)];
    });
  return renderTable(["key", "takes", "meaning", "example"], rows);
}

function metadata(schema, name) {
  return schema.pipe.findLast((each) => each.type === name)[name];
}

/** What may stand behind a key, in words. */
function takes(schema) {
  if (schema.wrapped !== undefined) return takes(schema.wrapped);
  switch (schema.type) {
    case "picklist":
      return schema.options.map(code).join(", ");
    case "literal":
      return code(String(schema.literal));
    case "boolean":
      return "`true`, `false`";
    case "string":
      return schema.pipe?.some((each) => each.type === "transform") ? "number" : "text";
    case "array":
      return `list of ${plural(takes(schema.item))}`;
    case "strict_tuple":
      return "two texts";
    case "union":
      return schema.options[0].type === "literal"
        ? `${takes(schema.options[0])}, ${takes(schema.options[1])}`
        : `${takes(schema.options[0])}, or list of ${plural(takes(schema.options[0]))}`;
    case "record":
      return schema.value.type === "union" ? "condition" : `map of names to ${plural(takes(schema.value))}`;
    default:
      return schema.pipe.find((each) => each.type === "title").title;
  }
}

function plural(words) {
  if (words === "class") return "classes";
  if (words.startsWith("`")) return words;
  return /^(?:text|field|state|kind|section|condition|lifecycle)$/.test(words) ? `${words}s` : words;
}

function renderTokens(tokens) {
  const rows = Object.entries(tokens).map(([name, { meaning, example }]) => [
    code(`{${name}}`),
    meaning,
    code(example),
  ]);
  return renderTable(["token", "stands for", "example"], rows);
}

function renderClasses(parsePolicy) {
  const text = "version: 1\nextends: delivery\n";
  const { policy } = parsePolicy({
    path: "docket.yaml",
    text,
    folder: "",
    readFile: () => undefined,
    ruleIds: [],
  });
  const rows = policy.classes.map((each) => [
    each.name,
    each.fields
      .filter((field) => field.required)
      .map((field) => field.name)
      .join(", "),
    each.states.map((state) => state.name).join(" → "),
    each.kinds.map((kind) => kind.title).join(", ") || "–",
  ]);
  return renderTable(["class", "required fields", "states", "kinds"], rows);
}

function renderTable(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n").concat("\n");
}

function code(text) {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
