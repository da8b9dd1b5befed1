/**
 * `npm run generate`: writes all files that are made from others. `--check` writes nothing, names the files that
 * are not what they would be made to be, and exits with 1 if there are any.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as messages from "./generators/messages.mjs";
import * as policyReference from "./generators/policy-reference.mjs";
import * as policySchema from "./generators/policy-schema.mjs";
import * as profiles from "./generators/profiles.mjs";
import * as ruleDocs from "./generators/rule-docs.mjs";
import * as ruleRegistry from "./generators/rule-registry.mjs";
import * as snippets from "./generators/snippets.mjs";
import { inProject, isMain } from "./project.mjs";

/** In the order in which they build on each other; each resolves with a map from path to text. */
const generators = { profiles, ruleRegistry, ruleDocs, policySchema, policyReference, snippets, messages };

/** Resolves with the paths of the files that differed, and what went wrong; with `check`, nothing is written. */
export async function generateAll({ check = false } = {}) {
  const stale = [];
  const failures = [];
  for (const [name, { generate }] of Object.entries(generators)) {
    try {
      for (const [path, text] of await generate()) if (update(path, text, check)) stale.push(path);
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  }
  return { stale, failures };
}

/** True when the file was not what it has to be. */
function update(path, text, check) {
  const file = inProject(...path.split("/"));
  if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
  if (check) return true;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}

if (isMain(import.meta.url)) {
  const check = process.argv.includes("--check");
  const { stale, failures } = await generateAll({ check });
  for (const path of stale)
    console.log(check ? `${path} is stale: run \`npm run generate\`.` : `${path} written.`);
  for (const failure of failures) console.error(failure);
  process.exit(failures.length > 0 || (check && stale.length > 0) ? 1 : 0);
}
