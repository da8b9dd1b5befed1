/** Lines that may be added to a record: errata with a date, and mode `append-only`. */
import { type DocumentCase, describeDocuments } from "../support/document-cases";
import { immutablePolicy, record } from "../support/record-document";

const TEXT = "Guests waited for four minutes.\n\n";
const ERRATA = `${TEXT}## Errata\n\n- 2026-02-21: The gate is the north gate.\n- 2026-02-22: Four is the mean.\n`;
const LATER = `${ERRATA}\n## Sources\n\nThe log of the gate.\n`;

type Changed = readonly [name: string, before: string, after: string, ...entries: readonly string[]];

/** What the entries say tells the verdict. */
function toCases(region: string, changes: readonly Changed[]): DocumentCase[] {
  return changes.map(([name, before, after, ...entries]) => ({
    name,
    versions: [record({ body: before }), record({ body: after })],
    record: [
      entries.every((entry) => entry.endsWith(region)) ? "intact c1" : "amended c1",
      ...entries.map((entry) => `c2 ${entry}`),
    ],
  }));
}

const put = (text: string, behind: string, line: string): string => text.replace(behind, `${behind}${line}`);
const LAST = "- 2026-02-22: Four is the mean.\n";

describeDocuments(
  "errata",
  toCases("errata", [
    ["an entry with a date", ERRATA, `${ERRATA}- 2026-03-01: Five on Sunday.\n`, "18 errata"],
    ["two entries", ERRATA, `${ERRATA}- 2026-03-01: One.\n- 2026-03-02: Two.\n`, "18-19 errata"],
    [
      "an entry of two lines",
      ERRATA,
      `${ERRATA}- 2026-03-01: Five on Sunday,\n  four else.\n`,
      "18-19 errata",
    ],
    ["in the middle of the document", LATER, put(LATER, LAST, "- 2026-03-01: Five.\n"), "18 errata"],
    ["a bold date", ERRATA, `${ERRATA}- **2026-03-01** Five on Sunday.\n`, "18 errata"],
    ["an entry without a date", ERRATA, `${ERRATA}- Five on Sunday.\n`, "18"],
    ["a date that no calendar has", ERRATA, `${ERRATA}- 2026-02-31: Five on Sunday.\n`, "18"],
    [
      "a date in the entry's second line",
      ERRATA,
      `${ERRATA}- Five on Sunday.\n  2026-03-01\n`,
      "18-19 errata",
    ],
    ["an entry with a date and one without", ERRATA, `${ERRATA}- 2026-03-01: Five.\n- Six.\n`, "*"],
    ["an old entry changed", ERRATA, ERRATA.replace("north", "south"), "16"],
    ["the date of an old entry", ERRATA, ERRATA.replace("02-22", "02-23"), "17"],
    ["an old entry taken away", ERRATA, ERRATA.replace(LAST, ""), "16"],
    ["words more in an old entry", ERRATA, ERRATA.replace("mean.\n", "mean.\n  2026-03-01: No.\n"), "18"],
    ["the heading", ERRATA, ERRATA.replace("## Errata", "## Errata and more"), "14"],
    ["the heading's level", LATER, LATER.replace("## Errata", "### Errata"), "14"],
    ["in another section", LATER, `${LATER}- 2026-03-01: Five on Sunday.\n`, "*"],
    ["before the heading", ERRATA, ERRATA.replace("## Errata", "- 2026-03-01: Five.\n\n## Errata"), "*"],
    [
      "an entry and a section behind it",
      ERRATA,
      `${ERRATA}- 2026-03-01: One.\n\n## New findings\n\nFive.\n`,
      "?",
    ],
    [
      "an entry that opens a fence over what follows",
      LATER,
      put(LATER, LAST, "- 2026-03-01: One.\n\n```\n"),
      "*",
    ],
    [
      "an entry that opens a comment over what follows",
      LATER,
      put(LATER, LAST, "- 2026-03-01: One.\n\n<!--\n"),
      "*",
    ],
    [
      "under such a heading in a fence",
      `${TEXT}\`\`\`\n## Errata\n\n\`\`\`\n`,
      `${TEXT}\`\`\`\n## Errata\n\n- 2026-03-01: One.\n\`\`\`\n`,
      "*",
    ],
    [
      "a section of that name put in with text without a date",
      TEXT,
      `${TEXT}## Errata\n\nAll is void.\n`,
      "*",
    ],
    [
      "an entry, and a word elsewhere",
      ERRATA,
      `${ERRATA.replace("four", "two")}- 2026-03-01: One.\n`,
      "12",
      "18 errata",
    ],
  ]),
  immutablePolicy("{ allow: { errata: [Errata], whitespace: false } }"),
);

const BODY = "One.\n\n- first\n- last\n";

describeDocuments(
  "append-only, at the end of the document",
  toCases("append", [
    ["a line", BODY, `${BODY}- more\n`, "16 append"],
    ["several lines", BODY, `${BODY}\nTwo.\n\nThree.\n`, "16-19 append"],
    ["a section", BODY, `${BODY}\n## Later\n\nText.\n`, "16-19 append"],
    ["the last line changed", BODY, BODY.replace("- last", "- latest"), "15"],
    ["the last line taken away", BODY, BODY.replace("- last\n", ""), "14"],
    ["words more on the last line", BODY, "One.\n\n- first\n- last and more\n", "15"],
    ["words more on a last line without its break", "One.\n\nLast", "One.\n\nLast not.\n", "14"],
    ["a line before the last one", BODY, BODY.replace("- last", "- middle\n- last"), "15"],
    ["a line in the middle", BODY, BODY.replace("- first", "Middle.\n\n- first"), "*"],
    [
      "lines more at the end, and one in the middle",
      BODY,
      `${BODY.replace("One.", "Two.")}- more\n`,
      "12",
      "16 append",
    ],
    ["a line more, and the last one changed", BODY, "One.\n\n- first\n- latest\n- more\n", "*"],
  ]),
  immutablePolicy("{ mode: append-only, allow: { whitespace: false } }"),
);

describeDocuments(
  "append-only, in steps",
  [
    {
      name: "lines added are of the record from then on or not, but what was filed is",
      versions: [
        record({ body: BODY }),
        (text) => `${text}- more\n`,
        (text) => text.replace("- first", "- 1st"),
      ],
      record: ["amended c1", "c2 16 append", "c3 14"],
      marked: ["14"],
    },
    {
      name: "added twice",
      versions: [record({ body: BODY }), (text) => `${text}- more\n`, (text) => `${text}- and more\n`],
      record: ["intact c1", "c2 16 append", "c3 17 append"],
    },
    {
      name: "the header",
      versions: [record({ body: BODY }), (text) => text.replace("PMO Lead", "QA Lead")],
      record: ["amended c1", "c2 3"],
    },
    {
      name: "a last line without its break, and a line more",
      versions: [record({ body: "One.\n\nLast" }), (text) => `${text}\nMore.\n`],
      record: ["intact c1", "c2 ?"],
    },
    {
      name: "added in the working tree",
      versions: [record({ body: BODY })],
      working: (text) => `${text}- more\n`,
      record: ["intact c1", "uncommitted 16 append"],
    },
  ],
  immutablePolicy("{ mode: append-only, allow: { whitespace: false } }"),
);

const LOG = "One.\n\n## Log\n\n- first\n- last\n\n## End\n\nText.\n";

describeDocuments(
  "append-only, to a section",
  toCases("append", [
    ["at the end of the section", LOG, LOG.replace("- last\n", "- last\n- more\n"), "18 append"],
    ["in the middle of the section", LOG, LOG.replace("- first\n", "- first\n- more\n"), "17"],
    ["at the start of the section", LOG, LOG.replace("- first\n", "- more\n- first\n"), "16"],
    ["at the end of the document", LOG, `${LOG}More.\n`, "*"],
    ["a section more at the end", LOG, `${LOG}\n## More\n\nText.\n`, "*"],
    [
      "a heading at the end of the section",
      LOG,
      LOG.replace("- last\n", "- last\n\n## Next\n\nText.\n"),
      "*",
    ],
    ["an old line of the section", LOG, LOG.replace("- first", "- 1st"), "16"],
    ["in a section named the same in a fence", "```\n## Log\n\n```\n", "```\n## Log\n\n- more\n```\n", "*"],
  ]),
  immutablePolicy("{ mode: append-only, appendTo: [Log], allow: { whitespace: false } }"),
);
