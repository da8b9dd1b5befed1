/** Records that are moved, edited or not, by the same commit or another one. */
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, C, EDIT, edited, FILED, FOLDER, record } from "../support/record-document";

const GATES = "docs/product/phase_gates/a-phase-gate.md";
const OUTSIDE = "archive/old/a.md";
const DOCUMENTS = Array.from({ length: 30 }, (_, index) => `${index + 10}-lessons.md`);
const similar = (name: string): string => record({ title: `Work item ${name.slice(0, 2)}` });

const moves: readonly RecordCase[] = [
  {
    name: "a pure rename is no amendment",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.rename(A, B),
    ),
    records: { [B]: ["intact c1"] },
  },
  {
    name: "rename and edit in one commit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, B);
        h.replace(B, ...EDIT);
      },
    ),
    records: { [B]: ["amended c1", "c2 13"] },
  },
  {
    name: "rename, then edit",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.rename(A, B),
      (h) => h.replace(B, ...EDIT),
    ),
    records: { [B]: ["amended c1", "c3 13"] },
  },
  {
    name: "edit, then rename",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
      (h) => h.rename(A, B),
    ),
    records: { [B]: ["amended c1", "c2 13"] },
  },
  {
    name: "renamed twice, then edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.rename(A, B),
      (h) => h.rename(B, C),
      (h) => h.replace(C, ...EDIT),
    ),
    records: { [C]: ["amended c1", "c4 13"] },
  },
  {
    name: "renamed and back, edited on the way",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, B);
        h.replace(B, ...EDIT);
      },
      (h) => h.rename(B, A),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "renamed and back with the text brought back",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, B);
        h.replace(B, ...EDIT);
      },
      (h) => {
        h.remove(B);
        h.write(A, FILED);
      },
    ),
    records: { [A]: ["intact c1", "c2 13", "c3 13 restored"] },
  },
  {
    name: "renamed before it was filed",
    history: steps(
      (h) => h.write(A, ACTIVE),
      (h) => h.rename(A, B),
      (h) => h.write(B, FILED),
    ),
    records: { [B]: ["intact c3"] },
  },
  {
    name: "renamed in the commit that files it",
    history: steps(
      (h) => h.write(A, ACTIVE),
      (h) => {
        h.remove(A);
        h.write(B, FILED);
      },
    ),
    records: { [B]: ["intact c2"] },
  },
  {
    name: "only in the case of a letter",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.rename(A, A.replace("a-", "A-")),
    ),
    records: { [A.replace("a-", "A-")]: ["intact c1"] },
  },
  {
    name: "only in the case of a letter, and edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, A.replace("a-", "A-"));
        h.replace(A.replace("a-", "A-"), ...EDIT);
      },
    ),
    records: { [A.replace("a-", "A-")]: ["amended c1", "c2 13"] },
  },
  {
    name: "to another folder of the class",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, GATES);
        h.replace(GATES, ...EDIT);
      },
    ),
    records: { [GATES]: ["amended c1", "c2 13"] },
  },
  {
    name: "out of the folders of its class, where its class field still tells it",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => {
        h.rename(A, OUTSIDE);
        h.replace(OUTSIDE, ...EDIT);
      },
    ),
    records: { [OUTSIDE]: ["amended c1", "c2 13"] },
  },
  {
    name: "out of the folders of its class, where nothing tells its class any more",
    history: steps(
      (h) => h.write(A, FILED.replace(/\*\*Class:.*\n/, "")),
      (h) => h.rename(A, OUTSIDE),
      (h) => h.replace(OUTSIDE, ...EDIT),
    ),
    records: { [OUTSIDE]: ["amended c1", "c3 12"] },
  },
  {
    name: "to a name that is no Markdown, which no policy looks at: gone",
    history: steps(
      (h) => h.write("notes/a.md", FILED),
      (h) => h.rename("notes/a.md", "notes/a.txt"),
    ),
    records: { "notes/a.md": ["deleted c1"] },
  },
  {
    name: "thirty alike move with their folder, and two of them are edited",
    history: steps(
      (h) => {
        for (const name of DOCUMENTS) h.write(`${FOLDER}/${name}`, similar(name));
      },
      (h) => {
        for (const name of DOCUMENTS) h.rename(`${FOLDER}/${name}`, `${FOLDER}/2026/${name}`);
        for (const name of ["17", "31"]) h.replace(`${FOLDER}/2026/${name}-lessons.md`, ...EDIT);
      },
    ),
    records: Object.fromEntries(
      DOCUMENTS.map((name) => [
        `${FOLDER}/2026/${name}`,
        /^(?:17|31)/.test(name) ? ["amended c1", "c2 13"] : ["intact c1"],
      ]),
    ),
  },
  {
    name: "renamed on a side branch, edited on the main one",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.rename(A, B);
      h.commit("s1");
      h.checkout("main");
      h.replace(A, ...EDIT);
      h.commit("c2");
      h.merge("m", ["side"], () => {
        h.write(B, edited);
      });
    },
    records: { [B]: ["amended c1", "c2 13", "m ~"] },
  },
];
describeRepositories("moves", moves);
