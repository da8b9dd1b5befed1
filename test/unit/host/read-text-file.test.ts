/** Reading: text as it stands, and a reason where there is none. */
import { expect, test } from "vitest";
import { createTextReader } from "../../../server/host/read-text-file";
import { makeFolder } from "../../support/temporary-folder";

test("keeps byte order mark and line endings, and replaces what is no UTF-8", () => {
  const folder = makeFolder({
    "bom.md": "\uFEFF# A\r\nb\n",
    "latin.md": Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
    "empty.md": "",
    "astral.md": "𝔸 → 🙂",
  });
  const read = createTextReader();
  expect(read(`${folder}/bom.md`)).toEqual({ kind: "text", text: "\uFEFF# A\r\nb\n" });
  expect(read(`${folder}/latin.md`)).toEqual({ kind: "text", text: "caf\uFFFD\n" });
  expect(read(`${folder}/empty.md`)).toEqual({ kind: "text", text: "" });
  expect(read(`${folder}/astral.md`)).toEqual({ kind: "text", text: "𝔸 → 🙂" });
});

test("reads a file that is larger than those before it, and a small one after it", () => {
  const large = "päper\n".repeat(200_000);
  const folder = makeFolder({ "large.md": large, "small.md": "x" });
  const read = createTextReader();
  expect(read(`${folder}/small.md`)).toEqual({ kind: "text", text: "x" });
  expect(read(`${folder}/large.md`)).toEqual({ kind: "text", text: large });
  expect(read(`${folder}/small.md`)).toEqual({ kind: "text", text: "x" });
});

test("gives a reason for a binary file, text in UTF-16, a folder and a file that is too large", () => {
  const folder = makeFolder({
    "utf16.md": Buffer.from("\uFEFF# Title", "utf16le"),
    "late.md": `${"x".repeat(9000)}\0`,
    "huge.md": Buffer.alloc(20 * 1024 * 1024 + 1, 0x61),
    "folder/a.md": "",
  });
  const read = createTextReader();
  expect(read(`${folder}/utf16.md`)).toEqual({
    kind: "unreadable",
    reason: "it is no UTF-8 text: it holds NUL bytes",
  });
  expect(read(`${folder}/late.md`).kind).toBe("text");
  expect(read(`${folder}/huge.md`)).toEqual({ kind: "unreadable", reason: "it is larger than 20 MB" });
  expect(read(`${folder}/folder`)).toEqual({ kind: "unreadable", reason: "it is a folder" });
  expect(read(`${folder}/none.md`)).toEqual({ kind: "absent" });
  expect(read(`${folder}/bom.md/x`)).toEqual({ kind: "absent" });
});
