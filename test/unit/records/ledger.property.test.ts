/** Whatever somebody does to a ledger by hand is found, at the right line; and no text makes the reader throw. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../server/host/hash";
import { parseLedger } from "../../../server/records/ledger";
import { readLine, renderLine } from "../../../server/records/ledger-line";
import { planSeals } from "../../../server/records/seal-plan";
import { candidate, seal, TODAY, union } from "../../support/ledgers";

const paths = fc
  .uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), {
    minLength: 2,
    maxLength: 8,
    selector: (path) => path.normalize("NFC").toLowerCase(),
  })
  .map((names) => names.map((name) => `docs/${name}.md`));

/** A chain without a fork, as its lines. */
const chain = paths.map((names) =>
  seal(undefined, ...names)
    .split("\n")
    .slice(0, -1),
);

const parse = (lines: readonly string[]) => parseLedger(lines.map((line) => `${line}\n`).join(""), sha256);

/** The first line, one-based, whose `previous` is not the hash of a line above, or that is none: worked out anew. */
function firstBroken(lines: readonly string[]): number | undefined {
  const above = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (read.kind === "unreadable" || read.previous?.some((hash) => !above.has(hash))) return index + 1;
    above.add(sha256(line));
  }
  return undefined;
}

describe("a ledger", () => {
  it("that was appended to gives back what was appended", () => {
    fc.assert(
      fc.property(paths, fc.nat(8), (names, cut) => {
        const text = seal(seal(undefined, ...names.slice(0, cut)), ...names.slice(cut));
        const { entries, problems } = parseLedger(text, sha256);
        expect(problems).toEqual([]);
        expect(entries.map((each) => each.kind === "seal" && each.path)).toEqual(names);
        expect(entries.map((each) => (each.kind === "newer" ? "" : `${renderLine(each)}\n`)).join("")).toBe(
          text,
        );
        expect(text).toBe(seal(undefined, ...names));
      }),
    );
  });

  it("breaks at the place where a line was taken out, unless it was the last one", () => {
    fc.assert(
      fc.property(chain, fc.nat(), (lines, number) => {
        const at = number % (lines.length - 1);
        const { problems } = parse(lines.toSpliced(at, 1));
        expect(problems.map(({ kind, line }) => [kind, line])).toEqual([["broken", at + 1]]);
      }),
    );
  });

  it("shows a line that stands there twice", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), (lines, from, to) => {
        const [source, target] = [from % lines.length, to % (lines.length + 1)];
        const { problems } = parse(lines.toSpliced(target, 0, lines[source] ?? ""));
        const found = problems.map(({ kind, line }) => [kind, line]);
        // above its own place it follows none of the lines above it, and its place is a repetition
        if (target < source) expect(found[0]).toEqual(["broken", target + 1]);
        else expect(found).toEqual([["repeated", Math.max(target, source + 1) + 1]]);
      }),
    );
  });

  it("breaks where its lines were put into another order", () => {
    fc.assert(
      fc.property(
        chain.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          fc.pre(shuffled.some((line, index) => line !== lines[index]));
          const { problems } = parse(shuffled);
          // the first line that is not where it was has lost the one that it follows, or was the first of all
          const at = shuffled.findIndex((line, index) => line !== lines[index]);
          expect(problems[0]).toMatchObject({ kind: "broken", line: at + 1 });
          expect(firstBroken(shuffled)).toBe(at + 1);
        },
      ),
    );
  });

  it("shows a single byte that was changed: by its line or the next, in the last line's values by its hash", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.integer({ min: 1, max: 255 }), (lines, position, change) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
        const at = position % bytes.length;
        const line = bytes.subarray(0, at).toString("utf8").split("\n").length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const changed = parseLedger(bytes.toString("utf8"), sha256);
        const broken = changed.problems.find(({ kind }) => kind === "broken");
        if (line < lines.length) {
          expect(broken === undefined ? "sound" : [line, line + 1]).toContain(broken?.line);
        } else {
          const { tips } = parse(lines);
          expect(broken?.line === line || changed.problems.length > 0 || changed.tips[0] !== tips[0]).toBe(
            true,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it("that was merged breaks at the first line that has lost another one", () => {
    fc.assert(
      fc.property(paths, fc.nat(8), fc.nat(8), fc.nat(), (names, first, second, number) => {
        const base = seal(undefined, ...names.slice(0, first));
        const ours = seal(base, ...names.slice(first, first + second), "docs/ours.md");
        const theirs = seal(base, ...names.slice(first + second), "docs/theirs.md");
        const text = seal(seal(union(ours, theirs)), "docs/after.md");
        expect(parseLedger(text, sha256).problems).toEqual([]);
        const lines = text.split("\n").slice(0, -1);
        const left = lines.toSpliced(number % (lines.length - 1), 1);
        const { problems } = parse(left);
        expect(problems[0]).toMatchObject({ kind: "broken", line: firstBroken(left) });
      }),
    );
  });
});

describe("any text", () => {
  const fragment = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.constantFrom("\n", "\r\n", "\r", "\uFEFF", "<<<<<<< a", "=======", ">>>>>>> b", "||||||| c", "\ud800"),
    fc.constantFrom('{"version":1,"merge":true}', '{"version":2}', '{"version":1e400}', '{"__proto__":1}'),
    chain.map((lines) => lines[0] ?? ""),
    fc.record({ version: fc.anything(), path: fc.anything(), previous: fc.anything() }).map((value) => {
      try {
        return JSON.stringify(value);
      } catch {
        return "";
      }
    }),
  );

  it("is read without throwing, and planned for without throwing; what is planned is a sound ledger", () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 8 }), fc.constantFrom("", "\n"), (parts, separator) => {
        const text = parts.join(separator);
        parseLedger(text, sha256);
        const plan = planSeals(text, [candidate("docs/new.md")], TODAY, sha256);
        if (plan.blocked !== undefined) return;
        const { problems } = parseLedger(plan.text ?? text, sha256);
        expect(problems.filter(({ kind }) => kind !== "contradiction" && kind !== "case")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
