/** Records that are deleted, copied, and made again. */
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, C, EDIT, edited, FILED, FOLDER, record, swap } from "../support/record-document";

const deletions: readonly RecordCase[] = [
  {
    name: "deleted",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(B, record({ title: "Other" }));
      },
      (h) => h.remove(A),
    ),
    records: { [A]: ["deleted c1", "c2 *"], [B]: ["intact c1"] },
  },
  {
    name: "deleted, in a folder with an index",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(`${FOLDER}/README.md`, "# Lessons\n");
      },
      (h) => h.remove(A),
    ),
    records: { [A]: ["deleted c1", "c2 *"] },
    deletedAt: [`${FOLDER}/README.md`],
  },
  {
    name: "deleted, in a folder with an index of the other name",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(B, record({ title: "Other" }));
        h.write(`${FOLDER}/index.md`, "# Lessons\n");
      },
      (h) => h.remove(A),
      (h) => h.remove(B),
    ),
    records: { [A]: ["deleted c1", "c2 *"], [B]: ["deleted c1", "c3 *"] },
    deletedAt: [`${FOLDER}/index.md`, `${FOLDER}/index.md`],
  },
  {
    name: "edited, then deleted",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
      (h) => h.remove(A),
    ),
    records: { [A]: ["deleted c1", "c2 13", "c3 *"] },
  },
  {
    name: "set back to active, then deleted",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(A, ACTIVE),
      (h) => h.remove(A),
    ),
    records: { [A]: ["deleted c1", "c2 *", "c3 *"] },
  },
  {
    name: "deleted and made again as it was",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
      (h) => h.write(A, FILED),
    ),
    records: { [A]: ["intact c1", "c2 *", "c3 * restored"] },
  },
  {
    name: "deleted and made again with an edit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
      (h) => h.write(A, edited),
    ),
    records: { [A]: ["amended c1", "c2 *", "c3 *"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "deleted and made again much later, as something else, and filed again",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
      (h) => h.write("other.md", "# Other\n"),
      (h) => h.write(A, ACTIVE),
      (h) => h.write(A, edited),
    ),
    records: { [A]: ["amended c1", "c2 *", "c4 ?", "c5 ?"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "deleted, and the same text under another name in a later commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
      (h) => h.write(B, FILED),
    ),
    records: { [B]: ["intact c1", "c2 *", "c3 * restored"] },
    marked: null,
  },
  {
    name: "deleted, and an edited copy under another name in a later commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
      (h) => h.write(B, edited),
    ),
    records: { [A]: ["deleted c1", "c2 *"], [B]: ["intact c3"] },
  },
  {
    name: "another document in its place, too different for a rename, under another name",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.remove(A);
        h.write(B, "# Else\n\n**Status:** Filed\n\nNothing of the other text stands here, not a line.\n");
      },
    ),
    records: { [A]: ["deleted c1", "c2 *"], [B]: ["intact c2"] },
  },
  {
    name: "a copy that is edited is a record of its own",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(B, edited),
    ),
    records: { [A]: ["intact c1"], [B]: ["intact c2"] },
  },
  {
    name: "copied and edited, then the first one deleted",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(B, edited),
      (h) => h.remove(A),
    ),
    records: { [A]: ["deleted c1", "c3 *"], [B]: ["intact c2"] },
  },
  {
    name: "copied, and the copy edited later",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(B, FILED),
      (h) => h.replace(B, ...EDIT),
    ),
    records: { [A]: ["intact c1"], [B]: ["amended c2", "c3 13"] },
  },
  {
    name: "one record moved over another one",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(B, record({ title: "Other", body: "A text of its own.\n\nAnd more of it.\n" }));
      },
      (h) => {
        h.remove(B);
        h.rename(A, B);
      },
    ),
    records: { [A]: ["deleted c1", "c2 *"], [B]: ["amended c1", "c2 *"] },
  },
  {
    name: "two new documents, of which one is the edited record",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.remove(A);
        h.write(B, swap("3.2", "9.9")(record({ body: "Quite another text.\n\nOf two paragraphs.\n" })));
        h.write(C, edited);
      },
    ),
    records: { [B]: ["intact c2"], [C]: ["amended c1", "c2 13"] },
  },
];
describeRepositories("deletions and copies", deletions);
