/** Every translation says all that there is to say, with the same values and links in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "..");
type Texts = Readonly<Record<string, string>>;

const families = [
  { source: "package.nls.json", folder: ".", pattern: /^package\.nls\.([\w-]+)\.json$/ },
  { source: "l10n/bundle.l10n.json", folder: "l10n", pattern: /^bundle\.l10n\.([\w-]+)\.json$/ },
];

describe.each(families)("the translations of $source", ({ source, folder, pattern }) => {
  const texts = read(source);
  const names = readdirSync(join(root, folder)).filter((name) => pattern.test(name));

  it("are there in German", () => {
    expect(names.map((name) => pattern.exec(name)?.[1])).toContain("de");
  });

  it.each(names)("%s has every text, and none that is not there any more", (name) => {
    const translated = read(join(folder, name));
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(texts).toSorted());
    for (const [key, text] of Object.entries(translated)) expect(text.trim(), key).not.toBe("");
  });

  it.each(names)("%s has the same values and links in each text", (name) => {
    const translated = read(join(folder, name));
    const changed = Object.entries(texts).filter(([key, text]) => list(text) !== list(translated[key] ?? ""));
    expect(changed.map(([key]) => key)).toEqual([]);
  });
});

/** What is the same in all languages: placeholders, commands behind links, code, and how a text ends. */
function list(text: string): string {
  const parts = text.match(/\{\d+\}|\(command:[\w.]+\)|`[^`]+`|[.…?:]$/g) ?? [];
  return parts.toSorted().join(" ");
}

function read(path: string): Texts {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
