/** The front matter of a template: declared here once; messages, completion and the reference follow from it. */
import * as v from "valibot";
import { flag, key, named, strict, text, texts } from "./schema-parts";

const VARIABLE_KINDS = ["text", "id", "slug", "date", "role", "version", "document"] as const;

const variableSchema = strict("variable", {
  prompt: key("What is asked for, in a few words.", "The role that answers for it", text),
  kind: key("What an answer has to look like; `text` unless given.", "role", v.picklist(VARIABLE_KINDS)),
  example: key("An answer, to show what is meant.", "PMO Lead", text),
  default: key(
    "What is proposed. `{name}` stands for an earlier answer, `{today}` for the date.",
    "{id} — {title}",
    text,
  ),
  choices: key("The answers that count; any unless given.", ["Production", "Staging"], texts),
  class: key("Of kind `document`: the id of the class whose documents are proposed.", "canonical", text),
  optional: key("Whether it may be left open: the mark then stays for the author.", true, flag),
});

export const templateSchema = strict("template", {
  title: key("What the template is called; the name of its file unless given.", "Spike report", text),
  description: key("One sentence on what such a document is for.", "What a spike has shown.", text),
  class: key("The id of the class of the new document.", "planning-document", text),
  kind: key("The id of the kind within the class.", "decisions-record", text),
  variables: key(
    "What is asked for, by the names that the text has in braces.",
    { owner: { kind: "role", prompt: "The role that answers for it" } },
    named(variableSchema),
  ),
});

export type RawVariable = v.InferOutput<typeof variableSchema>;
