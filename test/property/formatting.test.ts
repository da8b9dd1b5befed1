/** What holds of formatting whatever the document: it converges, says the same, finds nothing new, and spares records. */
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../server/document/parse-document";
import { parseTable } from "../../server/document/table";
import { type AnalysisInput, analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";
import { formatDocument } from "../../server/features/formatting/format-document";
import { minimalEdits } from "../../server/report/minimal-edits";
import { filedText, type GovernedText, governedText } from "../support/governed-documents";

const policies = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n");

function inputOf({ path, text }: GovernedText): AnalysisInput {
  const policy = policies.policyFor(path);
  if (policy === undefined) throw new Error("no policy");
  return { path, text, policy, today: "2026-03-01", workspace: () => ({ entries: new Map() }) };
}

const cell = fc.constantFrom(
  "",
  "—",
  "A-01",
  "a \\| b",
  "`x|y`",
  "🚢 in progress",
  "読む",
  "open",
  "\\",
  "2026-03-01",
  "x".repeat(90),
);
const heads = fc.constantFrom(
  ["#", "Action", "Owner", "Status"],
  ["Version", "Date", "Change"],
  ["Gate item", "Evidence", "Owner confirmation", "PMO validation"],
  ["From", "To", "Date", "Gate passed"],
  ["A", "B"],
);

/** A table with rows that may be short or long, within a list or a quote, with blanks and pipes in every manner. */
const table = heads.chain((titles) =>
  fc
    .record({
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: titles.length + 1 }), { maxLength: 4 }),
      dashes: fc.array(fc.constantFrom("-", "---", ":--", "--:", ":-:"), {
        minLength: titles.length,
        maxLength: titles.length,
      }),
      blank: fc.constantFrom("", " ", "  ", "\t"),
      isOpen: fc.boolean(),
      margin: fc.constantFrom(["", ""], ["- ", "  "], ["> ", "> "], [" ", "   "], ["1. ", "   "]),
    })
    .map(({ rows, dashes, blank, isOpen, margin: [first, others] }) => {
      const join = (cells: readonly string[]) => {
        const line = cells.map((each) => blank + each + blank).join("|");
        // without outer pipes in a list, readers of Markdown disagree on what is the list
        return isOpen && /^[> ]*$/.test(first) ? line.trim() : `|${line}|`;
      };
      return [titles, dashes, ...rows]
        .map((row, index) => (index === 0 ? first : others) + join(row))
        .join("\n");
    }),
);

const document: fc.Arbitrary<GovernedText> = fc
  .record({ governed: governedText, tables: fc.array(table, { maxLength: 3 }), folded: fc.nat(4) })
  .map(({ governed: { path, text }, tables, folded }) => {
    const ending = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    const added = tables.map((each, index) =>
      index === folded ? `<details>\n\n${each}\n\n</details>` : each,
    );
    return {
      path,
      text: [text, ...added.map((each) => each.replaceAll("\n", ending))].join(ending + ending),
    };
  });

function holds(
  documents: fc.Arbitrary<GovernedText>,
  check: (input: AnalysisInput, formatted: string) => void,
): void {
  fc.assert(
    fc.property(documents, (each) => {
      const input = inputOf(each);
      check(input, formatDocument(input));
    }),
    { numRuns: 300 },
  );
}

/** What a reader sees of the tables: their cells. */
function cellsOf(text: string): readonly string[] {
  return parseDocument(text)
    .blocks.filter(({ kind }) => kind === "table")
    .flatMap((block) => {
      const { head, rows } = parseTable(text, block);
      return [head, ...rows].map(({ cells }) =>
        cells
          .map((each) => each.text)
          .join(" ¦ ")
          .replace(/(?: ¦ )+$/, ""),
      );
    });
}

/** All that is neither a blank, nor a pipe, a dash, or a mark of emphasis, without regard to order. */
function charactersOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/[\s|:*_\\-]|<br>/g, ""));
  return lines.sort().join("\n");
}

describe("formatting", () => {
  it("converges: a second time changes nothing", () => {
    holds(document, (input, formatted) =>
      expect(formatDocument({ ...input, text: formatted })).toBe(formatted),
    );
  });

  it("has no finding that was not there before", () => {
    holds(document, (input, formatted) => {
      const left = analyse(input).findings.map(({ rule, field }) => `${rule} ${field}`);
      for (const { rule, field, message } of analyse({ ...input, text: formatted }).findings) {
        const at = left.indexOf(`${rule} ${field}`);
        expect(at, `${message} in\n${formatted}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
    });
  });

  it("says the same: fields but for their dates, cells, and the state of the document", () => {
    holds(document, (input, formatted) => {
      const fieldsOf = (text: string) =>
        parseDocument(text)
          .header.fields.map(
            ({ folded, value }) => `${folded}: ${/\d{4}/.test(value) ? "" : value.replace(/[\s|-]/g, "")}`,
          )
          .sort();
      expect(fieldsOf(formatted)).toEqual(fieldsOf(input.text));
      const [before, after] = [analyse(input), analyse({ ...input, text: formatted })];
      expect(after.entry.filed).toBe(before.entry.filed);
      expect(after.entry.classId).toBe(before.entry.classId);
      const headless = (text: string) =>
        cellsOf(text)
          .filter((cells) => !/\d{4}|20/.test(cells))
          .sort();
      expect(headless(formatted)).toEqual(headless(input.text));
    });
  });

  it("moves and adds no words", () => {
    const withoutDates = document.filter(
      ({ text }) =>
        !/\d{1,2}\w{0,2} (?:of )?\w+ \d{4}|\w+ \d{1,2}, \d{4}|\d{4}-\d-|\d\.\d\d\.|\d\/\d/.test(text),
    );
    holds(withoutDates, ({ text }, formatted) => expect(charactersOf(formatted)).toBe(charactersOf(text)));
  });

  it("keeps the body, tables aside, and its line endings", () => {
    holds(document, ({ text }, formatted) => {
      const bodyOf = (written: string) => {
        const end = parseDocument(written).header.range?.end ?? 0;
        return written
          .slice(end)
          .split(/(?<=\r\n|\r(?!\n)|\n)/)
          .map((line) => (line.includes("|") ? "|" : line));
      };
      expect(bodyOf(formatted).slice(1)).toEqual(bodyOf(text).slice(1));
      // a value of several lines moves with the endings between them
      const endingsOf = (written: string) => (written.match(/\r\n|\r|\n/g) ?? []).sort();
      expect(endingsOf(formatted)).toEqual(endingsOf(text));
      for (const { range } of minimalEdits(text, formatted))
        expect(`${text[range.start - 1]}${text[range.start]}`).not.toBe("\r\n");
    });
  });

  it("shows as before, but for the order of fields", () => {
    const markdown = new MarkdownIt({ html: true });
    const shown = (text: string) => {
      const html = markdown.render(parseDocument(text).header.frontMatter === undefined ? text : "");
      const tags = html.match(/<\/?[a-z]\w*/g) ?? [];
      return tags.filter((tag) => tag !== "<strong" && tag !== "</strong").sort();
    };
    holds(document, ({ text }, formatted) => expect(shown(formatted)).toEqual(shown(text)));
  });

  it("never touches a filed document", () => {
    holds(filedText, ({ text }, formatted) => expect(formatted).toBe(text));
  });
});
