/** What a structure manifest says of the files of its task. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { countLines } from "../../../server/deliverables/files";
import { readManifest } from "../../../server/deliverables/manifest";
import { loadPolicies } from "../../../server/engine/policies";
import type { Policy } from "../../../server/policy/types";
import { govern } from "../../../server/workspace/govern";

const { policies } = loadPolicies(["docket.yaml"], () => "version: 1\nextends: reports\n");
const policy = policies[0] as Policy;

function read(text: string, path = "b_05/project_structure.md") {
  return readManifest(govern(path, text, policy));
}

/** Each entry as `name length+ (sections)`. */
function entriesOf(text: string, path?: string): readonly string[] {
  return (read(text, path)?.entries ?? []).map(({ name, length, sections }) => {
    const stated = length === undefined ? "" : ` ${length.value}${length.atLeast ? "+" : ""}`;
    return `${name}${stated}${sections.length === 0 ? "" : ` (${sections.map(({ title }) => title).join("; ")})`}`;
  });
}

test("files in a list, with lengths and sections", () => {
  const text = `---
deliverable_count: 2
estimated_lines: "2,800"
---

1. **\`report_B05.md\`** (~1,800 lines)
   - **Section 1**: Berths & Moorings
   - **Section 2:** **Lamps**
   - **Goal**: none
2. \`report_B05_prompt.md\` (about 1.000 lines)
3. \`b_05/project_structure.md\` (this file, 100 lines)
`;
  expect(entriesOf(text)).toEqual([
    "report_B05.md 1800 (Berths & Moorings; Lamps)",
    "report_B05_prompt.md 1000",
  ]);
  const { count, lines } = read(text) ?? {};
  expect([count?.value, lines?.value]).toEqual([2, 2800]);
});

test("a file of several lines: the first length counts, wherever it stands", () => {
  const text =
    "### Main: `report_B05.md`\n\n```\n├── report_B05.md   # (~2,100+ lines)\n```\n\n`report_B05.md` has 3 lines\n";
  expect(entriesOf(text)).toEqual(["report_B05.md 2100+"]);
});

test("files of another task are only spoken of, unless no folder tells the task", () => {
  const text = "Builds on `report_A01.md`.\n\n- report_B05.md (~9 lines)\n- report_X99.md\n";
  expect(entriesOf(text)).toEqual(["report_B05.md 9", "report_X99.md"]);
  expect(entriesOf(text, "project_structure.md")).toEqual(["report_A01.md", "report_X99.md"]);
});

test("other files count where they open an item with their length", () => {
  const text = "- **notes.md** (~200 lines)\n- see notes2.md, ~200 lines\n- README.md\n- **report_b05.MD**\n";
  expect(entriesOf(text)).toEqual(["notes.md 200", "report_b05.MD"]);
});

test("a document of another class is none", () => {
  expect(read("- report_B05.md (~9 lines)\n", "report_B05.md")).toBeUndefined();
});

test("ranges lie on what they name", () => {
  const piece = fc.constantFrom(
    "- ",
    "**",
    "`",
    "report_B05.md",
    "report_A01.md",
    "notes.md",
    "(~1,800 lines)",
    "12+ lines",
    "\n",
    "\r\n",
    "🙂 ",
    "**Section 1**: Berths",
    "```\n",
    "---\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const { name, range, length, sections } of read(text)?.entries ?? []) {
        expect(text.slice(range.start, range.end)).toBe(name);
        if (length !== undefined)
          expect(text.slice(length.range.start, length.range.end)).toMatch(/^\d[\d.,']*\+?$/);
        for (const section of sections)
          expect(text.slice(section.range.start, section.range.end)).toContain("Berths");
      }
    }),
  );
});

test.each([
  ["", 0],
  ["a", 1],
  ["a\n", 1],
  ["a\nb", 2],
  ["a\r\n\r\n", 2],
  ["\n", 1],
])("the lines of %j", (text, lines) => {
  expect(countLines(text)).toBe(lines);
});
