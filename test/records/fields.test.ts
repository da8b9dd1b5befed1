/** Header fields that may change in a record, and mode `body`, in which the whole header may. */
import { describeDocuments } from "../support/document-cases";
import { describeRepositories, steps } from "../support/record-cases";
import { A, EDIT, FILED, immutablePolicy, swap } from "../support/record-document";

const SUCCESSOR = "**Date Filed:** 2026-02-20\n**Superseded by:** [New](new.md)\n";
const addSuccessor = swap("**Date Filed:** 2026-02-20\n", SUCCESSOR);

describeDocuments(
  "fields that may change",
  [
    {
      name: "a field put in",
      versions: [FILED, addSuccessor],
      record: ["intact c1", "c2 9 field:Superseded by"],
    },
    {
      name: "a field put in, then another value",
      versions: [FILED, addSuccessor, swap("new.md", "newer.md")],
      record: ["intact c1", "c2 9 field:Superseded by", "c3 9 field:Superseded by"],
    },
    {
      name: "one of the values that are allowed",
      versions: [FILED, swap("**Status:** Filed", "**Status:** Superseded")],
      record: ["intact c1", "c2 5 field:Status"],
    },
    {
      name: "another value",
      versions: [FILED, swap("**Status:** Filed", "**Status:** Active")],
      record: ["amended c1", "c2 5"],
    },
    {
      name: "a value that only begins like an allowed one",
      versions: [FILED, swap("**Status:** Filed", "**Status:** Superseded never")],
      record: ["amended c1", "c2 5"],
    },
    {
      name: "an allowed value and then another one",
      versions: [FILED, swap("**Status:** Filed", "**Status:** Superseded"), swap("Superseded", "Active")],
      record: ["amended c1", "c2 5 field:Status", "c3 5"],
      marked: ["5"],
    },
    {
      name: "an allowed value and back",
      versions: [FILED, swap("**Status:** Filed", "**Status:** Superseded"), swap("Superseded", "Filed")],
      record: ["intact c1", "c2 5 field:Status", "c3 5 restored"],
    },
    {
      name: "a field that is not named",
      versions: [FILED, swap("PMO Lead", "QA Lead")],
      record: ["amended c1", "c2 3"],
    },
    {
      name: "an allowed field in one place, a word in another",
      versions: [FILED, (text) => swap(...EDIT)(addSuccessor(text))],
      record: ["amended c1", "c2 9 field:Superseded by", "c2 14"],
    },
    {
      name: "an allowed field and another one on its line",
      versions: [
        FILED,
        swap("**Date Filed:** 2026-02-20\n", `${SUCCESSOR.trimEnd()} | **Approved by:** Nobody\n`),
      ],
      record: ["amended c1", "c2 9"],
    },
    {
      name: "a line like the field in the text",
      versions: [FILED, swap("- ask the porters again\n", "- ask the porters again\n**Superseded by:** x\n")],
      record: ["amended c1", "c2 20"],
    },
    {
      name: "a line like the field in a section of its own",
      versions: [FILED, (text) => `${text}\n## Header\n\n**Superseded by:** x\n`],
      record: ["amended c1", "c2 *"],
    },
    {
      name: "a field put in with a paragraph behind it",
      versions: [FILED, swap("**Date Filed:** 2026-02-20\n", `${SUCCESSOR}\nAll of this is void.\n`)],
      record: ["amended c1", "c2 9-11"],
      marked: ["9-11"],
    },
    {
      name: "a field put in by its alias in other words",
      versions: [
        FILED,
        swap("**Date Filed:** 2026-02-20\n", "**Date Filed:** 2026-02-20\n**SUPERSEDED_BY**: x\n"),
      ],
      record: ["intact c1", "c2 9 field:Superseded by"],
    },
    {
      name: "in front matter",
      versions: [
        "---\nstatus: Filed\nowner: PMO Lead\n---\n# T\n\nText.\n",
        "---\nstatus: Filed\nowner: PMO Lead\nsuperseded_by: new.md\n---\n# T\n\nText.\n",
      ],
      record: ["intact c1", "c2 4 field:Superseded by"],
    },
    {
      name: "in a table",
      versions: [
        "# T\n\n| Status | Filed |\n|---|---|\n| Owner | PMO Lead |\n\nText.\n",
        "# T\n\n| Status | Filed |\n|---|---|\n| Owner | PMO Lead |\n| Superseded by | x |\n\nText.\n",
      ],
      record: ["intact c1", "c2 6 field:Superseded by"],
    },
    {
      name: "a field of a table and a cell more",
      versions: [
        "# T\n\n| Status | Filed |\n|---|---|\n| Superseded by | x |\n| Owner | PMO Lead |\n\nText.\n",
        "# T\n\n| Status | Filed |\n|---|---|\n| Superseded by | y |\n| Owner | QA Lead |\n\nText.\n",
      ],
      record: ["amended c1", "c2 ?"],
      marked: ["5-6"],
    },
    {
      name: "a field of several on a line",
      versions: [
        "# T\n\n**Status:** Filed | **Superseded by:** — | **Owner:** PMO Lead\n\nText.\n",
        "# T\n\n**Status:** Filed | **Superseded by:** x | **Owner:** PMO Lead\n\nText.\n",
      ],
      record: ["intact c1", "c2 3 field:Superseded by"],
    },
    {
      name: "a field of several on a line, and its neighbour",
      versions: [
        "# T\n\n**Status:** Filed | **Superseded by:** — | **Owner:** PMO Lead\n\nText.\n",
        "# T\n\n**Status:** Filed | **Superseded by:** x | **Owner:** QA Lead\n\nText.\n",
      ],
      record: ["amended c1", "c2 3"],
    },
  ],
  immutablePolicy('{ allow: { whitespace: false, fields: { Superseded by: "*", Status: [Superseded] } } }'),
);

const REPORT = "docs/operations/status_reports/System_status_report_v1.4_2026-02-14.md";
const OPERATIONAL = [
  "# System status report",
  "",
  "**Owner:** Operations",
  "**Status:** Filed",
  "**Deployment Version:** 1.4",
  "**Filed:** 2026-02-15",
  "",
  "All services answer.",
  "",
  "## Services",
  "",
  "**Status:** green",
  "",
].join("\n");

const at = (index: number): string => REPORT.replace("v1.4", `v1.${index}`);

describeDocuments("mode body", [
  { name: "nothing", path: at(1), versions: [OPERATIONAL], record: ["intact c1"] },
  {
    name: "a field's value",
    path: at(2),
    versions: [OPERATIONAL, swap("Operations", "Support")],
    record: ["intact c1", "c2 3 header"],
  },
  {
    name: "a field put in",
    path: at(3),
    versions: [OPERATIONAL, swap("**Filed:**", "**Environment:** Production\n**Filed:**")],
    record: ["intact c1", "c2 6 header"],
  },
  {
    name: "a field taken away",
    path: at(4),
    versions: [OPERATIONAL, swap("**Deployment Version:** 1.4\n", "")],
    record: ["intact c1", "c2 4 header"],
  },
  {
    name: "the text",
    path: at(5),
    versions: [OPERATIONAL, swap("All services", "No services")],
    record: ["amended c1", "c2 8"],
  },
  {
    name: "header and text",
    path: at(6),
    versions: [
      OPERATIONAL,
      (text) => swap("Operations", "Support")(swap("All services", "No services")(text)),
    ],
    record: ["amended c1", "c2 3 header", "c2 8"],
  },
  {
    name: "a line like a field in a later section",
    path: at(7),
    versions: [OPERATIONAL, swap("**Status:** green", "**Status:** red")],
    record: ["amended c1", "c2 12"],
  },
  {
    name: "the title",
    path: at(8),
    versions: [OPERATIONAL, swap("# System status report", "# Outage report")],
    record: ["amended c1", "c2 1"],
  },
  {
    name: "the state set to a draft, then the text, then filed again",
    path: at(9),
    versions: [
      OPERATIONAL,
      (text) =>
        swap("**Status:** Filed", "**Status:** Draft")(swap("**Filed:** 2026-02-15", "**Filed:** —")(text)),
      swap("All services", "No services"),
      (text) =>
        swap("**Status:** Draft", "**Status:** Filed")(swap("**Filed:** —", "**Filed:** 2026-03-15")(text)),
    ],
    record: ["amended c1", "c2 4", "c2 6", "c3 8", "c4 ?"],
    marked: ["8"],
  },
  {
    name: "a paragraph put between the header's lines and the text",
    path: at(10),
    versions: [
      OPERATIONAL,
      swap("**Filed:** 2026-02-15\n", "**Filed:** 2026-02-15\n\nNothing below is true.\n"),
    ],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "filed under its other name of the state",
    path: at(11),
    versions: [
      swap("**Status:** Filed", "**Status:** Operational Record")(swap("2026-02-15", "—")(OPERATIONAL)),
      swap("All services", "No services"),
    ],
    record: ["amended c1", "c2 8"],
  },
  {
    name: "the header's end moved, so that text becomes header",
    path: at(12),
    versions: [
      OPERATIONAL,
      swap(
        "**Filed:** 2026-02-15\n\nAll services answer.",
        "**Filed:** 2026-02-15\n**Services:** none answers.",
      ),
    ],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "front matter put before it",
    path: at(13),
    versions: [OPERATIONAL, (text) => `---\nstatus: Filed\n---\n${text}`],
    record: ["intact|amended c1", "c2 ?"],
  },
]);

describeRepositories("records from their creation on", [
  {
    name: "a draft that is edited",
    policy: immutablePolicy("{ when: creation }"),
    history: steps(
      (h) => h.write(A, FILED.replace("Filed\n", "Active\n").replace("2026-02-20", "—")),
      (h) => h.replace(A, ...EDIT),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a draft that becomes filed is amended as well",
    policy: immutablePolicy("{ when: creation }"),
    history: steps(
      (h) => h.write(A, FILED.replace("Filed\n", "Active\n").replace("2026-02-20", "—")),
      (h) => h.replace(A, "**Status:** Active", "**Status:** Filed"),
    ),
    records: { [A]: ["amended c1", "c2 5"] },
  },
  {
    name: "a document that came without a header",
    policy: immutablePolicy("{ when: creation }"),
    history: steps(
      (h) => h.write(A, "# T\n\nText.\n"),
      (h) => h.append(A, "More.\n"),
    ),
    records: { [A]: ["amended c1", "c2 4"] },
  },
]);
