/** The ledger's lines and its chain: what is found in a ledger that somebody wrote into. */
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../server/host/hash";
import { type LedgerProblem, parseLedger } from "../../../server/records/ledger";
import { candidate, seal, TODAY, union } from "../../support/ledgers";

const parse = (text: string) => parseLedger(text, sha256);
const kinds = (text: string): readonly (readonly [LedgerProblem["kind"], number])[] =>
  parse(text).problems.map(({ kind, line }) => [kind, line]);

const FIVE = seal(undefined, "docs/a.md", "docs/b.md", "docs/ü c.md", "docs/d.md", "docs/e.md");
const lines = FIVE.split("\n").slice(0, -1);
const file = (...parts: readonly (string | undefined)[]): string => parts.map((part) => `${part}\n`).join("");

describe("a sound ledger", () => {
  it("is written in one form, each line with the hash of the one before", () => {
    const first = `{"version":1,"path":"docs/a.md","sha256":"${candidate("docs/a.md").sha256}","normalisation":1,"filed":"2026-02-20","sealed":"${TODAY}","previous":[]}`;
    expect(lines[0]).toBe(first);
    expect(lines[1]?.endsWith(`"previous":["${sha256(first)}"]}`)).toBe(true);
  });

  it("gives its entries, no problem, and the hash of its last line", () => {
    const { entries, problems, tips } = parse(FIVE);
    expect(entries.map(({ kind, line }) => [kind, line])).toEqual(
      [1, 2, 3, 4, 5].map((line) => ["seal", line]),
    );
    expect(problems).toEqual([]);
    expect(tips).toEqual([sha256(lines[4] ?? "")]);
  });

  it("may have CRLF, a byte order mark, blank lines and no ending at its end", () => {
    for (const text of [FIVE.replaceAll("\n", "\r\n"), `\uFEFF${FIVE}`, `${FIVE}\n\n`, FIVE.slice(0, -1)])
      expect(parse(text).problems).toEqual([]);
  });

  it("may be empty", () => {
    expect(parse("")).toEqual({ entries: [], problems: [], tips: [] });
  });
});

describe("a ledger that was changed", () => {
  it("breaks at the first line that follows none above", () => {
    expect(kinds(file(...lines.slice(1)))).toEqual([["broken", 1]]);
    expect(kinds(file(lines[0], lines[1], lines[3], lines[4]))).toEqual([["broken", 3]]);
    const [a, b, c, d, e] = lines;
    expect(kinds(file(a, c, b, d, e))).toEqual([["broken", 2]]);
    expect(kinds(file(a, b, c?.replace("2026-02-20", "2026-02-21"), d, e))).toEqual([["broken", 4]]);
  });

  it("breaks at a line that is none of a ledger, and says why", () => {
    const [a, b, c] = lines;
    const cases: readonly (readonly [string, string])[] = [
      ["nonsense", "it is no JSON object"],
      ["[]", "it is no JSON object"],
      ["{}", "it has no `version`"],
      [(b ?? "").replace('"version":1', '"version":0'), "there is no version 0 of such a line"],
      [(b ?? "").replace('"path":"docs/b.md",', ""), "it has no `path`"],
      [(b ?? "").replace('"sha256":"', '"sha256":"x'), "it has no `sha256` of 64 hexadecimal digits"],
      [(b ?? "").replace('"normalisation":1,', ""), "it has no `normalisation` that is a number"],
      [(b ?? "").replace('"filed":"2026-02-20",', ""), "it has no `filed` that is a date"],
      [(b ?? "").replace(`"sealed":"${TODAY}"`, '"sealed":null'), "it has no `sealed` that is a date"],
      [(b ?? "").replace(/,"previous":.*/, "}"), "it has no `previous` that is a list of hashes"],
      [(b ?? "").replace("docs/b", "docs\\u002fb"), "it is not written as Docket writes it"],
      [`${b} `, "it is not written as Docket writes it"],
    ];
    for (const [line, reason] of cases) {
      const [problem] = parse(file(a, line, c)).problems;
      expect(problem).toEqual({
        kind: "broken",
        line: 2,
        message: `This is no line of a ledger: ${reason}.`,
      });
    }
  });

  it("names the line that stands below the one that follows it", () => {
    const [a, b, c] = lines;
    expect(parse(file(a, c, b)).problems[0]?.message).toContain("follows line 3, which stands below it");
  });
});

describe("branches that both sealed", () => {
  const [ours, theirs] = [seal(FIVE, "docs/x.md"), seal(FIVE, "docs/y.md", "docs/z.md")];
  const merged = union(ours, theirs);

  it("leave a loose end, which is no broken chain", () => {
    expect(kinds(merged)).toEqual([["fork", 6]]);
    expect(parse(merged).tips).toHaveLength(2);
  });

  it("are joined by the next line", () => {
    const joined = seal(merged);
    const added = joined.slice(merged.length);
    const { tips } = parse(merged);
    expect(added).toBe(
      `{"version":1,"merge":true,"sealed":"${TODAY}","previous":["${tips[0]}","${tips[1]}"]}\n`,
    );
    expect(parse(joined).problems).toEqual([]);
    expect(parse(seal(joined, "docs/more.md")).problems).toEqual([]);
  });

  it("may have begun the ledger, both of them", () => {
    const both = union(seal(undefined, "docs/x.md"), seal(undefined, "docs/y.md"));
    expect(kinds(both)).toEqual([["fork", 1]]);
    expect(parse(seal(both)).problems).toEqual([]);
  });

  it("may have sealed one record alike, and may leave a line twice", () => {
    const again = union(seal(FIVE, "docs/x.md"), seal(FIVE, "docs/y.md", "docs/x.md"));
    expect(kinds(again)).toEqual([["fork", 6]]);
    expect(kinds(FIVE + lines[4])).toEqual([["repeated", 6]]);
  });

  it("may not have sealed one record differently", () => {
    const other = seal(FIVE, "docs/y.md").replace(
      candidate("docs/y.md").sha256,
      candidate("docs/y.md", "other").sha256,
    );
    expect(kinds(union(seal(FIVE, "docs/y.md"), other))).toEqual([
      ["fork", 6],
      ["contradiction", 7],
    ]);
  });

  it("may leave conflict marks: the chain is judged without them, and nothing follows from them", () => {
    const [mine, yours] = [ours.slice(FIVE.length), theirs.slice(FIVE.length)];
    expect(kinds(`${FIVE}<<<<<<< HEAD\n${mine}=======\n${yours}>>>>>>> b\n`)).toEqual([["conflict", 6]]);
  });
});

describe("a line that a newer Docket wrote", () => {
  it("cannot be verified, and does not break the chain", () => {
    const [a, b] = lines;
    const versions = [
      [(b ?? "").replace('"version":1', '"version":2'), "version 2"],
      ['{"version":2,"after":"another way"}', "version 2"],
      [(b ?? "").replace('"normalisation":1', '"normalisation":2'), "normalisation 2"],
    ] as const;
    for (const [line, what] of versions) {
      const { problems } = parse(file(a, line));
      expect(problems.map(({ kind }) => kind)).toEqual(["newer"]);
      expect(problems[0]?.message).toContain(`(${what})`);
    }
  });
});

it("two sealed paths that differ by case alone are told", () => {
  const [a] = lines;
  const other = `{"version":1,"path":"docs/A.md","sha256":"${"0".repeat(64)}","normalisation":1,"filed":"2026-02-20","sealed":"${TODAY}","previous":["${sha256(a ?? "")}"]}`;
  expect(kinds(file(a, other))).toEqual([["case", 2]]);
});
