/** What *New Document from Template…* asks, accepts, and puts into the editor. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseQuestions, renderSlug } from "../../client/commands/new-document-questions";
import { renderSnippet } from "../../client/commands/render-snippet";
import { fill } from "./fill";

const choose = (fileName: string | null, folder = "docs") =>
  chooseQuestions({ fileName, folder }, "docs/specs", fill);
const findMistake = (key: string, answer: string) =>
  choose("{id}-{slug}.md", "")
    .find((question) => question.key === key)
    ?.findMistake(answer);

describe("the questions", () => {
  it("are those that the name of the file needs", () => {
    const keys = (fileName: string | null) => choose(fileName).map(({ key }) => key);
    expect(keys("{id}-{slug}-phase-gate.md")).toEqual(["id", "title", "slug"]);
    expect(keys("{slug}.md")).toEqual(["title", "slug"]);
    expect(keys("System_status_report_v{version}_{date}.md")).toEqual([]);
    expect(keys(null)).toEqual(["title"]);
  });

  it("ask for the folder where the policy names none, and propose the one in use", () => {
    const folder = choose(null, "").find(({ key }) => key === "folder");
    expect(folder?.propose({})).toBe("docs/specs");
    for (const inside of ["", "docs", "docs/a..b", "docs/new folder"])
      expect(folder?.findMistake(inside)).toBeNull();
    for (const outside of ["/etc", "..", "docs/../..", "C:\\docs", "\\docs"]) {
      expect(folder?.findMistake(outside), outside).toMatch(/\.$/);
    }
  });

  it("propose a short name that they accept themselves", () => {
    const slug = choose("{slug}.md").find(({ key }) => key === "slug");
    expect(slug?.propose({ title: "Group rides (beta)" })).toBe("group-rides-beta");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const proposed = renderSlug(title);
        expect(proposed === "" || slug?.findMistake(proposed) === null).toBe(true);
      }),
    );
  });

  it("accept ids as they are in use, and say what is wrong with others", () => {
    for (const id of ["3.2", "BLG-TECH-02", "QWB", "7"]) expect(findMistake("id", id), id).toBeNull();
    for (const id of ["", "../x", "a b", "a/b", "3.", "-3"]) expect(findMistake("id", id), id).toMatch(/\.$/);
  });

  it("accept no name that leads elsewhere", () => {
    for (const slug of ["", "Group-Rides", "group_rides", "a--b", "../x", "a/b", "a."]) {
      expect(findMistake("slug", slug), slug).toMatch(/\.$/);
    }
  });
});

describe("the snippet", () => {
  it("stops at each placeholder, at the same one once", () => {
    const stop = (number: number, name: string) => `\${${number}:{${name}\\}}`;
    expect(renderSnippet("# {id} — {title}\n\n{id} {owner}\n")).toBe(
      `# ${stop(1, "id")} — ${stop(2, "title")}\n\n${stop(1, "id")} ${stop(3, "owner")}\n`,
    );
  });

  it("takes nothing else for the syntax of snippets", () => {
    expect(renderSnippet("costs $1, \\n, $name, }")).toBe("costs \\$1, \\\\n, \\$name, \\}");
    expect(renderSnippet("{not\nclosed")).toBe("{not\nclosed");
  });
});
