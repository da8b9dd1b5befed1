/** Folders without a history that could be read, or one that git is in the middle of changing. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HistoryRepository } from "../support/history-repository";
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, C, EDIT, FILED, record } from "../support/record-document";
import { writeInto } from "../support/temporary-folder";

const edits = steps(
  (h) => h.write("other.md", "# Other\n"),
  (h) => h.write(A, ACTIVE),
  (h) => h.write(A, FILED),
  (h) => h.replace(A, ...EDIT),
);

/** Two branches that both change the same line of a document that is no record. */
const conflict: RecordCase["history"] = (h) => {
  h.write("other.md", "# Other\n");
  h.write(A, FILED);
  h.write(B, record({ title: "B" }));
  h.commit("c1");
  h.branch("side");
  h.write("other.md", "# Side\n");
  h.replace(B, ...EDIT);
  h.commit("s1");
  h.checkout("main");
  h.write("other.md", "# Main\n");
  h.write(C, record({ title: "C" }));
  h.commit("c2");
};

function tryGit(repository: HistoryRepository, ...parameters: readonly string[]): undefined {
  try {
    repository.git(...parameters);
  } catch {
    return undefined;
  }
  throw new Error(`git ${parameters.join(" ")} went through`);
}

describeRepositories("in the middle of something", [
  {
    name: "a merge with a conflict elsewhere",
    history: conflict,
    after: (repository) => tryGit(repository, "merge", "side"),
    records: {
      [A]: ["intact|unverifiable c1"],
      [B]: ["amended|unverifiable c1", "uncommitted 13"],
      [C]: ["intact|unverifiable c2"],
    },
    marked: null,
  },
  {
    name: "a merge with a conflict in the record",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1");
      h.branch("side");
      h.replace(A, "four minutes", "six minutes");
      h.commit("s1");
      h.checkout("main");
      h.replace(A, ...EDIT);
      h.commit("c2");
    },
    after: (repository) => tryGit(repository, "merge", "side"),
    records: { [A]: ["amended|unverifiable c1", "c2 13", "uncommitted ?"] },
    marked: null,
  },
  {
    name: "a rebase that stopped",
    history: conflict,
    after: (repository) => {
      repository.git("checkout", "-q", "side");
      return tryGit(repository, "rebase", "main");
    },
    records: {
      [A]: ["intact|unverifiable c1"],
      [B]: ["amended|unverifiable c1", "uncommitted 13"],
      [C]: ["intact|unverifiable c2"],
    },
    marked: null,
  },
  {
    name: "a cherry-pick that stopped",
    history: conflict,
    after: (repository) => tryGit(repository, "cherry-pick", "side"),
    records: {
      [A]: ["intact|unverifiable c1"],
      [B]: ["amended|unverifiable c1", "uncommitted 13"],
      [C]: ["intact|unverifiable c2"],
    },
    marked: null,
  },
]);

describeRepositories("no history", [
  {
    name: "no repository",
    history: edits,
    after: ({ folder }) => {
      rmSync(join(folder, ".git"), { recursive: true });
      return undefined;
    },
    records: { [A]: ["unverifiable -"] },
    reasons: { [A]: /repository/ },
  },
  {
    name: "a damaged repository",
    history: edits,
    after: ({ folder }) => {
      writeFileSync(join(folder, ".git/HEAD"), "nonsense\n");
      return undefined;
    },
    records: { [A]: ["unverifiable -"] },
  },
  {
    name: "a branch to which HEAD points but which is gone",
    history: edits,
    after: ({ folder }) => {
      writeFileSync(join(folder, ".git/HEAD"), "ref: refs/heads/other\n");
      return undefined;
    },
    records: {},
    exit: 0,
  },
  {
    name: "the object of the filed text lost",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
    ),
    after: ({ folder, git: run }) => {
      // few objects: git imported each as a file of its own
      const blob = run("rev-parse", `HEAD~1:${A}`).trim();
      rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
      return undefined;
    },
    records: { [A]: ["unverifiable ?", "c2 ~"] },
    marked: null,
  },
  {
    name: "nothing committed yet",
    policy: null,
    history: () => {},
    after: ({ folder }) => {
      writeInto(folder, "docket.yaml", "version: 1\nextends: delivery\n");
      writeInto(folder, A, FILED);
      return undefined;
    },
    records: {},
    exit: 0,
  },
  {
    name: "a repository of which the policy governs a folder alone",
    policy: null,
    history: steps(
      (h) => {
        h.write("handbook/docket.yaml", "version: 1\nextends: delivery\n");
        h.write(`handbook/${A}`, FILED);
        h.write(B, record({ title: "Governed by nothing" }));
      },
      (h) => h.replace(`handbook/${A}`, ...EDIT),
    ),
    after: ({ folder }) => join(folder, "handbook"),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "moved out of the folder that the policy governs, and edited",
    policy: null,
    history: steps(
      (h) => {
        h.write("handbook/docket.yaml", "version: 1\nextends: delivery\n");
        h.write(`handbook/${A}`, FILED);
      },
      (h) => {
        h.rename(`handbook/${A}`, "archive/a.md");
        h.replace("archive/a.md", ...EDIT);
      },
    ),
    after: ({ folder }) => join(folder, "handbook"),
    records: { [A]: ["deleted c1", "c2 *"] },
  },
]);
