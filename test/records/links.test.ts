/** Link targets that may be repaired, and what is more than that. */
import { type DocumentCase, describeDocuments } from "../support/document-cases";
import { FILED, immutablePolicy, record, swap } from "../support/record-document";

function change(name: string, before: string, after: string, entries: readonly string[]): DocumentCase {
  const verdict = entries.every((entry) => entry.endsWith("links")) ? "intact c1" : "amended c1";
  return {
    name,
    versions: [record({ body: `${before}\n` }), record({ body: `${after}\n` })],
    record: [verdict, ...entries.map((entry) => `c2 ${entry}`)],
  };
}

const yes = (name: string, before: string, after: string, line = "12"): DocumentCase =>
  change(name, before, after, [`${line} links`]);
const no = (name: string, before: string, after: string, line = "12"): DocumentCase =>
  change(name, before, after, [line]);

describeDocuments(
  "links",
  [
    yes("the target of a link", "See [guide](a.md).", "See [guide](b.md)."),
    yes("its fragment", "See [guide](a.md#x).", "See [guide](a.md#y)."),
    yes("to an address of the web", "See [guide](a.md).", "See [guide](https://example.com/a)."),
    yes("of two links on a line", "See [a](1.md), [b](2.md).", "See [a](3.md), [b](4.md)."),
    yes("one of two links on a line", "See [a](1.md), [b](2.md).", "See [a](1.md), [b](4.md)."),
    yes("a target with brackets", "See [guide](a_(1).md).", "See [guide](a_(2).md)."),
    yes("a target in angle brackets", "See [guide](<a b.md>).", "See [guide](<a c.md>)."),
    yes(
      "in a table",
      "| a | b |\n|---|---|\n| [x](1.md) | 2 |",
      "| a | b |\n|---|---|\n| [x](3.md) | 2 |",
      "14",
    ),
    yes("of a definition", "See [guide].\n\n[guide]: a.md", "See [guide].\n\n[guide]: b.md", "14"),
    {
      name: "twice in a row",
      versions: [record({ body: "[a](1.md)\n" }), swap("1.md", "2.md"), swap("2.md", "3.md")],
      record: ["intact c1", "c2 12 links", "c3 12 links"],
    },
    {
      name: "a link, then a word",
      versions: [record({ body: "[a](1.md) is so.\n" }), swap("1.md", "2.md"), swap("so", "not so")],
      record: ["amended c1", "c2 12 links", "c3 12"],
      marked: ["12"],
    },
    {
      name: "repaired, not yet committed",
      versions: [record({ body: "[a](1.md)\n" })],
      working: swap("1.md", "2.md"),
      record: ["intact c1", "uncommitted 12 links"],
    },
    no("the text of a link", "See [guide](a.md).", "See [guides](a.md)."),
    no("text and target", "See [guide](a.md).", "See [guides](b.md)."),
    no("a word beside a repaired link", "See [guide](a.md).", "Read [guide](b.md)."),
    no("a new link around words that stood there", "See guide.", "See [guide](a.md)."),
    no("a link less", "See [guide](a.md).", "See guide."),
    no("a link more at the end", "See [guide](a.md).", "See [guide](a.md). [More](b.md)"),
    no("two links that change places", "See [a](1.md), [b](2.md).", "See [b](2.md), [a](1.md)."),
    no("a title that people see", 'See [guide](a.md "One").', 'See [guide](a.md "Two").'),
    no("a link in a code span", "See `[guide](a.md)`.", "See `[guide](b.md)`."),
    no("a link in a fence", "```\n[guide](a.md)\n```", "```\n[guide](b.md)\n```", "13"),
    no("a link in an indented block", "Text:\n\n    [guide](a.md)", "Text:\n\n    [guide](b.md)", "14"),
    {
      ...no("a link whose brackets are escaped", "See \\[guide](a.md).", "See \\[guide](b.md)."),
    },
    no("brackets that are no link", "See [guide] (a.md).", "See [guide] (b.md)."),
    no("the address that is the text", "See <https://example.com/a>.", "See <https://example.com/b>."),
    no(
      "the label of a reference",
      "See [guide][a].\n\n[a]: 1.md\n[b]: 2.md",
      "See [guide][b].\n\n[a]: 1.md\n[b]: 2.md",
    ),
    no("a definition more", "See [guide].", "See [guide].\n\n[guide]: a.md", "*"),
    {
      ...no(
        "text in a target's place",
        "It took [four](four minutes) days.",
        "It took [four](two minutes) days.",
      ),
    },
    no("an image for another one", "![Plan](a.png)", "![Plan](b.png)"),
    no("an image in a link for another one", "[![Plan](a.png)](x.md)", "[![Plan](b.png)](x.md)"),
    {
      name: "where nothing else is allowed, white space neither",
      versions: [FILED, swap("four minutes", "four  minutes")],
      record: ["amended c1", "c2 13"],
    },
  ],
  immutablePolicy("{ allow: { links: true, whitespace: false } }"),
);

describeDocuments("links under the profile alone", [
  {
    name: "a target may not change",
    versions: [record({ body: "[a](1.md)\n" }), swap("1.md", "2.md")],
    record: ["amended c1", "c2 12"],
  },
]);

describeDocuments(
  "links with white space",
  [
    {
      name: "both on lines of their own",
      versions: [
        record({ body: "[a](1.md)\n\nOne two.\n" }),
        (text) => swap("One two", "One  two")(swap("1.md", "2.md")(text)),
      ],
      record: ["intact c1", "c2 12 links", "c2 14 whitespace"],
    },
    {
      name: "line endings and a target",
      versions: [
        record({ body: "[a](1.md)\n" }),
        (text) => swap("1.md", "2.md")(text).replaceAll("\n", "\r\n"),
      ],
      record: ["intact c1", "c2 ?"],
    },
  ],
  immutablePolicy("{ allow: { links: true, whitespace: true } }"),
);
