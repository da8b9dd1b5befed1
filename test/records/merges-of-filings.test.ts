/** Merges that bring a branch forward on which the record was never filed as it was on the other one. */
import { describeRepositories } from "../support/record-cases";
import { A, ACTIVE, B, edited, FILED, record } from "../support/record-document";

describeRepositories("merges by whoever comes first", [
  {
    name: "another text filed on a branch, into which the main one is merged without its changes",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("evil");
      h.write(A, edited);
      h.commit("e1");
      h.checkout("main");
      h.write(A, FILED);
      h.commit("c2");
      h.checkout("evil");
      h.mergeOurs("m", "main");
    },
    records: { [A]: ["amended ?", "m *"] },
  },
  {
    name: "a merge that loses a record and brings one that is much alike",
    history: (h) => {
      h.write("other.md", "# Other\n");
      h.commit("c1");
      h.branch("side");
      h.write(B, record({ title: "B" }));
      h.commit("s1");
      h.checkout("main");
      h.write(A, FILED);
      h.commit("c2");
      h.merge("m", ["side"], () => h.remove(A));
    },
    records: { [A]: ["deleted c2", "m *"], [B]: ["intact s1"] },
  },
  {
    name: "the same text filed on both sides, and the merge edits it",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.write(A, FILED);
      h.commit("c2");
      h.merge("m", ["side"], () => h.write(A, edited));
    },
    records: { [A]: ["amended c2", "m 13"] },
  },
  {
    name: "filed on one side, deleted on the other one, and the merge keeps neither",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1");
      h.branch("side");
      h.write(A, FILED);
      h.commit("s1");
      h.checkout("main");
      h.remove(A);
      h.commit("c2");
      h.mergeOurs("m", "side");
    },
    records: { [A]: ["deleted s1", "m *"] },
  },
]);
