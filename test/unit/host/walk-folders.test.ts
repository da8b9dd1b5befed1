/** Walking: every file once, in a stable order, links included, whatever they lead to. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { walkFolders } from "../../../server/host/walk-folders";
import { makeFolder } from "../../support/temporary-folder";

const everywhere = () => true;

function filesOf(
  base: string,
  start = "",
  enters: (folder: string) => boolean = everywhere,
): readonly string[] {
  return [...walkFolders(base, start, enters)].flatMap((listing) => listing.files);
}

test("delivers the files of a folder before those of its folders, by name", () => {
  const base = makeFolder({ "b.md": "", "a/z.md": "", "a/b/c.md": "", "a.md": "", "B/x.md": "" });
  expect(filesOf(base)).toEqual(["a.md", "b.md", "B/x.md", "a/z.md", "a/b/c.md"]);
});

test("begins at a folder further down, with paths that remain relative to the base", () => {
  const base = makeFolder({ "a.md": "", "docs/b.md": "", "docs/c/d.md": "" });
  expect(filesOf(base, "docs")).toEqual(["docs/b.md", "docs/c/d.md"]);
});

test("asks whether to enter a folder only when its parent has been delivered", () => {
  const base = makeFolder({ "a/policy": "", "a/in/x": "", "a/out/y": "" });
  const seen: string[] = [];
  const files: string[] = [];
  const enters = (folder: string) => {
    expect(seen).toContain(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
    return !folder.endsWith("out");
  };
  for (const listing of walkFolders(base, "", enters)) {
    seen.push(listing.folder);
    files.push(...listing.files);
  }
  expect(files).toEqual(["a/policy", "a/in/x"]);
});

test("ends in a circle of links, and meets a linked folder under its own name alone", () => {
  const base = makeFolder({ "docs/a.md": "", "docs/deep/b.md": "" });
  symlinkSync("..", join(base, "docs/deep/up"));
  symlinkSync("docs", join(base, "current"));
  symlinkSync("self", join(base, "self"));
  symlinkSync("nowhere", join(base, "broken"));
  symlinkSync("docs/a.md", join(base, "alias.md"));
  expect(filesOf(base)).toEqual(["docs/a.md", "docs/deep/b.md"]);
});

test("follows a link within the tree to what is not entered otherwise, once", () => {
  const base = makeFolder({ "store/a.md": "", "store/b.md": "" });
  symlinkSync("store", join(base, "one"));
  symlinkSync("store", join(base, "two"));
  symlinkSync("store/a.md", join(base, "third.md"));
  expect(filesOf(base, "", (folder) => folder !== "store")).toEqual(["one/a.md", "one/b.md"]);
});

test("does not follow a link out of the tree", () => {
  const outside = makeFolder({ "secret.md": "" });
  const base = makeFolder({ "a.md": "" });
  symlinkSync(outside, join(base, "outside"));
  symlinkSync(join(outside, "secret.md"), join(base, "secret.md"));
  symlinkSync("/", join(base, "top"));
  expect(filesOf(base)).toEqual(["a.md"]);
});
