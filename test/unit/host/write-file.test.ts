/** Writing: all or nothing, and never over what somebody else has written. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFile, moveFile, replaceFile } from "../../../server/host/write-file";
import { makeFolder } from "../../support/temporary-folder";

test("replaces a text, keeps the file's mode, leaves nothing else behind", () => {
  const folder = makeFolder({ "a.md": "one\r\n" });
  chmodSync(join(folder, "a.md"), 0o640);
  expect(replaceFile(join(folder, "a.md"), "one\r\n", "two ü\r\n")).toBeUndefined();
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("two ü\r\n");
  expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(["a.md"]);
});

test("writes through a link", () => {
  const folder = makeFolder({ "real/a.md": "one" });
  symlinkSync("real/a.md", join(folder, "link.md"));
  expect(replaceFile(join(folder, "link.md"), "one", "two")).toBeUndefined();
  expect(lstatSync(join(folder, "link.md")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "real/a.md"), "utf8")).toBe("two");
});

test("refuses when the file was changed meanwhile, or holds bytes that are no UTF-8", () => {
  const latin = Uint8Array.from([0x63, 0xe9]);
  const folder = makeFolder({ "a.md": "newer", "latin.md": latin });
  expect(replaceFile(join(folder, "a.md"), "older", "x")?.reason).toContain("changed");
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("newer");
  expect(replaceFile(join(folder, "latin.md"), "c\uFFFD", "x")?.reason).toContain("UTF-8");
  expect(new Uint8Array(readFileSync(join(folder, "latin.md")))).toEqual(latin);
  expect(replaceFile(join(folder, "none.md"), "", "x")).toEqual({ reason: "it does not exist" });
});

test("moves into a new folder, and never over another file", () => {
  const folder = makeFolder({ "a.md": "a", "b.md": "b" });
  expect(moveFile(join(folder, "a.md"), join(folder, "b.md"))?.reason).toContain("already");
  expect(readFileSync(join(folder, "b.md"), "utf8")).toBe("b");
  expect(moveFile(join(folder, "a.md"), join(folder, "deep/er/a.md"))).toBeUndefined();
  expect(readFileSync(join(folder, "deep/er/a.md"), "utf8")).toBe("a");
});

test("creates a file once", () => {
  const folder = makeFolder();
  expect(createFile(join(folder, "deep/new.md"), "x")).toBeUndefined();
  expect(createFile(join(folder, "deep/new.md"), "y")).toBeDefined();
  expect(readFileSync(join(folder, "deep/new.md"), "utf8")).toBe("x");
});
