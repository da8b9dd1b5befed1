/** White space that a record may change, and what is more than white space. */
import { type DocumentCase, describeDocuments } from "../support/document-cases";
import { FILED, immutablePolicy, record, swap, toCrlf } from "../support/record-document";

/** Line 12 of a record with another body. */
function change(name: string, before: string, after: string, entries: readonly string[]): DocumentCase {
  const verdict = entries.every((entry) => entry.endsWith("whitespace")) ? "intact c1" : "amended c1";
  return {
    name,
    versions: [record({ body: before }), record({ body: after })],
    record: [verdict, ...entries.map((entry) => `c2 ${entry}`)],
  };
}

const yes = (name: string, before: string, after: string, line = "12"): DocumentCase =>
  change(name, before, after, [`${line} whitespace`]);
const no = (name: string, before: string, after: string, line = "*"): DocumentCase =>
  change(name, before, after, [line]);
/** A space that becomes a line break: what is marked is just that. */
const breaks = (name: string, before: string, after: string): DocumentCase => ({
  ...change(name, before, after, ["12-13"]),
  marked: ["12"],
});

describeDocuments("white space that may change", [
  yes("a space more between words", "One two.\n", "One  two.\n"),
  yes("a tab for a space", "One two.\n", "One\ttwo.\n"),
  yes("a trailing space", "One two.\n", "One two. \n"),
  yes("a hard line break taken away", "One  \nTwo.\n", "One\nTwo.\n"),
  yes("a trailing space less", "One two. \nMore.\n", "One two.\nMore.\n"),
  yes(
    "the padding of a table row",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "| a | b |\n|---|---|\n| 1   | 2 |\n",
    "14",
  ),
  yes(
    "the padding of a table's head",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "|  a | b |\n|---|---|\n| 1 | 2 |\n",
  ),
  yes("between a heading's marks and its text", "## Two\n\nText.\n", "##  Two\n\nText.\n"),
  yes("between a list mark's text words", "- one two\n", "- one  two\n"),
  yes("blank lines at the end", "One two.\n", "One two.\n\n\n", "13-14"),
  yes("a line ending on one line", "One.\nTwo.\n", "One.\r\nTwo.\n"),
  change("the final line break taken away", "One.\nTwo.\n", "One.\nTwo.", ["? whitespace"]),
  change("the final line break put there", "One.\nTwo.", "One.\nTwo.\n", ["? whitespace"]),
  {
    name: "in the header, within a value",
    versions: [FILED, swap("PMO Lead", "PMO  Lead")],
    record: ["intact c1", "c2 3 whitespace"],
  },
  {
    name: "in the header, behind a field",
    versions: [FILED, swap("PMO Lead\n", "PMO Lead \n")],
    record: ["intact c1", "c2 3 whitespace"],
  },
  {
    name: "in two commits",
    versions: [FILED, swap("four minutes", "four  minutes"), swap("two sizes", "two  sizes")],
    record: ["intact c1", "c2 13 whitespace", "c3 18 whitespace"],
  },
  {
    name: "white space in one place, a word in another",
    versions: [FILED, (text) => swap("porters", "guards")(swap("four minutes", "four  minutes")(text))],
    record: ["amended c1", "c2 13 whitespace", "c2 19"],
  },
]);

describeDocuments("what is more than white space", [
  no("a word that becomes two", "Paid nowhere.\n", "Paid now here.\n", "12"),
  no("two words that become one", "They may be late.\n", "They maybe late.\n", "12"),
  no("two numbers that become one", "Rooms 1 2.\n", "Rooms 12.\n", "12"),
  no("white space and a word on one line", "One two three.\n", "One  two four.\n", "12"),
  no("a space in a fence", "```\na  b\n```\n", "```\na b\n```\n", "13"),
  no("a trailing space in a fence", "```\na b\n```\n", "```\na b \n```\n", "13"),
  no("indentation in a fence", "```yaml\na:\n  b: 1\n```\n", "```yaml\na:\nb: 1\n```\n", "14"),
  no("a blank line in a fence", "```\na\nb\n```\n", "```\na\n\nb\n```\n"),
  no("a blank line at the end of a fence", "```\na\n```\n", "```\na\n\n```\n"),
  no("a space in an indented block", "Text:\n\n    a  b\n", "Text:\n\n    a b\n", "14"),
  {
    ...no("a space in a code span", "Call `a  b` now.\n", "Call `a b` now.\n", "12"),
  },
  {
    ...no("a space in preformatted HTML", "<pre>\na  b\n</pre>\n", "<pre>\na b\n</pre>\n", "13"),
  },
  no("a paragraph indented to code", "Text.\n\nNot code.\n", "Text.\n\n    Not code.\n", "14"),
  no("code that is a paragraph now", "Text.\n\n    Code.\n", "Text.\n\nCode.\n", "14"),
  no("an item one level deeper", "- one\n- two\n", "- one\n  - two\n", "13"),
  no("an item one level up", "- one\n  - two\n", "- one\n- two\n", "13"),
  no("a paragraph that leaves its item", "- one\n\n  two\n", "- one\n\ntwo\n", "14"),
  no("two paragraphs joined", "One.\n\nTwo.\n", "One.\nTwo.\n"),
  no("two paragraphs joined on one line", "One.\n\nTwo.\n", "One. Two.\n"),
  no("one paragraph split", "One.\nTwo.\n", "One.\n\nTwo.\n"),
  breaks("a line break that makes a list", "We count - two doors.\n", "We count\n- two doors.\n"),
  breaks("a line break that makes a heading", "This is # not a heading\n", "This is\n# not a heading\n"),
  breaks("a line break that makes a quote", "Five > four.\n", "Five\n> four.\n"),
  no("a heading that is none any more", "## Two\n\nText.\n", "##Two\n\nText.\n", "12"),
  no("a heading that was none", "##Two\n\nText.\n", "## Two\n\nText.\n", "12"),
  no("an item that is none any more", "- one\n", "-one\n", "12"),
  no(
    "a table that is none any more",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "| a | b |\n\n|---|---|\n| 1 | 2 |\n",
  ),
  no("emphasis that is none any more", "It is *not* allowed.\n", "It is * not * allowed.\n", "12"),
  no("two items in one", "- one\n- two\n", "- one - two\n"),
  no("a fence that does not close any more", "```\na\n```\n\nText.\n", "```\na\n    ```\n\nText.\n", "14"),
  {
    name: "a field that is split from the header",
    versions: [FILED, swap("**Feature:** 3.2\n", "**Feature:**\n\n3.2\n")],
    record: ["amended c1", "c2 6-8"],
    marked: ["6-7"],
  },
  {
    name: "nesting in front matter",
    versions: [
      "---\nstatus: Filed\nteam:\n  lead: Ann\nlead: Bea\n---\n# T\n\nText.\n",
      "---\nstatus: Filed\nteam:\nlead: Ann\n  lead: Bea\n---\n# T\n\nText.\n",
    ],
    record: ["amended c1", "c2 *"],
  },
]);

describeDocuments(
  "where the policy allows no white space",
  [
    { name: "nothing changed", versions: [FILED], record: ["intact c1"] },
    {
      name: "a space more",
      versions: [FILED, swap("four minutes", "four  minutes")],
      record: ["amended c1", "c2 13"],
    },
    {
      name: "a trailing space",
      versions: [FILED, swap("average.", "average. ")],
      record: ["amended c1", "c2 13"],
    },
    {
      name: "a committed CRLF conversion",
      versions: [FILED, toCrlf],
      record: ["amended c1", "c2 *"],
      marked: [],
    },
    {
      name: "line endings in the working tree alone",
      versions: [FILED],
      working: toCrlf,
      record: ["intact c1"],
    },
    {
      name: "a space in the working tree",
      versions: [FILED],
      working: swap("four minutes", "four  minutes"),
      record: ["amended c1", "uncommitted 13"],
    },
  ],
  immutablePolicy("{ allow: { whitespace: false } }"),
);
