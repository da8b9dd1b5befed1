/** Where documents are governed from: the nearest policy upward, never beyond the repository. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findWorkspace } from "../../../server/host/find-workspace";
import { makeFolder } from "../../support/temporary-folder";

test("the nearest folder upward with a policy is the root, the repository's top the base", () => {
  const top = makeFolder({
    ".git/HEAD": "",
    "docket.yaml": "",
    "team/.docket/policy.yaml": "",
    "team/docs/a.md": "",
  });
  expect(findWorkspace(join(top, "team/docs/a.md"))).toEqual({ base: top, root: "team" });
  expect(findWorkspace(join(top, "team/docs"))).toEqual({ base: top, root: "team" });
  expect(findWorkspace(top)).toEqual({ base: top, root: "" });
  expect(findWorkspace(join(top, "other/none.md"))).toEqual({ base: top, root: "" });
});

test("does not look beyond the top of the repository, a worktree's included", () => {
  const folder = makeFolder({
    "docket.yaml": "",
    "clone/a.md": "",
    "tree/.git": "gitdir: elsewhere",
    "tree/a.md": "",
  });
  mkdirSync(join(folder, "clone/.git"));
  expect(findWorkspace(join(folder, "clone"))).toEqual({ base: join(folder, "clone"), root: undefined });
  expect(findWorkspace(join(folder, "tree/a.md"))).toEqual({ base: join(folder, "tree"), root: undefined });
});

test("without a repository the root is the base", () => {
  const folder = makeFolder({ "a/docket.yaml": "", "a/b/c.md": "" });
  expect(findWorkspace(join(folder, "a/b/c.md"))).toEqual({ base: join(folder, "a"), root: "" });
});
