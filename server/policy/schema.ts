/** The schema of a policy file: declared here once; types, messages, the JSON Schema and the reference follow from it. */
import * as v from "valibot";
import { classSchema, fieldSchema, type kindSchema, SEVERITIES } from "./schema-class";
import { deliverablesSchema } from "./schema-deliverables";
import { key, named, oneOrMany, strict, text, texts } from "./schema-parts";
import { processSchema } from "./schema-process";

/** The version of the policy language that this Docket reads. */
export const POLICY_VERSION = 1;

const RULE_SETTINGS = [...SEVERITIES, "off"] as const;

export const policySchema = strict("policy", {
  version: v.pipe(
    v.literal(POLICY_VERSION),
    v.description("The version of the policy language in which the file is written."),
    v.examples([POLICY_VERSION]),
  ),
  extends: key(
    "The policy on which this one builds: a built-in profile such as `delivery`, a file of the workspace relative to this one, or a list of them, of which a later one counts for more.",
    "delivery",
    oneOrMany(text),
  ),
  name: key("What the policy is called.", "handbook", text),
  guide: key(
    "What the team calls the guide that the policy encodes; findings refer to it.",
    "Documentation Lifecycle Guide",
    text,
  ),
  documents: key(
    "Files that may be governed documents, besides those at the paths of classes. All `.md` files unless given.",
    ["docs/**/*.md"],
    texts,
  ),
  ignore: key("Files that are never looked at.", ["docs/archive/**"], texts),
  placeholders: key("Words that stand for a value still to come.", ["—", "TBD"], texts),
  fields: key(
    "Fields that several classes share. A class names the ones it has, and may change any of their keys.",
    { Owner: { type: "role", aliases: ["Document Owner"] } },
    named(fieldSchema),
  ),
  classes: key(
    "The classes of documents, by an id of your choosing.",
    {
      decision: {
        name: "Decision",
        paths: ["docs/decisions/*.md"],
        fields: { Status: { type: "state", required: true } },
      },
    },
    named(classSchema),
  ),
  rules: key(
    "How grave the findings of a rule are: `error`, `warning`, `information`, or `off`. A rule, a group such as `header/*`, or `*` for all.",
    { "header/date-format": "warning", "lifecycle/*": "off" },
    named(v.picklist(RULE_SETTINGS)),
  ),
  process: key(
    "The words by which actions, gates and work items are read.",
    { pendingWords: ["pending"] },
    processSchema,
  ),
  deliverables: key(
    "The tasks, the files that are delivered for each, and what has to be in them.",
    { class: "report", lines: { fewest: 1000, most: 1500 } },
    deliverablesSchema,
  ),
});

/** A policy as one layer or several merged ones give it: checked against the schema, single values made lists. */
export type RawPolicy = Omit<v.InferOutput<typeof policySchema>, "version">;
export type RawField = v.InferOutput<typeof fieldSchema>;
export type RawKind = v.InferOutput<typeof kindSchema>;
export type RawClass = v.InferOutput<typeof classSchema>;
