/** House rules of files: size, names, opening sentence, no default exports. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const SKIPPED = /node_modules|generated|test\/editor\/vscode\//;

function sources(): string[] {
  return ["server", "client", "test", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !SKIPPED.test(name)),
  );
}

describe("files", () => {
  const files = sources().map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

  it("have at most 400 lines", () => {
    expect(files.filter((file) => file.text.split("\n").length > 401).map((file) => file.path)).toEqual([]);
  });

  it("are named in kebab-case, none after a drawer for leftovers", () => {
    const wrong = files.filter(({ path }) => {
      const name = basename(path).replace(/(?:\.test|\.oracle|\.property|\.config|\.d)*\.(?:ts|mjs)$/, "");
      return (
        !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name) ||
        /^(?:utils?|helpers?|common|manager|service|misc)$/.test(name)
      );
    });
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it("open with a sentence on what they are for", () => {
    const wrong = files.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/.test(text));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it("say nothing of the machine they were written on", () => {
    // in two parts, so that this file does not name them
    const marks = [
      ["/work", "/main"],
      ["/work/", "shared"],
      ["/tmp/", "w/"],
    ].map((parts) => parts.join(""));
    const wrong = files.filter(({ text }) => marks.some((mark) => text.includes(mark)));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});
