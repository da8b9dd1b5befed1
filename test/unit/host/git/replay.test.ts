/** Random histories: what is told of them, replayed, gives the trees that git holds. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectAsGitSays } from "../../../support/git-oracle";
import { importRepository } from "../../../support/git-repository";
import { type Step, streamOf, write } from "../../../support/import-stream";

const path = fc.constantFrom("a.md", "b.md", "d/a.md", "d/b.md", "d/e/f.md", "b.md/x", "D/a.md");
const change = fc.oneof(
  fc.record({
    kind: fc.constant("write" as const),
    path,
    content: fc.constantFrom("1", "2", "3\n"),
    mode: fc.constantFrom("100644", "100755", "120000"),
  }),
  fc.record({ kind: fc.constant("delete" as const), path }),
  fc.record({ kind: fc.constant("rename" as const), path, to: path }),
);
const commit = fc.record({
  changes: fc.array(change, { maxLength: 4 }),
  /** How far back the parents are; none makes a root. */
  parents: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }),
  day: fc.nat({ max: 40_000 }),
});

function stepsOf(
  commits: readonly (typeof commit extends fc.Arbitrary<infer Value> ? Value : never)[],
): Step[] {
  const known: Set<string>[] = [];
  return commits.map(({ changes, parents, day }, at) => {
    const marks = parents.map((back) => at - back).filter((mark) => mark > 0);
    const files = new Set(known[(marks[0] ?? 0) - 1]);
    const lines = changes.flatMap((each) => {
      if (each.kind === "write") {
        // fast-import lets a file take a folder's place, and the other way round
        for (const file of files)
          if (file.startsWith(`${each.path}/`) || each.path.startsWith(`${file}/`)) files.delete(file);
        files.add(each.path);
        return [write(each.path, each.content, each.mode)];
      }
      if (!files.has(each.path)) return [];
      files.delete(each.path);
      if (each.kind === "delete") return [`D ${each.path}`];
      if (each.to.includes(each.path) || each.path.includes(each.to)) return [`D ${each.path}`];
      files.add(each.to);
      return [`R ${each.path} ${each.to}`];
    });
    known.push(files);
    return {
      // on one branch, a root would have a parent
      branch: `b${at}`,
      author: `A <a@b> ${day * 86_400} +0000`,
      changes: lines,
      ...(marks[0] === undefined ? {} : { from: `:${marks[0]}` }),
      merge: marks.slice(1).map((mark) => `:${mark}`),
    };
  });
}

test("the differences lead from tree to tree, along every edge", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commit, { minLength: 10, maxLength: 50 }), async (commits) => {
      const merge = commits.map((_, at) => `:${at + 1}`);
      const repository = importRepository(streamOf([...stepsOf(commits), { merge }]));
      expect((await expectAsGitSays(repository)).commits).toHaveLength(commits.length + 1);
    }),
    { numRuns: 6 },
  );
});
