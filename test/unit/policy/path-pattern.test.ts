/** Globs: what they match, and that the short cuts before the matcher change nothing. */
import fc from "fast-check";
import { Minimatch } from "minimatch";
import { describe, expect, it } from "vitest";
import { compilePattern, createPatterns } from "../../../server/policy/path-pattern";
import { policyOf } from "./policy-file";

describe("a glob", () => {
  it.each([
    [
      "docs/specs/**/*.md",
      ["docs/specs/a.md", "docs/specs/x/y/a.md", "DOCS/Specs/A.MD", "docs/specs/.x/.a.md"],
      ["docs/a.md", "x/docs/specs/a.md", "docs/specs/a.txt", "docs/specs"],
    ],
    [
      "docs/**/!(README|index).md",
      ["docs/a.md", "docs/x/readme2.md"],
      ["docs/README.md", "docs/x/index.md", "docs/a.mdx"],
    ],
    ["docs/**/{*.md,!(*.*)}", ["docs/a.md", "docs/x/Feature Process"], ["docs/a.txt"]],
    [
      "**/node_modules/**",
      ["node_modules/a.md", "x/y/node_modules/b/c.md", "Node_Modules/a"],
      ["node_modules", "x/node_modules.md", "xnode_modules/a"],
    ],
    ["docs/{roadmap,backlog}.md", ["docs/roadmap.md", "docs/backlog.md"], ["docs/changelog.md"]],
    ["README", ["README", "readme"], ["README.md", "docs/README"]],
    ["**/*.md", ["a.md", "x/.y/a.md"], ["a.mdx", "a.mé"]],
    ["docs/[a-c]*.md", ["docs/b.md"], ["docs/d.md"]],
    ["Übersicht/*.md", ["Übersicht/a.md", "übersicht/a.md"], ["Uebersicht/a.md"]],
    ["docs/#1/*.md", ["docs/#1/a.md"], []],
  ])("%s", (glob, matching, others) => {
    const { matches } = compilePattern(glob);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter((path) => matches(path))).toEqual([]);
  });

  it("matches exactly what the matcher by itself matches", () => {
    const options = { dot: true, nocase: true, nonegate: true, nocomment: true, platform: "linux" } as const;
    const name = fc.constantFrom(
      "a",
      "B",
      "docs",
      "Docs",
      ".x",
      "a.md",
      "README.md",
      "é.md",
      "É",
      "K",
      "ſ",
      "a b",
      "..",
      ".",
      "1-x.MD",
      "Longer",
      "longer1",
    );
    const piece = fc.oneof(
      name,
      fc.constantFrom(
        "*",
        "**",
        "*.md",
        "?",
        "[ab]",
        "{a,docs}",
        "!(a)",
        "+(a|b)",
        "x*",
        "*x",
        "\\a",
        "@(a|b).md",
        "docs*",
        "{longer,}",
        "*longer?",
        "!(longer)",
        "[longer]longer",
        "!(README|a).md",
        "!(a|docs)",
        "{a,README}.md",
        "*",
        "**",
      ),
    );
    const usual = fc
      .tuple(fc.constantFrom("docs", "**", "docs/**", "**/a/**", "docs/a"), piece)
      .map((parts) => parts.join("/"));
    const other = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));
    const globs = fc.oneof(usual, other);
    const paths = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(globs, fc.array(paths, { minLength: 1, maxLength: 8 }), (glob, all) => {
        const pattern = compilePattern(glob);
        const matcher = new Minimatch(glob, options);
        for (const path of [...all, ...all, glob])
          expect([glob, path, pattern.matches(path)]).toEqual([glob, path, matcher.match(path)]);
      }),
      { numRuns: 1500 },
    );
  });

  it("of hostile shape is matched before the test is timed out", () => {
    const { matches } = compilePattern("**/**/*a*a*a*a*a*a*a*b/**/+(a|aa|*(a))/**/!(*(a|aa)).md");
    expect(matches(`${`${"a".repeat(200)}/`.repeat(40)}x.md`)).toBe(false);
  });

  it("that is too long matches nothing", () => {
    expect(compilePattern(`${"a/".repeat(40_000)}**`).matches("a/a")).toBe(false);
  });

  it("is compiled once for all that name it", () => {
    const toPattern = createPatterns();
    expect(toPattern("a/*")).toBe(toPattern("a/*"));
    expect(toPattern("b/*")).not.toBe(toPattern("a/*"));
  });
});

describe("a policy", () => {
  it("covers Markdown files, or what it names, and what its classes name, but nothing ignored", () => {
    const usual = policyOf(
      "version: 1\nignore: [old/**]\nclasses: { log: { name: Log, paths: [logs/*], kinds: { x: { title: X, paths: [notes/*.txt] } } } }\n",
    );
    const covered = (paths: string[]) => paths.filter(usual.covers);
    expect(
      covered(["a.md", "x/y.MD", "a.txt", "logs/2026", "notes/a.txt", "old/a.md", "old/logs/a"]),
    ).toEqual(["a.md", "x/y.MD", "logs/2026", "notes/a.txt"]);
    expect(["old/a.md", "a.md"].map(usual.ignores)).toEqual([true, false]);
    const narrow = policyOf(
      "version: 1\ndocuments: docs/**\nclasses: { log: { name: Log, paths: [logs/*.log] } }\n",
    );
    expect(["a.md", "docs/a", "logs/a.log"].filter(narrow.covers)).toEqual(["docs/a", "logs/a.log"]);
  });
});
