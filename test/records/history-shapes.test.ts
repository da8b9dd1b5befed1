/** Histories of odd shapes, and settings of git that hide a part of one. */
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, EDIT, edited, FILED, record } from "../support/record-document";
import { makeFolder } from "../support/temporary-folder";

const OTHER = "other.md";
const filedAndEdited = steps(
  (h) => h.write(A, FILED),
  (h) => h.replace(A, ...EDIT),
  (h) => h.write(OTHER, "# Other\n"),
);

describeRepositories("dates and authors", [
  {
    name: "an edit dated before the filing",
    history: (h) => {
      h.write(A, ACTIVE);
      h.commit("c1", { date: "2026-03-01T12:00:00Z" });
      h.write(A, FILED);
      h.commit("c2", { date: "2026-03-02T12:00:00Z" });
      h.replace(A, ...EDIT);
      h.commit("c3", { date: "2020-01-01T12:00:00Z" });
    },
    records: { [A]: ["amended c2", "c3 13"] },
  },
  {
    name: "every date the same",
    history: (h) => {
      for (const [index, text] of [ACTIVE, FILED, edited].entries()) {
        h.write(A, text);
        h.commit(`c${index + 1}`, { date: "2026-03-01T12:00:00Z" });
      }
    },
    records: { [A]: ["amended c2", "c3 13"] },
  },
  {
    name: "dates that run backwards on a side branch",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1", { date: "2026-03-09T12:00:00Z" });
      h.branch("side");
      h.replace(A, ...EDIT);
      h.commit("s1", { date: "2026-03-02T12:00:00Z" });
      h.checkout("main");
      h.write(OTHER, "# Other\n");
      h.commit("c2", { date: "2026-03-01T12:00:00Z" });
      h.merge("m", ["side"]);
    },
    records: { [A]: ["amended c1", "s1 13"] },
  },
  {
    name: "before 1970 is no date that git keeps, but the first day is",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1", { date: "1970-01-01T00:00:00Z" });
      h.replace(A, ...EDIT);
      h.commit("c2", { date: "1970-01-01T00:00:00Z" });
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "the author's day in the author's time zone, not the committer's",
    history: (h) => {
      h.write(A, FILED);
      h.commit("c1", { date: "2026-03-01T23:30:00-0500", committed: "2026-04-01T12:00:00Z" });
      h.replace(A, ...EDIT);
      h.commit("c2", { date: "2026-03-02T00:30:00+0900", committed: "2026-04-02T12:00:00Z" });
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "authors with letters, quotes and tabs in their names, and a mail map that calls them otherwise",
    history: (h) => {
      h.write(".mailmap", "Somebody Else <tester@example.com>\n");
      h.write(A, FILED);
      h.commit("c1", { author: "Zoë\t“Z” O'Hara | x" });
      h.replace(A, ...EDIT);
      h.commit("c2", { author: "李 雷" });
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
]);

describeRepositories("roots", [
  {
    name: "filed in a history of its own that was merged",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.commit("c1");
      h.orphan("second");
      h.write(A, FILED);
      h.commit("r1");
      h.checkout("main");
      h.merge("m", ["second"]);
    },
    records: { [A]: ["intact r1"] },
  },
  {
    name: "edited in a history of its own before the merge",
    history: (h) => {
      h.write(OTHER, "# Other\n");
      h.commit("c1");
      h.orphan("second");
      h.write(A, FILED);
      h.commit("r1");
      h.replace(A, ...EDIT);
      h.commit("r2");
      h.checkout("main");
      h.merge("m", ["second"]);
      h.write(OTHER, "# Else\n");
      h.commit("c2");
    },
    records: { [A]: ["amended r1", "r2 13"] },
  },
  {
    name: "the commit that files is the root of the second history, and of another record in the first",
    history: (h) => {
      h.write(B, record({ title: "B" }));
      h.commit("c1");
      h.orphan("second");
      h.write(A, FILED);
      h.commit("r1");
      h.checkout("main");
      h.merge("m", ["second"], () => {
        h.replace(A, ...EDIT);
      });
    },
    records: { [A]: ["amended r1", "m ?"], [B]: ["intact c1"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "a rewritten history leaves no trace without a seal",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write(OTHER, "# Other\n"),
    ),
    after: ({ folder, git }) => {
      git("reset", "-q", "--hard", "HEAD~1");
      writeFileSync(join(folder, A), edited);
      git("add", "-A");
      git("commit", "-q", "--amend", "-m", "c1");
      return undefined;
    },
    records: { [A]: ["intact ?"] },
  },
]);

describeRepositories("what hides a part of the history", [
  {
    name: "a replaced commit",
    history: filedAndEdited,
    after: ({ git, ids }) => {
      // the edit's commit reads as if the record had been filed like that
      git("replace", ids.get("c1") ?? "", git("commit-tree", `${ids.get("c2")}^{tree}`, "-m", "c1").trim());
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a replaced blob",
    history: filedAndEdited,
    after: ({ git, ids }) => {
      const blobOf = (label: string): string => git("rev-parse", `${ids.get(label)}:${A}`).trim();
      git("replace", blobOf("c1"), blobOf("c2"));
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a replaced tree",
    history: filedAndEdited,
    after: ({ git, ids }) => {
      git("replace", `${ids.get("c1")}^{tree}`, `${ids.get("c2")}^{tree}`);
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a graft that cuts off the filing",
    history: filedAndEdited,
    after: ({ folder, ids }) => {
      writeFileSync(join(folder, ".git/info/grafts"), `${ids.get("c2")}\n`);
      return undefined;
    },
    records: { [A]: ["amended|unverifiable ?", "c2 ~"] },
    marked: null,
  },
  {
    name: "a graft that leaves out the edit",
    history: filedAndEdited,
    after: ({ folder, ids }) => {
      writeFileSync(join(folder, ".git/info/grafts"), `${ids.get("c3")} ${ids.get("c1")}\n`);
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 ~", "c3 ~"] },
    marked: { [A]: ["13"] },
  },
  {
    name: "a shallow boundary written by hand",
    history: filedAndEdited,
    after: ({ folder, ids }) => {
      writeFileSync(join(folder, ".git/shallow"), `${ids.get("c2")}\n`);
      return undefined;
    },
    records: { [A]: ["unverifiable|amended ?", "c2 ~"] },
    marked: null,
  },
  {
    name: "settings of git that change how it lists and compares",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.rename(A, B),
      (h) => h.replace(B, ...EDIT),
    ),
    after: ({ git }) => {
      const settings = {
        "diff.renames": "false",
        "diff.noprefix": "true",
        "diff.orderFile": "/dev/null",
        "core.quotePath": "true",
        "diff.ignoreSubmodules": "all",
        "log.follow": "true",
        "log.showSignature": "true",
        "log.date": "relative",
        "log.decorate": "full",
        "color.ui": "always",
        "core.abbrev": "4",
        "diff.algorithm": "patience",
        "status.showUntrackedFiles": "no",
        "status.renames": "false",
        "log.showRoot": "false",
        "log.diffMerges": "off",
        "diff.context": "0",
        "format.pretty": "oneline",
        "core.fileMode": "false",
        "i18n.logOutputEncoding": "UTF-16",
      };
      for (const [key, value] of Object.entries(settings)) git("config", key, value);
      return undefined;
    },
    records: { [B]: ["amended c1", "c3 13"] },
  },
  {
    name: "attributes that call the record binary, generated, or without a diff",
    history: steps(
      (h) => {
        h.write(".gitattributes", "*.md binary -diff linguist-generated export-ignore\n");
        h.write(A, FILED);
      },
      (h) => h.replace(A, ...EDIT),
    ),
    records: { [A]: ["amended c1", "c2 13"] },
  },
  {
    name: "a packed repository with a commit graph",
    history: filedAndEdited,
    after: ({ git }) => {
      git("gc", "-q", "--prune=now");
      git("commit-graph", "write", "--reachable", "--changed-paths");
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 13"] },
  },
]);

/** A repository whose every setting that names a program names one that leaves a trace. */
function traced(): RecordCase {
  let trace = "";
  return {
    name: "none of them is run",
    history: steps(
      (h) => {
        h.write(".gitattributes", "*.md diff=trace\n");
        h.write(A, FILED);
      },
      (h) => h.replace(A, ...EDIT),
    ),
    after: ({ folder, git }) => {
      const tools = makeFolder();
      trace = join(tools, "trace");
      const program = join(tools, "program");
      writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> "${trace}"\ncat\n`);
      chmodSync(program, 0o755);
      for (const key of [
        "core.fsmonitor",
        "diff.external",
        "diff.trace.textconv",
        "diff.trace.command",
        "core.pager",
        "pager.log",
        "core.sshCommand",
        "gpg.program",
      ]) {
        git("config", key, program);
      }
      git("config", "log.showSignature", "true");
      writeFileSync(join(folder, ".git/hooks/post-index-change"), `#!/bin/sh\n"${program}" </dev/null\n`);
      chmodSync(join(folder, ".git/hooks/post-index-change"), 0o755);
      // makes git look at the file again
      writeFileSync(join(folder, A), edited);
      return undefined;
    },
    records: { [A]: ["amended c1", "c2 13"] },
    afterwards: () => expect(existsSync(trace)).toBe(false),
  };
}

describeRepositories("programs that git's settings name", [traced()]);
