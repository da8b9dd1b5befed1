/** The names that only the policy itself can tell: classes, kinds, states, fields, rules, lifecycles. */
import type { Path } from "../../../policy/locate";
import { profiles } from "../../../policy/profiles/generated";
import type { DocumentClass, FieldPolicy, Policy } from "../../../policy/types";
import { type Completion, word } from "../completion-item";
import { describeClass, describeField, describeState } from "../describe-policy";
import { count, listCode, paragraphs, plain } from "../markdown";
import { ruleItems } from "../rule-items";
import { type PolicyFileContext, scopeOf } from "./context";

type Names = readonly Completion[];

/** Keys that the map at `path` may have, beside those that the schema fixes. */
export function keyNames(path: Path, { policy }: PolicyFileContext): Names {
  if (path.length === 1 && path[0] === "rules") return ruleItems();
  if (policy === undefined) return [];
  if (path.length === 1 && path[0] === "classes") return classNames(policy);
  const { documentClass, keys } = scopeOf(path, policy);
  const at = keys.join("/");
  if (at === "kinds" && documentClass !== undefined) return documentClass.kinds.map(kindName);
  if (at === "states") return stateNames(documentClass);
  if (at === "fields" || CONDITIONS.test(at)) return fieldNames(policy, documentClass);
  if (at === "process/lifecycles/states") return lifecycleStates(policy);
  return [];
}

/** Where the keys of a map are names of fields. */
const CONDITIONS =
  /^(?:recognise|immutable\/when|sections\/when|immutable\/allow\/fields|fields\/.*\/placeholderWhile)$/;
const CONDITION_VALUES =
  /^(?:recognise|immutable\/when|sections\/when|immutable\/allow\/fields|fields\/[^/]+\/placeholderWhile)\/([^/]+)$/;

/** Values that may stand at `path`, beside those that the schema fixes. */
export function valueNames(path: Path, context: PolicyFileContext): Names {
  const { policy } = context;
  const { documentClass, keys } = scopeOf(path, policy);
  const at = keys.join("/");
  if (policy === undefined) return [];
  const fields = documentClass?.fields ?? [];
  const field = (name: string | undefined): FieldPolicy | undefined =>
    fields.find((each) => each.name === name);
  if (/^states\/[^/]+\/next$/.test(at))
    return stateNames(documentClass).filter(({ label }) => label !== keys[1]);
  if (/^states\/[^/]+\/successor\/field$/.test(at)) return fieldNames(policy, documentClass);
  if (/^states\/[^/]+\/successor\/dateField$/.test(at))
    return fields.filter(({ type }) => type === "date").map((each) => fieldName(each, documentClass, policy));
  if (/^fields\/[^/]+\/default$/.test(at)) return fieldValues(field(keys[1]), documentClass, context);
  const condition = CONDITION_VALUES.exec(at);
  if (condition !== null) return conditionValues(field(condition[1]), documentClass, context);
  if (at === "process/actionClasses") return classNames(policy);
  if (at === "process/lifecycles/documents")
    return policy.templates.map(({ id, title }) => word(id, "value", "template", plain(title)));
  if (/^process\/lifecycles\/gates\/[^/]+$/.test(at)) return lifecycleStates(policy);
  return [];
}

function conditionValues(
  field: FieldPolicy | undefined,
  documentClass: DocumentClass | undefined,
  context: PolicyFileContext,
): Names {
  const any = word("*", "value", "any value", "Any value that is no placeholder.");
  const date = word("<date>", "value", "any date", "Any date.");
  return [...fieldValues(field, documentClass, context), ...(field?.type === "date" ? [date] : []), any];
}

function fieldValues(
  field: FieldPolicy | undefined,
  documentClass: DocumentClass | undefined,
  { policy, roles }: PolicyFileContext,
): Names {
  if (field === undefined || policy === undefined) return [];
  if (field.values.length > 0)
    return field.values.map((value) => word(value, "value", field.name, plain(field.why ?? "")));
  if (field.type === "state") return stateNames(documentClass);
  if (field.type === "class")
    return policy.classes.map((each) => ({
      ...className(each),
      label: each.name,
      filter: each.name,
      text: each.name,
    }));
  if (field.type === "role")
    return roles().map((role) => word(role.name, "role", "", `Owns ${count(role.documents, "document")}.`));
  return [];
}

function classNames(policy: Policy): Names {
  return policy.classes.map(className);
}

function className(documentClass: DocumentClass): Completion {
  return word(documentClass.id, "class", documentClass.name, paragraphs(describeClass(documentClass)));
}

function kindName(kind: DocumentClass): Completion {
  return word(kind.kind ?? "", "class", kind.title, paragraphs(describeClass(kind)));
}

function stateNames(documentClass: DocumentClass | undefined): Names {
  return (documentClass?.states ?? []).map((state) =>
    word(state.name, "state", "", paragraphs(describeState(state, documentClass as DocumentClass))),
  );
}

/** Those of the class first, then those of the others. */
function fieldNames(policy: Policy, documentClass: DocumentClass | undefined): Names {
  const found = new Map<string, Completion>();
  for (const each of documentClass === undefined ? policy.classes : [documentClass, ...policy.classes])
    for (const field of each.fields)
      if (!found.has(field.name)) found.set(field.name, fieldName(field, each, policy));
  return [...found.values()];
}

function fieldName(field: FieldPolicy, documentClass: DocumentClass | undefined, policy: Policy): Completion {
  return word(field.name, "field", field.type, paragraphs(describeField(field, documentClass, policy)));
}

function lifecycleStates({ process }: Policy): Names {
  return process.lifecycles.flatMap(({ name, states }) =>
    states.map((state) => word(state.name, "state", name, `A state of the lifecycle ${plain(name)}.`)),
  );
}

/** Built-in profiles that a policy may extend. */
export function profileNames(): Names {
  return Object.keys(profiles).map((name) =>
    word(name, "profile", "built-in profile", describeProfile(name) ?? ""),
  );
}

/** What a built-in profile holds; undefined for what is none. */
export function describeProfile(name: string): string | undefined {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile === undefined) return undefined;
  const { policy, templates } = profile;
  const classes = Object.values(policy.classes ?? {}).flatMap((each) => each?.name ?? []);
  const lifecycles = (policy.process?.lifecycles ?? []).flatMap((each) => each.name ?? []);
  return paragraphs([
    `**${plain(name)}** · built-in profile`,
    policy.guide ? `Encodes the ${plain(policy.guide)}.` : "",
    `${count(classes.length, "class").replace(/classs$/, "classes")}: ${classes.map(plain).join(", ")}.`,
    lifecycles.length === 0 ? "" : `Lifecycles of work items: ${lifecycles.map(plain).join(", ")}.`,
    templates.length === 0 ? "" : `Templates: ${listCode(templates.map(({ id }) => id))}.`,
  ]);
}
