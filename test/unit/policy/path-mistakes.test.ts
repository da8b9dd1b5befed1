/** Globs, folders and file names that cannot match: the exact place and the sentence that the author reads. */
import { describe, expect, it } from "vitest";
import { compare } from "./policy-file";

function expectProblems(text: string, ...expected: string[]): void {
  const { found, wanted } = compare(`version: 1\nextends: delivery\n${text}`, expected);
  expect(found).toEqual(wanted);
}

describe("globs", () => {
  it.each([
    ["'!docs/old/**'", "`!docs/old/**` excludes nothing. Put `docs/old/**` under `ignore`."],
    ["/docs/**", "`/docs/**` is no path relative to the folder of the policy, such as `docs/specs`."],
    ["'C:\\docs\\*'", "`C:\\docs\\*` is no path relative to the folder of the policy, such as `docs/specs`."],
    ["~/docs/*", "`~/docs/*` is no path relative to the folder of the policy, such as `docs/specs`."],
    [
      "https://example.org/*",
      "`https://example.org/*` is no path relative to the folder of the policy, such as `docs/specs`.",
    ],
    ["./docs/**", "`./docs/**` begins with `./`, which no path here does. Write `docs/**`."],
    [
      "docs/../specs/*",
      "`docs/../specs/*` leads through `.` or `..`. Write the path from the folder of the policy.",
    ],
    ["../docs/*", "`../docs/*` leads through `.` or `..`. Write the path from the folder of the policy."],
    ["'docs\\specs'", "`docs\\specs` separates folders by a backslash. Write `docs/specs`."],
    ["docs/", "`docs/` names a folder, and only files are looked at. Write `docs/**`."],
    ["'docs/{a,b/*.md'", "A `{` in `docs/{a,b/*.md` is not closed."],
    ["'docs/!(a|b/*.md'", "A `(` in `docs/!(a|b/*.md` is not closed."],
    ["'{a..z}{a..z}.md'", "The braces in `{a..z}{a..z}.md` stand for more than 100 patterns."],
    [`'${"a/".repeat(600)}*'`, "This pattern is longer than 1000 characters."],
  ])("%s", (glob, message) => {
    expectProblems(`ignore: [a, «${glob}»]\n`, `error ${message}`);
    expectProblems(`documents: «${glob}»\n`, `error ${message}`);
    expectProblems(`classes: { canonical: { paths: [«${glob}»] } }\n`, `error ${message}`);
    expectProblems(
      `classes: { canonical: { kinds: { specification: { locations: [docs/specs/*, «${glob}»] } } } }\n`,
      `error ${message}`,
    );
  });

  it.each([
    "docs/**/*.md",
    "'!(README|index).md'",
    "'{a,b}/*.md'",
    "'[a-c]/\\[x\\].md'",
    "README",
    ".github/*.md",
  ])("%s is right", (glob) => {
    expectProblems(`ignore: [${glob}]\n`);
  });
});

describe("folders", () => {
  it.each([
    ["'docs/*'", "error `docs/*` is a pattern, where the name of one folder belongs."],
    ["../docs", "error `../docs` leads through `.` or `..`. Write the path from the folder of the policy."],
    ["'C:\\docs'", "error `C:\\docs` is no path relative to the folder of the policy, such as `docs/specs`."],
  ])("%s", (folder, message) => {
    expectProblems(`classes: { canonical: { folder: «${folder}» } }\n`, message);
  });

  it("are at a place where the documents belong", () => {
    expectProblems(
      "classes: { delivery-record: { kinds: { phase-gate: { folder: «docs/gates» } } } }\n",
      "warning A new document goes to `docs/gates/3.2-guest-passes-phase-gate.md`, which is at none of the `locations` of this kind.",
    );
    expectProblems(
      "classes: { governance-prompt: { locations: «[prompts/**]» } }\n",
      "warning A new document goes to `docs/documentation_team/prompts/document.md`, which is at none of the `locations` of this class.",
    );
    expectProblems("classes: { governance-prompt: { folder: /prompts/, locations: [prompts/**] } }\n");
  });
});

describe("file names", () => {
  it.each([
    [
      "'«{titel}»-{id}.md'",
      "error `{titel}` stands for nothing in a file name. There are `{id}`, `{slug}`, `{version}`, `{date}`, `{task}`, `{part}`, `{name}` and `{any}`.",
    ],
    ["'{id}-«{slgu}».md'", "error `{slgu}` stands for nothing in a file name. Did you mean `{slug}`?"],
    ["«'docs/{id}.md'»", "error `docs/{id}.md` holds a folder. The folder is said by `folder`."],
    [`«'${"a".repeat(256)}.md'»`, "error This is longer than 255 characters, and so than any file name."],
  ])("%s", (name, message) => {
    expectProblems(`classes: { canonical: { fileName: ${name} } }\n`, message);
  });
});
