/** Policies that look away from a record, or cannot be read while it is filed or edited. */
import { POLICY } from "../support/delivery-documents";
import { describeRepositories, steps } from "../support/record-cases";
import { A, ACTIVE, EDIT, edited, FILED, immutablePolicy } from "../support/record-document";

const NOTE = "notes/note.md";
const BROKEN = "version: 1\nclasses: [\n";

describeRepositories("policies that look away", [
  {
    name: "documents narrowed to folders in which the record does not lie, in the commit of the edit",
    history: steps(
      (h) => h.write(NOTE, FILED),
      (h) => {
        h.write("docket.yaml", `${POLICY}documents: ["docs/**/*.md"]\n`);
        h.replace(NOTE, ...EDIT);
      },
    ),
    records: { [NOTE]: ["amended c1", "c2 13"] },
    marked: null,
  },
  {
    name: "a nearer policy that ignores everything",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.write("docs/docket.yaml", 'version: 1\nignore: ["**"]\n');
        h.replace(A, ...EDIT);
      },
    ),
    records: { [A]: ["amended c1", "c2 13"] },
    marked: null,
  },
  {
    name: "moved into a folder that was ignored all along, and edited",
    policy: `${POLICY}ignore: ["attic/**"]\n`,
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, "attic/a.md");
        h.replace("attic/a.md", ...EDIT);
      },
    ),
    records: { "attic/a.md": ["amended c1", "c2 13"] },
    marked: null,
  },
]);

describeRepositories("policies that cannot be read", [
  {
    name: "while the record is edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.write("docket.yaml", BROKEN);
        h.replace(A, ...EDIT);
      },
      (h) => h.write("docket.yaml", POLICY),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "while the record is filed",
    history: steps(
      (h) => h.write(A, ACTIVE),
      (h) => h.write("docket.yaml", BROKEN),
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
      (h) => h.write("docket.yaml", POLICY),
    ),
    records: { [A]: ["amended c3", "c4 13"] },
  },
  {
    name: "while the record is filed, and loosened with the edit",
    history: steps(
      (h) => h.write(A, ACTIVE),
      (h) => h.write("docket.yaml", BROKEN),
      (h) => h.write(A, FILED),
      (h) => {
        h.write("docket.yaml", immutablePolicy("null"));
        h.write(A, edited);
      },
    ),
    records: { [A]: ["amended c3", "c4 13"] },
    marked: null,
  },
]);
