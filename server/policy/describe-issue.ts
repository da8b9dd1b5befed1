/** Says in plain words, and at the right place, what in a policy file does not fit the schema. */
import { findClosest } from "../base/closest";
import type { Range } from "../base/range";
import type { YamlNode } from "../base/yaml";
import type { SchemaIssue } from "./check-schema";
import { findNode, locateKey, locateValue } from "./locate";
import { didYouMean, quote, quoteList } from "./quote";
import { policySchema } from "./schema";
import { keysOf, type SchemaNode, schemaAt, titleOf, wordsOf } from "./schema-walk";

/** `newer` is the version of the file where that is newer than what this Docket reads; `schema` is the policy's unless given. */
export function describeIssue(
  issue: SchemaIssue,
  root: YamlNode,
  text: string,
  newer: number | undefined,
  schema: SchemaNode = policySchema as unknown as SchemaNode,
): { readonly range: Range; readonly message: string } {
  const { path, reason } = issue;
  const key = String(path.at(-1) ?? "");
  const parent = schemaAt(schema, path.slice(0, -1));
  if (reason === "unknown-key") {
    return { range: locateKey(root, path, text), message: describeUnknownKey(key, parent, newer) };
  }
  if (reason === "missing-key") {
    const message = `${quote(key)} is missing: ${withArticle(titleOf(parent) ?? "map")} must have it.`;
    return { range: locateKey(root, path.slice(0, -1), text), message };
  }
  const wrong = describeValue(issue, findNode(root, path), schemaAt(schema, path));
  const message =
    newer === undefined ? wrong : `${wrong} Version ${newer} of the policy may allow it; here it is ignored.`;
  return { range: locateValue(root, path, text), message };
}

function describeUnknownKey(key: string, parent: SchemaNode | undefined, newer: number | undefined): string {
  if (newer !== undefined) {
    return `This Docket does not know ${quote(key)}, which version ${newer} of the policy brings; it is ignored.`;
  }
  const keys = keysOf(parent);
  const closest = findClosest(key, keys);
  const known = closest === undefined ? ` There are ${quoteList(keys, "and")}.` : didYouMean(closest);
  return `${quote(key)} is no key of ${withArticle(titleOf(parent) ?? "map")}.${known}`;
}

function describeValue(
  { expected, reason, value }: SchemaIssue,
  node: YamlNode | undefined,
  schema: SchemaNode | undefined,
): string {
  if (reason === "blank") return "This text is blank.";
  if (reason === "no-count") return `${quote(String(value))} is no number of one or more.`;
  // an item that a list of fixed length lacks, or has too much
  if (schema === undefined || schema.type === "strict_tuple" || value === undefined) {
    return "Two texts belong here, such as `[OPEN, CLOSED]`.";
  }
  const written = node?.kind === "scalar" ? node.source : undefined;
  const words = wordsOf(schema);
  if (words.length > 0) return describeChoice(written, value, words);
  const subject = written === undefined ? shapeOf(value) : quote(written);
  if (schema.type === "boolean") return `${subject} is neither \`true\` nor \`false\`.`;
  if (/object/i.test(expected)) return `${subject} stands where a map of keys and values belongs.`;
  if (value === null) return "`null` takes a key away; in a list it has no meaning.";
  if (expected === "Array") {
    return `${subject} stands where a list belongs.${written === undefined ? "" : " Put it in brackets."}`;
  }
  if (written !== undefined)
    return `${subject} is read as yes or no, where a text belongs. Put it in quotes.`;
  return `${subject} stands where a text belongs.`;
}

function describeChoice(written: string | undefined, value: unknown, words: readonly string[]): string {
  const choice = `Possible are ${quoteList(words, "and")}.`;
  if (written === undefined) return `${shapeOf(value)} cannot stand here. ${choice}`;
  return `${quote(written)} cannot stand here. ${choice}${didYouMean(findClosest(written, words))}`;
}

function shapeOf(value: unknown): string {
  return Array.isArray(value) ? "A list" : "A map";
}

function withArticle(noun: string): string {
  if (noun === "policy" || noun === "process") return `the ${noun}`;
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
