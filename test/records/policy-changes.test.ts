/** Policies, and what tells a document's class, changed to let an edit pass. */

import { POLICY } from "../support/delivery-documents";
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, EDIT, FILED, immutablePolicy, record, swap } from "../support/record-document";
import { writeInto } from "../support/temporary-folder";

const LOOSE = immutablePolicy("null");
const LINKS = immutablePolicy("{ allow: { links: true } }");
const LINKED = record({ body: "See [guide](a.md).\n" });
const NOTE = "notes/note.md";

/** Filed in c1; in c2 the policy changes, and with it the record or not; the record then changes in c3 or not. */
function loosened(
  name: string,
  policy: string | null,
  amendments: readonly string[],
  change: readonly [string, string] = EDIT,
): RecordCase {
  const together = amendments[0]?.startsWith("c2") === true;
  return {
    name,
    history: (h) => {
      h.write(A, change === EDIT ? FILED : LINKED);
      h.commit("c1");
      if (policy === null) h.remove("docket.yaml");
      else h.write("docket.yaml", policy);
      if (together) h.replace(A, ...change);
      h.commit("c2");
      if (!together) {
        h.replace(A, ...change);
        h.commit("c3");
      }
    },
    records: {
      [A]: amendments.some((entry) => !/[a-z]{2}/.test(entry))
        ? ["amended c1", ...amendments]
        : ["intact c1", ...amendments],
    },
    // what no class makes immutable any more is what audit finds, and no longer what a rule of this policy says
    ...(policy === LINKS ? {} : { marked: null }),
  };
}

const TARGET = ["a.md", "b.md"] as const;

/** Cases on defects that are known and open. */
const _IGNORED = "a record that the present policy ignores is not listed at all";
const _UNMARKED = "a check judges by the present policy alone, so that it disagrees with the audit";

describeRepositories("a loosened policy", [
  loosened("no immutability, in the commit of the edit", LOOSE, ["c2 13"]),
  loosened("no immutability, in a commit before the edit", LOOSE, ["c3 13"]),
  loosened(
    "the class taken away, in the commit of the edit",
    `${POLICY}classes: { delivery-record: null }\n`,
    ["c2 13"],
  ),
  loosened("the class taken away before the edit", `${POLICY}classes: { delivery-record: null }\n`, [
    "c3 13",
  ]),
  {
    ...loosened("documents ignored, in the commit of the edit", `${POLICY}ignore: ["docs/product/**"]\n`, [
      "c2 13",
    ]),
  },
  {
    ...loosened("documents ignored before the edit", `${POLICY}ignore: ["docs/product/**"]\n`, ["c3 13"]),
  },
  loosened(
    "another filing condition, in the commit of the edit",
    immutablePolicy("{ when: { Status: Sealed } }"),
    ["c2 13"],
  ),
  loosened("another filing condition before the edit", immutablePolicy("{ when: { Status: Sealed } }"), [
    "c3 13",
  ]),
  loosened(
    "another mode, in the commit of an edit that it allows",
    immutablePolicy("{ mode: body }"),
    ["c2 3"],
    ["PMO Lead", "QA Lead"],
  ),
  loosened("links allowed, in the commit that repairs one", LINKS, ["c2 12"], TARGET),
  loosened("links allowed before one is repaired", LINKS, ["c3 12 links"], TARGET),
  loosened("rules switched off, in the commit of the edit", `${POLICY}rules: { "*": off }\n`, ["c2 13"]),
  loosened("rules switched off before the edit", `${POLICY}rules: { "*": off }\n`, ["c3 13"]),
]);

describeRepositories("policies elsewhere", [
  {
    name: "loosened in a file that the policy extends",
    policy: "version: 1\nextends: [delivery, ./team.yaml]\n",
    history: steps(
      (h) => {
        h.write("team.yaml", "version: 1\n");
        h.write(A, FILED);
      },
      (h) => {
        h.write("team.yaml", LOOSE.replace("extends: delivery\n", ""));
        h.replace(A, ...EDIT);
      },
    ),
    records: { [A]: ["amended c1", "c2 13"] },
    marked: null,
  },
  {
    name: "the policy moved to its other place and loosened",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.remove("docket.yaml");
        h.write(".docket/policy.yaml", LOOSE);
        h.replace(A, ...EDIT);
      },
    ),
    records: { [A]: ["amended c1", "c2 13"] },
    marked: null,
  },
  {
    name: "a policy put nearer to the record",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.write("docs/docket.yaml", "version: 1\n");
        h.replace(A, ...EDIT);
      },
    ),
    records: { [A]: ["amended c1", "c2 13"] },
    marked: null,
  },
  {
    name: "loosened and tightened again, with the edit in between",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write("docket.yaml", LOOSE),
      (h) => h.replace(A, ...EDIT),
      (h) => h.write("docket.yaml", POLICY),
    ),
    records: { [A]: ["amended c1", "c3 13"] },
  },
  {
    name: "loosened and tightened again on a side branch with the edit",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.write("docket.yaml", LOOSE);
      h.replace(A, ...EDIT);
      h.commit("s1");
      h.checkout("main");
      h.write("other.md", "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.write("docket.yaml", POLICY));
    },
    records: { [A]: ["amended c1", "s1 13"] },
  },
  {
    name: "a policy that came after the record",
    policy: null,
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
      (h) => h.write("docket.yaml", POLICY),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a filing condition that came later",
    history: steps(
      (h) => h.write(A, record({ status: "Sealed", filed: "—" })),
      (h) => h.replace(A, ...EDIT),
      (h) => h.write("docket.yaml", immutablePolicy("{ when: [{ Status: Sealed }] }")),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "loosened in the working tree alone, with the edit",
    history: steps((h) => h.write(A, FILED)),
    after: ({ folder }) => {
      writeInto(folder, "docket.yaml", LOOSE);
      writeInto(folder, A, swap(...EDIT)(FILED));
      return undefined;
    },
    records: { [A]: ["amended c1", "uncommitted 13"] },
    marked: null,
  },
  {
    name: "loosened in the working tree alone, after a committed edit that it would allow",
    history: steps(
      (h) => h.write(A, LINKED),
      (h) => h.replace(A, "a.md", "b.md"),
    ),
    after: ({ folder }) => {
      writeInto(folder, "docket.yaml", LINKS);
      return undefined;
    },
    records: { [A]: ["intact c1", "c2 12 links"] },
  },
  {
    name: "deleted with the policy loosened in the same commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.write("docket.yaml", LOOSE);
        h.remove(A);
      },
    ),
    records: { [A]: ["deleted c1", "c2 *"] },
    marked: null,
  },
]);

/** A document outside of the folders of its class, which its class field tells. */
function reclassified(name: string, from: string, to: string, lines: readonly string[]): RecordCase {
  return {
    name,
    history: steps(
      (h) => h.write(NOTE, FILED),
      (h) => {
        h.replace(NOTE, from, to);
        h.replace(NOTE, ...EDIT);
      },
    ),
    records: { [NOTE]: ["amended c1", ...lines.map((line) => `c2 ${line}`)] },
  };
}
const CLASS = "**Class:** Delivery Record (Class 7)";

describeRepositories("a changed class", [
  reclassified("another class that is never filed", CLASS, "**Class:** Planning Document (Class 4)", [
    "4",
    "13",
  ]),
  reclassified("a word that is no class", CLASS, "**Class:** Note", ["4", "13"]),
  reclassified("the class field taken away", `${CLASS}\n`, "", ["3", "12"]),
  {
    name: "the class changed in one commit, the text in the next, the class back in a third",
    history: steps(
      (h) => h.write(NOTE, FILED),
      (h) => h.replace(NOTE, CLASS, "**Class:** Planning Document (Class 4)"),
      (h) => h.replace(NOTE, ...EDIT),
      (h) => h.replace(NOTE, "**Class:** Planning Document (Class 4)", CLASS),
    ),
    records: { [NOTE]: ["amended c1", "c2 4", "c3 13", "c4 ?"] },
    marked: { [NOTE]: ["13"] },
  },
  {
    name: "the whole header taken away",
    history: steps(
      (h) => h.write(NOTE, FILED),
      (h) => h.write(NOTE, FILED.replace(/\*\*.*\n/g, "")),
    ),
    records: { [NOTE]: ["amended c1", "c2 *"] },
    marked: { [NOTE]: ["1"] },
  },
  {
    name: "class and name changed in the commit of the edit",
    history: steps(
      (h) => h.write(NOTE, FILED),
      (h) => {
        h.rename(NOTE, "notes/plan.md");
        h.replace("notes/plan.md", CLASS, "**Class:** Planning Document (Class 4)");
        h.replace("notes/plan.md", ...EDIT);
      },
    ),
    records: { "notes/plan.md": ["amended c1", "c2 4", "c2 13"] },
  },
  {
    name: "the class changed in the working tree, with the edit",
    history: steps((h) => h.write(NOTE, FILED)),
    after: ({ folder }) => {
      writeInto(folder, NOTE, swap(CLASS, "**Class:** Planning Document (Class 4)")(swap(...EDIT)(FILED)));
      return undefined;
    },
    records: { [NOTE]: ["amended c1", "uncommitted 4", "uncommitted 13"] },
  },
]);
