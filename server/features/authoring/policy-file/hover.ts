/** What there is to tell of a key or a value of a policy file. */
import { writeYamlFlow } from "../../../base/yaml";
import type { Path } from "../../../policy/locate";
import { type PolicyPlace, policyPlaceAt } from "../../../policy/policy-place";
import {
  choicesOf,
  descriptionOf,
  exampleOf,
  keysOf,
  mapIn,
  policyNodeAt,
} from "../../../policy/schema-walk";
import type { DocumentClass, Policy } from "../../../policy/types";
import { findClass } from "../../document-status";
import { describeClass, describeField, describeState } from "../describe-policy";
import type { Hover } from "../hover";
import { code, listCode, paragraphs, plain } from "../markdown";
import { describeRule } from "../rule-items";
import { type PolicyFileContext, scopeOf } from "./context";
import { describeProfile, valueNames } from "./names";

/** Undefined where there is nothing to tell. */
export function policyHoverAt(context: PolicyFileContext): Hover | undefined {
  const place = policyPlaceAt(context.text, context.offset);
  if (place === undefined || place.written === "") return undefined;
  const markdown = place.part === "key" ? describeKey(place, context) : describeValue(place, context);
  return markdown === undefined ? undefined : { range: place.range, markdown };
}

function describeKey({ path, written }: PolicyPlace, context: PolicyFileContext): string | undefined {
  const map = policyNodeAt(path);
  const fixed = map && mapIn(map);
  if (fixed !== undefined && keysOf(fixed).includes(written))
    return context.isSchemaServed ? undefined : describeSchema([...path, written], written);
  if (path.length === 1 && path[0] === "rules") return describeRule(written, context.policy);
  return describeName([...path, written], context.policy);
}

function describeSchema(path: Path, name: string): string | undefined {
  const schema = policyNodeAt(path);
  if (schema === undefined) return undefined;
  const choices = choicesOf(schema);
  const example = exampleOf(schema);
  return paragraphs([
    `**${plain(name)}**`,
    descriptionOf(schema) ?? "",
    choices.length === 0 ? "" : `One of ${listCode(choices)}.`,
    example === undefined ? "" : `Example: ${code(`${name}: ${writeYamlFlow(example)}`)}`,
  ]);
}

/** A class, a kind, a state or a field that the policy has, by the path of its key. */
function describeName(path: Path, policy: Policy | undefined): string | undefined {
  if (policy === undefined) return undefined;
  const { classId, kind, documentClass, keys } = scopeOf(path, policy);
  if (classId !== undefined && keys.length === 0) return describeClassOf(policy, classId, kind);
  const [first, name, ...others] = keys;
  if (name === undefined || others.length > 0) return undefined;
  const classes = documentClass === undefined && classId === undefined ? policy.classes : [documentClass];
  if (first === "states") return describeStateOf(documentClass, name);
  if (first !== "fields") return undefined;
  for (const each of classes) {
    const field = each?.fields.find((candidate) => candidate.name === name);
    if (field !== undefined)
      return paragraphs(describeField(field, classId === undefined ? undefined : each, policy));
  }
  return undefined;
}

function describeClassOf(policy: Policy, id: string, kind: string | undefined): string | undefined {
  const documentClass = findClass(policy, id, kind);
  return documentClass && paragraphs(describeClass(documentClass));
}

function describeStateOf(documentClass: DocumentClass | undefined, name: string): string | undefined {
  const state = documentClass?.states.find((each) => each.name === name);
  return state && documentClass && paragraphs(describeState(state, documentClass));
}

function describeValue(place: PolicyPlace, context: PolicyFileContext): string | undefined {
  const { path, written } = place;
  if (path[0] === "extends") return describeProfile(written);
  const named = valueNames(path, context).find(({ label }) => label === written);
  return named?.documentation === "" ? undefined : named?.documentation;
}
