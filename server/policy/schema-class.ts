/** The schema of document classes: their fields, states, sections, notices and kinds. */
import * as v from "valibot";
import { FILE_NAME_TOKENS, type TokenName } from "./file-name-tokens";
import { count, flag, key, named, oneOrMany, strict, text, texts } from "./schema-parts";
import { styleSchema } from "./schema-style";

const FIELD_TYPES = ["text", "role", "date", "version", "state", "class", "path", "number", "url"] as const;
export const SEVERITIES = ["error", "warning", "information"] as const;
/** The word for a record that needs no condition. */
export const CREATION = "creation";
const IMMUTABILITY_MODES = ["frozen", "body", "append-only"] as const;

/** All of its fields must hold one of the values given for them. */
const condition = v.record(v.string(), texts);
const conditions = oneOrMany(condition);

export const fieldSchema = strict("field", {
  type: key(
    "What the value is: `text`, a `role`, a `date`, a `version`, the document's `state` or `class`, a `path`, a `number` or a `url`. `text` unless given.",
    "date",
    v.picklist(FIELD_TYPES),
  ),
  required: key("Whether every document of the class has the field. `false` unless given.", true, flag),
  requiredWhile: key(
    "While one of these conditions holds, the document has the field; otherwise it may.",
    [{ Type: "Standards Track" }],
    conditions,
  ),
  severity: key(
    "How grave it is when the field is missing or empty: `error`, `warning` or `information`. The rule's own severity unless given.",
    "error",
    v.picklist(SEVERITIES),
  ),
  aliases: key(
    "Other names under which headers have the field, in any language.",
    ["Document Owner", "Verantwortlich"],
    texts,
  ),
  headings: key(
    "Headings of a section whose first line is the field's value, where the header has the field as a section.",
    ["Status"],
    texts,
  ),
  list: key(
    "For numbers and addresses: whether there may be several, with commas between them. `false` unless given.",
    true,
    flag,
  ),
  longest: key("How many characters the value may have.", 140, count),
  longestWhile: key(
    "The limit holds only while one of these conditions does.",
    [{ Status: "Draft" }],
    conditions,
  ),
  fileName: key(
    "The part of the file name that says the same as the field, such as `id`.",
    "id",
    v.picklist(Object.keys(FILE_NAME_TOKENS) as TokenName[]),
  ),
  values: key("The values that the field may hold. Any value unless given.", ["QA Lead", "PMO Lead"], texts),
  default: key("What fixes and templates fill in.", "PMO Lead", text),
  why: key(
    "One sentence on why the field is asked for; findings quote it.",
    "Every document has an owner who answers for it.",
    text,
  ),
  placeholderWhile: key(
    "While one of these conditions holds, a placeholder such as `—` is the right value.",
    [{ Status: "Active" }],
    conditions,
  ),
  future: key(
    "For dates: whether a date to come is right, as for a deadline. `false` unless given.",
    true,
    flag,
  ),
});

const successor = strict("successor", {
  field: key("The field that names the successor.", "Superseded by", text),
  date: key(
    "Whether the document must also say from when the successor holds. `false` unless given.",
    true,
    flag,
  ),
  back: key("The field in which the successor names the document that it replaces.", "Supersedes", text),
  dateField: key(
    "The field with this date. The date fields with `future: true` unless given.",
    "Effective date",
    text,
  ),
});

const state = strict("state", {
  aliases: key("Other ways in which headers write the state.", ["Supporting"], texts),
  meaning: key("What the state says of a document, in one sentence.", "In use and current.", text),
  qualifiers: key(
    "Words behind the state's name that begin a remark, besides `by`, `since`, `on`, `from` and the like.",
    ["durch", "seit"],
    texts,
  ),
  setBy: key("Who may put a document into this state.", "the document owner", text),
  next: key("The states that may follow. None for a final state.", ["Deprecated"], v.array(text)),
  successor: key(
    "Documents in this state must name what replaces them.",
    { field: "Superseded by", date: true },
    successor,
  ),
});

const section = strict("section", {
  title: v.pipe(text, v.description("The section's title, as a fix writes it."), v.examples(["Sign-Off"])),
  headings: key(
    "Headings that count as this section; one that contains such a text counts too. The title unless given.",
    ["Sign-Off", "Signoff"],
    texts,
  ),
  why: key(
    "One sentence on why the section is asked for.",
    "A report is signed off before it is filed.",
    text,
  ),
  when: key(
    "The section is required only while one of these conditions holds.",
    [{ Status: "Filed" }],
    conditions,
  ),
  body: key(
    "What a fix writes under the heading; `{…}` marks what the author fills in.",
    "{statement, role and date}",
    text,
  ),
});

const notice = strict("notice", {
  name: key("What the notice is called in findings.", "standing notice", text),
  matches: key(
    "A document that holds one of these phrases carries the notice. `{version}` stands for a version number.",
    ["standing notice", "guide {version}"],
    texts,
  ),
  why: key(
    "One sentence on why the notice is asked for.",
    "Plans record thinking; no one may build from them.",
    text,
  ),
  text: key("The notice as a fix inserts it, in Markdown.", "> **Standing notice:** This is a plan.", text),
});

const changeLog = strict("change log", {
  initialVersion: key(
    "Up to and including this version no change log is asked for. `1.0` unless given.",
    "1.0",
    text,
  ),
  headings: key("Headings that open a change log.", ["Change Log", "Version History"], texts),
  why: key(
    "One sentence on why a change log is asked for.",
    "Every increment has an entry that says what changed.",
    text,
  ),
});

const allow = strict("allowance", {
  fields: key(
    'Header fields that may change, each with the values that it may take; `"*"` for any.',
    { "Superseded by": "*", Status: ["Superseded"] },
    named(texts),
  ),
  errata: key("Headings of sections to which dated entries may be added.", ["Errata", "Corrections"], texts),
  links: key(
    "Whether the target of a link may be repaired, its text staying as it is. `false` unless given.",
    true,
    flag,
  ),
  whitespace: key(
    "Whether white space and line endings may change where they change no word, no code and no structure. `false` unless given.",
    true,
    flag,
  ),
});

const immutable = strict("immutability", {
  when: key(
    "A document is filed when one of these conditions holds; `creation` for a document that is a record from the commit on that creates it.",
    [{ Status: "Filed" }],
    v.union([v.literal(CREATION), conditions]),
  ),
  mode: key(
    "What may change once a document is filed: nothing (`frozen`), its header alone (`body`), or whole lines that are added (`append-only`). `frozen` unless given.",
    "frozen",
    v.picklist(IMMUTABILITY_MODES),
  ),
  appendTo: key(
    "With `append-only`: headings of the sections at whose end lines may be added. The document's end unless given.",
    ["Log"],
    texts,
  ),
  allow: key(
    "What may change in a filed record all the same. Every such change is still shown, as information.",
    { whitespace: true, fields: { "Superseded by": "*" } },
    allow,
  ),
});

/** What a class and a kind of it have in common. */
const shared = {
  title: key(
    "What people call such a document. The name without its bracket unless given.",
    "Phase gate document",
    text,
  ),
  summary: key(
    "What such a document is for, in one sentence.",
    "A record of delivery activity, immutable once filed.",
    text,
  ),
  paths: key("A document at one of these paths is of this class.", ["docs/specs/**/*.md"], texts),
  locations: key("Where such a document belongs. Anywhere unless given.", ["docs/specs/**"], texts),
  folder: key("The folder in which a new or moved document goes.", "docs/specs", text),
  numbered: key(
    "Whether the `{id}` of the file name is the document's number: no other one in the folder has it, and a number that opens the title is the same. `false` unless given.",
    true,
    flag,
  ),
  fileName: key(
    "How the file is named, with `{id}`, `{slug}`, `{version}`, `{date}` and `{any}`.",
    "{id}-{slug}-phase-gate.md",
    text,
  ),
  fields: key(
    "The fields of the header in their order, each with what differs from the shared field of its name.",
    { Owner: { required: true }, Status: { required: true } },
    named(fieldSchema),
  ),
  states: key(
    "The states that a document goes through, in order.",
    { Draft: { next: ["Active"] }, Active: { next: [] } },
    named(state),
  ),
  sections: key("Sections that every such document has.", [{ title: "Sign-Off" }], oneOrMany(section)),
  notice: key(
    "A text that every such document carries.",
    { name: "standing notice", matches: ["indicative"] },
    notice,
  ),
  changeLog: key(
    "Every change of the version has an entry in the document's change log.",
    { headings: ["Change Log"] },
    changeLog,
  ),
  immutable: key(
    "When a document becomes a permanent record.",
    { when: [{ Status: "Filed" }], mode: "frozen" },
    immutable,
  ),
  style: key(
    "How the house wants such a document laid out; a kind changes what its class says.",
    { headings: { numbered: false }, lists: { numbered: false } },
    styleSchema,
  ),
};

export const kindSchema = strict("kind", {
  ...shared,
  titles: key("A title that begins with one of these tells the kind.", ["Phase Gate Document"], texts),
});

export const classSchema = strict("class", {
  name: key("How headers name the class.", "Delivery Record (Class 7)", text),
  aliases: key("Other ways in which headers write the class.", ["Class 7", "7", "Delivery Record"], texts),
  ...shared,
  recognise: key(
    "A document without a class field, and at no class's path, is of this class when one of these conditions holds.",
    [{ Type: "PMO Process Template" }, { "Reports to": "*", Status: "Canonical" }],
    conditions,
  ),
  charter: key(
    "Whether each such document is the charter of a role: the one that its field `Role` names, or else its title. `false` unless given.",
    true,
    flag,
  ),
  kinds: key(
    "Kinds of documents within the class; each has all that the class has, and may change it.",
    { "phase-gate": { title: "Phase gate document", fileName: "{id}-{slug}-phase-gate.md" } },
    named(kindSchema),
  ),
});
