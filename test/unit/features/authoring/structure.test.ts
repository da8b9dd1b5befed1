/** What folds, what a growing selection takes in, where paths and ids lead, and which words are coloured. */
import { describe, expect, test } from "vitest";
import { documentLinks, findSection } from "../../../../server/features/authoring/document-links";
import { foldsOf } from "../../../../server/features/authoring/folding";
import { selectionRanges } from "../../../../server/features/authoring/selection-ranges";
import { semanticTokens } from "../../../../server/features/authoring/semantic-tokens";
import { CURSOR, contextAt, fileWithCursor } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";
const gateDocument = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
const spec = (body: string): string =>
  `# Moorings\n\n**Owner:** Pilot Lead\n**Status:** Canonical\n**Version:** 1.0\n\n${body}\n`;
const contextOf = (text: string, path: string) => contextAt(path, `${text}${CURSOR}`);

describe("folding", () => {
  const folds = (text: string, path = SPEC) => {
    const { document } = contextOf(text, path);
    return foldsOf(document).map(({ kind, range }) => {
      const lines = document.text.slice(range.start, range.end).split(/\r?\n/);
      return `${kind}: ${lines[0]} … ${lines.at(-1)}`;
    });
  };

  test("the header, the change log, and details within details", () => {
    const log = "## Change Log\n\n- 1.0: first\n\n\n## Use";
    const details =
      "<details>\n<summary>More</summary>\n\ntext\n\n<details><summary>x</summary>\n\ny\n\n</details>\n\n</details> end";
    expect(folds(spec(`${log}\n\n${details}`))).toEqual([
      "header: **Owner:** Pilot Lead … **Version:** 1.0",
      "change-log: ## Change Log … - 1.0: first",
      "details: <details> … </details> end",
      "details: <details><summary>x</summary> … </details>",
    ]);
  });

  test("the blocks of gates and of the status, and no other fence", () => {
    const text = `${gateDocument}\n## Current Status\n\n\`\`\`\nCurrent state: CLOSED\n\`\`\`\n\n\`\`\`\nno gate\n\`\`\`\n`;
    expect(folds(text.replaceAll("\n", "\r\n"), GATES)).toEqual([
      "header: **Owner:** PMO Lead … **Date Filed:** —",
      "block: ``` … ```",
      "block: ``` … ```",
    ]);
  });

  test("front matter whole, and nothing that is not closed", () => {
    expect(folds("---\nowner: A\nstatus: Draft\n---\n\n# M\n\n<details>\n\ntext\n")).toEqual([
      "header: --- … ---",
    ]);
  });
});

describe("selection", () => {
  const grows = (text: string, path = SPEC) => {
    const { document, offset } = contextAt(path, text);
    return selectionRanges(document, offset).map(({ start, end }) => document.text.slice(start, end));
  };

  test("in a header: word, value, field, header, document", () => {
    const text = spec("").replace("Pilot Lead", `Pil${CURSOR}ot Lead`);
    const [word, value, field, header] = grows(text);
    expect([word, value, field]).toEqual(["Pilot", "Pilot Lead", "**Owner:** Pilot Lead"]);
    expect(header).toBe("**Owner:** Pilot Lead\n**Status:** Canonical\n**Version:** 1.0");
    expect(grows(text).at(-1)).toBe(spec(""));
  });

  test("in a table: word, id, cell, row, table, section", () => {
    const ranges = grows(gateDocument.replace("| A-S01 | Read", `| A-S0${CURSOR}1 | Read`), GATES);
    expect(ranges.slice(0, 2)).toEqual(["S01", "A-S01"]);
    expect(ranges[2]).toMatch(/^\| A-S01 \| .* \| — \|$/);
    expect(ranges[3]).toMatch(/^\| Action ID[\s\S]*A-S01 \|$/);
    expect(ranges[4]).toMatch(/^## Action Register\n[\s\S]*A-S01 \|$/);
    const cell = grows(gateDocument.replace("Read the", `Re${CURSOR}ad the`), GATES);
    expect(cell.slice(0, 2)).toEqual(["Read", "Read the *tables*"]);
  });

  test("each within the next one, wherever it begins", () => {
    for (let at = 0; at <= gateDocument.length; at += 7) {
      const { document, offset } = contextAt(
        GATES,
        gateDocument.slice(0, at) + CURSOR + gateDocument.slice(at),
      );
      const ranges = selectionRanges(document, offset);
      ranges.reduce((inner, outer) => {
        expect(outer.start <= inner.start && outer.end >= inner.end && outer !== inner).toBe(true);
        return outer;
      });
      expect(ranges.at(-1)).toEqual({ start: 0, end: document.text.length });
    }
  });
});

describe("links", () => {
  const leads = (body: string, isFile = (_: string) => false, path = SPEC) => {
    const context = contextOf(path === SPEC ? spec(body) : body, path);
    return documentLinks(context, isFile).map(({ range, path: to, section }) => {
      const written = context.document.text.slice(range.start, range.end);
      return `${written} > ${to}${section === undefined ? "" : ` ${section}`}`;
    });
  };

  test("code spans that name a document, with its section", () => {
    expect(
      leads("🚲 `tides.md`, `docs/specs/tides.md#use` and `charts.md §2.1`; `nowhere.md`, `a b`"),
    ).toEqual([
      "tides.md > docs/specs/tides.md",
      "docs/specs/tides.md#use > docs/specs/tides.md use",
      "charts.md §2.1 > docs/specs/charts.md 2.1",
    ]);
  });

  test("files of the repository, which are asked for only where a name may be one", () => {
    const asked: string[] = [];
    const isFile = (path: string) => {
      asked.push(path);
      return path === "api/openapi.yaml";
    };
    expect(leads("`api/openapi.yaml`, `POST /size`, `settings`, `tides.md`", isFile)).toEqual([
      "api/openapi.yaml > api/openapi.yaml",
      "tides.md > docs/specs/tides.md",
    ]);
    expect(asked).toEqual(["api/openapi.yaml"]);
  });

  test("not itself, not in code, and no bare name that several documents have", () => {
    expect(
      leads("`moorings.md` and ```` `tides.md` ````\n\n```md\n`tides.md`\n```\n\n`../tides.md`"),
    ).toEqual([]);
  });

  test("an id leads to the documents of its work item, once a section, and not within them", () => {
    const gates = "docs/product/phase_gates/TIDE-1-tables-phase-gate.md";
    const own = gateDocument.replace("7.1 — Tide tables", "TIDE-1 — Tables");
    expect(leads(`${own}\nTIDE-1 and A-S01 again\n`, undefined, gates)).toEqual([]);
  });

  test("sections by their numbers and addresses", () => {
    const { document } = contextOf(spec("## 4. Use\n\n### 4.1 Winter & Ice\n\n## 4.10 Fog"), SPEC);
    const heading = (section: string) => {
      const range = findSection(document, section);
      return range && document.text.slice(range.start, range.end);
    };
    expect(heading("4.1")).toBe("4.1 Winter & Ice");
    expect(heading("4")).toBe("4. Use");
    expect(heading("41-winter--ice")).toBe("4.1 Winter & Ice");
    expect(heading("winter")).toBeUndefined();
  });
});

describe("tokens", () => {
  const tokens = (text: string, path: string) => {
    const context = contextOf(text, path);
    const all = semanticTokens(context, { start: 0, end: context.document.text.length });
    return all.map(({ range, kind }) => `${kind} ${context.document.text.slice(range.start, range.end)}`);
  };

  test("states, ids and roles of a phase gate document", () => {
    const text = `${gateDocument}\n**Gate status: 🔴 FAIL — R.1 open**\n\nWaits for A-S01, not for \`A-S02\`, B-99 or UTF-8.\n`;
    expect(tokens(text, GATES)).toEqual([
      "role PMO Lead",
      "state Active",
      "id R.1",
      "id A-S01",
      "role Pilot Lead",
      "state In progress",
      "id A-S02",
      "role Chart Owner",
      "state Not started",
      "id A-S01",
      "id R.1",
      "id A-S01",
    ]);
  });

  test("in a range what stands in it", () => {
    const context = contextOf(gateDocument, GATES);
    const start = gateDocument.indexOf("| A-S02");
    const found = semanticTokens(context, { start, end: gateDocument.length });
    expect(found.map(({ kind }) => kind)).toEqual(["id", "role", "state", "id"]);
  });
});
