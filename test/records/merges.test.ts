/** Records on branches that come together: who changed them, and where. */
import { describeRepositories } from "../support/record-cases";
import { A, ACTIVE, B, C, EDIT, edited, FILED, record, swap } from "../support/record-document";

const OTHER = "other.md";
const guards = ["porters", "guards"] as const;

describeRepositories("merges", [
  {
    name: "filed on a side branch and merged",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"]);
    },
    records: { [A]: ["intact s1"] },
  },
  {
    name: "filed on a side branch, merged, then edited",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"]);
      h.replace(A, ...EDIT);
      h.commit("c3");
    },
    records: { [A]: ["amended s1", "c3 13"] },
  },
  {
    name: "edited on a side branch and merged: one amendment, where it was made",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, ...EDIT);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"]);
    },
    records: { [A]: ["amended c1", "s1 13"] },
  },
  {
    name: "a merge that edits what both sides left alone",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.write("side.md", "# Side\n");
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.replace(A, ...EDIT));
    },
    records: { [A]: ["amended c1", "m 13"] },
  },
  {
    name: "a merge that edits a record whose filing it brings",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.replace(A, ...EDIT));
    },
    records: { [A]: ["amended s1", "m ?"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "a merge that edits a record which only the side branch had",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.append(OTHER, "Text.\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.replace(A, ...EDIT));
    },
    records: { [A]: ["amended s1", "m ?"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "a merge that files a document is no amendment",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write("side.md", "# Side\n");
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.write(A, FILED));
    },
    records: { [A]: ["intact m"] },
  },
  {
    name: "a merge that takes the side on which it was not filed",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.mergeOurs("m", "side");
    },
    records: { [A]: ["amended s1", "m *"] },
    marked: { [A]: ["5", "8"] },
  },
  {
    name: "a merge that loses a record which only the side branch had",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.append(OTHER, "Text.\n");
      h.commit("c2");
      h.mergeOurs("m", "side");
    },
    records: { [A]: ["deleted s1", "m *"] },
  },
  {
    name: "a merge that deletes what both sides had",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.write("side.md", "# Side\n");
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => h.remove(A));
    },
    records: { [A]: ["deleted c1", "m *"] },
  },
  {
    name: "deleted on a side branch and merged",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.remove(A);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"]);
    },
    records: { [A]: ["deleted c1", "s1 *", "m ~"] },
  },
  {
    name: "edited on a side branch, and the merge keeps the record as it was filed",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, ...EDIT);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.mergeOurs("m", "side");
    },
    records: { [A]: ["intact c1", "s1 13", "m ~ restored"] },
  },
  {
    name: "edited on both sides in different places",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, ...guards);
      h.commit("s1");
      h.checkout("main");
      h.replace(A, ...EDIT);
      h.commit("c2");
      h.merge("m", ["side"], () => h.write(A, swap(...guards)(edited)));
    },
    records: { [A]: ["amended c1", "c2 13", "s1 19", "m ~"] },
    marked: { [A]: ["13", "19"] },
  },
  {
    name: "edited in the same way on both sides",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, ...EDIT);
      h.commit("s1");
      h.checkout("main");
      h.replace(A, ...EDIT);
      h.commit("c2");
      h.merge("m", ["side"]);
    },
    records: { [A]: ["amended c1", "c2 13", "s1 13"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "filed on both sides with the same text",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(A, FILED);
      h.commit("c2");
      h.merge("m", ["side"]);
    },
    records: { [A]: ["intact c2"] },
  },
  {
    name: "filed on both sides with different texts, of which one is lost",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, edited);
      h.commit("s1");
      h.checkout("main");
      h.write(A, FILED);
      h.commit("c2");
      h.mergeOurs("m", "side");
    },
    records: { [A]: ["amended ?", "m 13"] },
  },
  {
    name: "filed on one side while the other one still works on it, and the merge mixes both",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.replace(A, ...EDIT);
      h.commit("c2");
      h.merge("m", ["side"], () => h.write(A, edited));
    },
    records: { [A]: ["amended s1", "m ?"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "renamed on a side branch and merged, then edited",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.rename(A, B);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"]);
      h.replace(B, ...EDIT);
      h.commit("c3");
    },
    records: { [B]: ["amended c1", "c3 13"] },
  },
  {
    name: "renamed and edited by the merge itself",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.write("side.md", "# Side\n");
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m", ["side"], () => {
        h.rename(A, B);
        h.replace(B, ...EDIT);
      });
    },
    records: { [B]: ["amended c1", "m 13"] },
  },
]);

describeRepositories("merges of many branches", [
  {
    name: "three branches, each with a filing",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.commit("c1");
      for (const [name, path] of [
        ["one", A],
        ["two", B],
        ["three", C],
      ] as const) {
        h.checkout("main");
        h.branch(name);
        h.write(path, record({ title: name }));
        h.commit(name);
      }
      h.checkout("main");
      h.append(OTHER, "Text.\n");
      h.commit("c2");
      h.merge("m", ["one", "two", "three"]);
    },
    records: { [A]: ["intact one"], [B]: ["intact two"], [C]: ["intact three"] },
  },
  {
    name: "three branches, and the merge edits one record and loses another",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.write(A, FILED);
      h.commit("c1");
      for (const [name, path] of [
        ["one", B],
        ["two", C],
        ["three", "docs/x.md"],
      ] as const) {
        h.checkout("main");
        h.branch(name);
        h.write(path, record({ title: name }));
        h.commit(name);
      }
      h.checkout("main");
      h.append(OTHER, "Text.\n");
      h.commit("c2");
      h.merge("m", ["one", "two", "three"], () => {
        h.replace(A, ...EDIT);
        h.remove(B);
      });
    },
    records: {
      [A]: ["amended c1", "m 13"],
      [B]: ["deleted one", "m *"],
      [C]: ["intact two"],
      "docs/x.md": ["intact three"],
    },
  },
  {
    name: "criss-cross merges after an edit",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, ...EDIT);
      h.commit("s1");
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2");
      h.merge("m1", ["side"]);
      h.checkout("side");
      h.merge("m2", ["main"]);
      h.write("side.md", "# Side\n");
      h.commit("s2");
      h.checkout("main");
      h.merge("m3", ["side"]);
    },
    records: { [A]: ["amended c1", "s1 13"] },
  },
]);
