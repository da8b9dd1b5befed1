/** The schema of `style`: how the house wants its documents laid out. What is not given, no rule asks for. */
import * as v from "valibot";
import { flag, key, strict, text, texts } from "./schema-parts";

const LEVELS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;
const SEPARATIONS = ["required", "allowed", "forbidden"] as const;

const title = strict("title style", {
  field: key("The field of the front matter that holds the title. `title` unless given.", "title", text),
  case: key(
    "How the words of the title are joined: `snake_case` or `kebab-case`. Any title will do unless given.",
    "snake_case",
    v.picklist(["snake_case", "kebab-case"]),
  ),
});

const headings = strict("heading style", {
  main: key("The level of the headings of main sections.", "h2", v.picklist(LEVELS)),
  sub: key("The level of the headings of subsections.", "h3", v.picklist(LEVELS)),
  inner: key(
    "The level of the headings that divide what stands in a details block.",
    "h4",
    v.picklist(LEVELS),
  ),
  numbered: key("Whether headings may begin with a number. `true` unless given.", false, flag),
  numberWords: key(
    "Words that make a number with them: `Section 3: Costs`. They count only where numbers are not wanted.",
    ["Section", "Chapter"],
    texts,
  ),
});

const separation = v.picklist(SEPARATIONS);

const separators = strict("separator style", {
  main: key(
    "A line `---` between main sections: `required`, `allowed` or `forbidden`. `allowed` unless given.",
    "required",
    separation,
  ),
  sub: key("The same between subsections.", "forbidden", separation),
  inner: key("The same between the sections within a details block.", "required", separation),
  details: key("The same at the start and the end of a details block.", "required", separation),
  elsewhere: key("The same at all other places.", "forbidden", v.picklist(["allowed", "forbidden"])),
});

const details = strict("details style", {
  holdContent: key(
    "Whether all that stands under the headings of main sections and subsections belongs in details blocks. `false` unless given.",
    true,
    flag,
  ),
  onePerSection: key("Whether a section has at most one details block. `false` unless given.", true, flag),
  bulletsOnly: key(
    "Whether what is said in a details block stands in bullets, not in paragraphs. `false` unless given.",
    true,
    flag,
  ),
  vagueSummaries: key("Summaries that say nothing of what the block holds.", ["Details", "More"], texts),
});

const lists = strict("list style", {
  numbered: key("Whether lists may be numbered. `true` unless given.", false, flag),
  indentBlocks: key(
    "Whether a code block or a table of a list item stands right below the item's text. `false` unless given.",
    true,
    flag,
  ),
});

const fences = strict("fence style", {
  language: key("Whether every code block names its language. `false` unless given.", true, flag),
  languages: key("The languages that may be named. Any unless given.", ["python", "text"], texts),
  default: key("The language that a fix writes where none is named. `text` unless given.", "text", text),
});

const tables = strict("table style", {
  boldFirstColumn: key("Whether the terms in the first column are bold. `false` unless given.", true, flag),
});

export const styleSchema = strict("style", {
  title: key("The title in the front matter.", { field: "title", case: "snake_case" }, title),
  headings: key(
    "Which level is what, and whether headings are numbered.",
    { main: "h2", sub: "h3" },
    headings,
  ),
  separators: key("Where a line `---` stands.", { main: "required", elsewhere: "forbidden" }, separators),
  details: key(
    "How `<details>` blocks are used. Each one is closed and has a summary as soon as this is given.",
    { onePerSection: true },
    details,
  ),
  lists: key("How lists are written.", { numbered: false }, lists),
  fences: key("How code blocks are fenced.", { language: true }, fences),
  tables: key("How tables are written.", { boldFirstColumn: true }, tables),
  symbols: key(
    "Symbols that, right before a number, stand with it in backticks: `` `<5%` ``.",
    ["<", ">", "$"],
    texts,
  ),
});
