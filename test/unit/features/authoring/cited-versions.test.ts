/** Which versions of other documents a text cites, what a hint and a hover say of them, and where they lead. */
import { describe, expect, test } from "vitest";
import { citedVersions } from "../../../../server/features/authoring/cited-versions";
import { definitionAt } from "../../../../server/features/authoring/definition";
import { hoverAt } from "../../../../server/features/authoring/hover";
import { versionHints } from "../../../../server/features/authoring/inlay-hints";
import { CURSOR, contextAt } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const spec = (body: string): string =>
  `# Moorings\n\n**Owner:** Pilot Lead\n**Status:** Canonical\n**Version:** 1.0\n\n${body}\n`;
const at = (text: string, path = SPEC) => contextAt(path, text.includes(CURSOR) ? text : text + CURSOR);

/** `tides.md 1.2`, with the text at the range, which is the version's digits. */
function cited(body: string): readonly string[] {
  const { document, workspace } = at(spec(body));
  return citedVersions(document, workspace).map(({ path, version, range }) => {
    expect(document.text.slice(range.start, range.end)).toBe(version.text);
    return `${path.slice(path.lastIndexOf("/") + 1)} ${version.text}`;
  });
}

function hints(text: string, path = SPEC): readonly string[] {
  const { document, workspace } = at(text, path);
  const found = versionHints({ document, workspace }, { start: 0, end: document.text.length });
  return found.map(({ offset, label }) => `${document.text.slice(0, offset).split(/\s/).at(-1)} ${label}`);
}

describe("cited versions", () => {
  test.each([
    "see `tides.md` v1.2",
    "see 🚲 `tides.md` (v1.2).",
    "see `docs/specs/tides.md` v 1.2, and",
    "see tides.md v1.2",
    "see docs/specs/tides.md (1.2)",
    "see `tides.md`, version 1.2",
    "see **`tides.md`** v1.2",
    "see [Tides](tides.md) (v1.2)",
    "see `tides.md v1.2`",
    "see `tides.md §4.1` (v1.2)",
    "see `tides.md`\r\nv1.2 for it",
    "```\nEvidence:  docs/specs/tides.md v1.2\n```",
    "| Specification | Locked version |\n|---|---|\n| `tides.md` | v1.2 |",
    "| # | Document | Version | State |\n|---|---|---|---|\n| 1 | [Tides](tides.md) | **1.2** | Canonical |",
  ])("%s", (body) => {
    expect(cited(body)).toEqual(["tides.md 1.2"]);
  });

  test.each([
    ["a change", "raise `tides.md` v1.2 → v1.3"],
    ["what a dash parts", "`tides.md` — v1.2 entry"],
    ["a bare number", "`tides.md` 1.2 metres"],
    ["no document", "`nowhere.md` v1.2 and e.g. v1.2"],
    ["code", "```ts\n// tides.md v1.2\n```"],
    ["a section's name", "`tides.md §Migration v1.1 → v1.2`"],
    ["another column", "| Document | Effort |\n|---|---|\n| `tides.md` | 1.2 |"],
    [
      "its own change log",
      "## Change Log\n\n| Date | Version | Change |\n|---|---|---|\n| `tides.md` | 1.2 | x |",
    ],
  ])("not %s", (_, body) => {
    expect(cited(body)).toEqual([]);
  });

  test("several, in the order of the text", () => {
    expect(cited("`tides.md` v1.2, `charts.md` (v1.0)\n\n- tides.md v1.3")).toEqual([
      "tides.md 1.2",
      "charts.md 1.0",
      "tides.md 1.3",
    ]);
  });
});

describe("hints", () => {
  test("stand beside what is behind", () => {
    expect(hints(spec("`tides.md` v1.2, `tides.md` v1.3, `tides.md` (v1.4)"))).toEqual(["v1.2 → 1.3"]);
  });

  test("not in change logs, and not where a document says what held", () => {
    expect(hints(spec("## Change Log\n\n- 1.0: as `tides.md` v1.2"))).toEqual([]);
    expect(hints(spec("`tides.md` v1.2").replace("Canonical", "Deprecated"))).toEqual([]);
    const filed = `# System status report\n\n**Status:** Filed\n**Filed:** 2026-02-15\n\n\`tides.md\` v1.2\n`;
    expect(hints(filed, "docs/operations/status_reports/System_status_report_v1.4_2026-02-14.md")).toEqual(
      [],
    );
  });
});

describe("hover and definition", () => {
  const hover = (body: string) => hoverAt(at(spec(body)))?.markdown;

  test("what is current, and what changed since", () => {
    expect(hover(`\`tides.md\` v1${CURSOR}.2`)).toBe(
      "**Tides** · 1\\.2 is cited; the document is at **1\\.3**\n\nChanged since:\n\n- 1\\.3 2026\\-02\\-10 Neap tides added\n\n`docs/specs/tides.md`",
    );
    expect(hover(`\`tides.md\` v1.3${CURSOR}`)).toContain("1\\.3 is current");
    expect(hover(`\`tides.md\` v1.4${CURSOR}`)).toContain("which is older");
    expect(hover(`\`charts.md\` v0.9${CURSOR}`)).toContain("Its change log does not say what changed since");
  });

  test("leads to the change log's row, or to the document", () => {
    const placesOf = (body: string) => {
      const context = at(spec(body));
      return definitionAt(context)?.places.map(({ path, range }) => {
        const text = context.workspace.read(path)?.text ?? "";
        return range === undefined ? path : text.slice(range.start, range.end);
      });
    };
    expect(placesOf(`\`tides.md\` v1${CURSOR}.2`)).toEqual(["| 1.2 | 2026-02-02 | First tables |"]);
    expect(placesOf(`\`tides.md\`\nv1.${CURSOR}0`)).toEqual(["docs/specs/tides.md"]);
    expect(placesOf(`\`ti${CURSOR}des.md\` v1.2`)).toEqual(["docs/specs/tides.md"]);
  });
});
