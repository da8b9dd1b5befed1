/** What is a filed record, and what only looks like one. */
import { type DocumentCase, describeDocuments } from "../support/document-cases";
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, EDIT, FILED, FOLDER, record, swap } from "../support/record-document";

const edit = swap(...EDIT);

/** Not filed, and changed afterwards as it may be. */
function draft(name: string, text: string): DocumentCase {
  return { name, versions: [text, edit], record: undefined };
}

/** Filed, and changed afterwards, at line 13 unless said otherwise. */
function filed(name: string, text: string, line = "13", path?: string): DocumentCase {
  return {
    name,
    versions: [text, edit],
    record: ["amended c1", `c2 ${line}`],
    ...(path === undefined ? {} : { path }),
  };
}

const BODY = "Guests waited for four minutes on average.\n";
const header = (...lines: string[]): string => ["# T", "", ...lines, "", BODY].join("\n");

describeDocuments("quotes of a filing", [
  draft("an active document", ACTIVE),
  draft("in a fence", `${ACTIVE}\n\`\`\`\n**Status:** Filed\n**Date Filed:** 2026-02-20\n\`\`\`\n`),
  draft(
    "in an indented block",
    `${ACTIVE}\nText:\n\n    **Status:** Filed\n    **Date Filed:** 2026-02-20\n`,
  ),
  draft("in an HTML comment", `${ACTIVE}\n<!--\n**Status:** Filed\n**Date Filed:** 2026-02-20\n-->\n`),
  draft(
    "in a section",
    `${ACTIVE}\n## Header of a record\n\n**Status:** Filed\n**Date Filed:** 2026-02-20\n`,
  ),
  draft("in a comment in the header", swap("**Feature", "<!-- **Status:** Filed -->\n**Feature")(ACTIVE)),
  draft(
    "in a fence that is the header",
    `# T\n\n\`\`\`\nStatus: Filed\nDate Filed: 2026-02-20\n\`\`\`\n\n${BODY}`,
  ),
  draft("as a code span in a sentence", `${ACTIVE}\nSet \`Status: Filed\` at the end.\n`),
  draft("after a paragraph", `# T\n\nSome words first.\n\n## Later\n\n**Status:** Filed\n\n${BODY}`),
]);

describeDocuments("values of the filing condition", [
  draft("a status that will be", record({ status: "To be Filed", filed: "—" })),
  draft("a status that says not", record({ status: "Not Filed", filed: "—" })),
  draft("a status with a word more", record({ status: "Unfiled", filed: "TBD" })),
  draft("a status still a placeholder", record({ status: "[Active | Filed]", filed: "{date}" })),
  draft("a date to come", record({ status: "Active", filed: "TBD — after sign-off" })),
  draft("a date that is a word", record({ status: "Active", filed: "yes" })),
  draft("a date that no calendar has", record({ status: "Active", filed: "2026-02-31" })),
  filed("the filing date alone", record({ status: "Active" })),
  filed("the status alone", record({ filed: "—" })),
  filed("lower case", record({ status: "filed", filed: "—" })),
  filed("bold", record({ status: "**Filed**", filed: "—" })),
  filed("a code span", record({ status: "`Filed`", filed: "—" })),
  filed("an emoji before it", record({ status: "✅ Filed", filed: "—" })),
  filed("a note in brackets", record({ status: "Filed (immutable)", filed: "—" })),
  filed("a note behind a dash", record({ status: "Filed — 2026-02-20", filed: "—" })),
  filed("a date in words", record({ status: "Active", filed: "20 February 2026" })),
]);

describeDocuments("forms of the header", [
  filed("front matter", `---\nowner: PMO Lead\nstatus: Filed\n---\n# T\n\n${BODY}`, "7"),
  filed("front matter with a date", `---\nstatus: Active\ndate_filed: 2026-02-20\n---\n# T\n\n${BODY}`, "7"),
  filed("quoted front matter", `---\nstatus: "Filed"\nlist:\n  - a\n---\n# T\n\n${BODY}`, "8"),
  filed(
    "a table",
    header("| Field | Value |", "|---|---|", "| Owner | PMO Lead |", "| Status | Filed |"),
    "8",
  ),
  filed("a table without a head", header("| Owner | PMO Lead |", "|---|---|", "| Status | Filed |"), "7"),
  filed("a list", header("- **Owner:** PMO Lead", "- **Status:** Filed"), "6"),
  filed("several on a line", header("**Owner:** PMO Lead | **Status:** Filed"), "5"),
  filed("plain lines", header("Owner: PMO Lead", "Status: Filed"), "6"),
  filed("the colon outside of the bold", header("**Owner**: PMO Lead", "**Status**: Filed"), "6"),
  filed("an alias of the date", header("**Status:** Active", "**Filed on:** 2026-02-20"), "6"),
  filed("CRLF", FILED.replaceAll("\n", "\r\n")),
  filed("a byte order mark", `\uFEFF${FILED}`),
  filed("no final line break", `${FILED.trimEnd()}`),
  filed("a folder below", FILED, "13", `${FOLDER}/2026/q1/deep-lessons.md`),
  filed("a file name in capitals", FILED, "13", `${FOLDER}/DEEP-LESSONS.MD`),
  {
    name: "the index of the folder is none",
    versions: [FILED.replace(/\*\*Class:.*\n/, ""), edit],
    path: `${FOLDER}/README.md`,
    record: undefined,
  },
  filed("told by its class field", FILED, "13", "notes/anything.md"),
  filed("told by a class field with a number", record({ className: "7" }), "13", "notes/number.md"),
  {
    name: "of a class that is never filed",
    versions: [record({ className: "Planning Document (Class 4)" }), edit],
    path: "notes/plan.md",
    record: undefined,
  },
  {
    name: "of no class",
    versions: [FILED.replace(/\*\*Class:.*\n/, ""), edit],
    path: "notes/unknown.md",
    record: undefined,
  },
]);

const repositories: readonly RecordCase[] = [
  {
    name: "filed in the initial commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "filed after years of work, and edited up to the commit that files",
    history: steps(
      (h) => h.write(A, ACTIVE),
      (h) => h.append(A, "- more\n"),
      (h) => h.write(A, FILED),
      (h) => h.write("other.md", "# Other\n"),
    ),
    records: { [A]: ["intact c3"] },
  },
  {
    name: "filed by its date in one commit, by its status in the next: the first one counts",
    history: steps(
      (h) => h.write(A, record({ status: "Active" })),
      (h) => h.replace(A, "**Status:** Active", "**Status:** Filed"),
    ),
    records: { [A]: ["amended c1", "c2 5"] },
  },
  {
    name: "records are listed by path, whatever was filed first",
    history: steps(
      (h) => h.write(B, FILED),
      (h) => h.write(A, record({ title: "Other" })),
    ),
    records: { [A]: ["intact c2"], [B]: ["intact c1"] },
  },
  {
    name: "a repository without records",
    history: steps((h) => h.write(A, ACTIVE)),
    records: {},
    exit: 0,
  },
];
describeRepositories("filing", repositories);
