/** What a text mentions, and that the index follows its documents. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { MentionIndex } from "../../../server/process/mention-index";
import type { Mentions } from "../../../server/process/mentions";
import { scanMentions } from "../../../server/process/scan-mentions";

function scan(text: string): readonly string[] {
  const found: string[] = [];
  scanMentions(
    text,
    { start: 0, end: text.length },
    {
      id: (id, start) => {
        expect(text.slice(start, start + id.length)).toBe(id);
        found.push(id);
      },
      path: (start, end, spaced) => found.push(`<${text.slice(spaced ?? start, end)}>`),
    },
  );
  return found;
}

test.each([
  ["A-S01, BLG-TECH-02; G1.3 and D2a.", ["A-S01", "BLG-TECH-02", "G1.3", "D2a"]],
  ["🚢A-S01🚢 (A1) **A2** A-01–A-04", ["A-S01", "A1", "A2", "A-01", "A-04"]],
  ["A-S01/A-S02 but docs/A-S01/x and /A-S01/", ["A-S01", "A-S02"]],
  ["https://x.org/A-S01/A-S02.md", []],
  ["A-S01-bis, xA-S01, a-s01, v1.2, 2026-02-21, T10:00", ["T10"]],
  ["3.2 QWB Word WORD-X I", ["3.2", "QWB", "WORD-X"]],
  ["see `docs/a b.md` and a_b.md#x, (c.md) d.md.", ["<docs/a b.md>", "<a_b.md>", "<c.md>", "<d.md>"]],
  ["[x](<y z.md>) [x](../q.md) e.g. foo.bar `x` n.md `y`", ["<y z.md>", "<../q.md>", "<n.md>"]],
  ["", []],
])("%s", (text, expected) => {
  expect(scan(text)).toEqual(expected);
});

test("a range is looked at alone", () => {
  const found: string[] = [];
  scanMentions("A-S01 A-S02 A-S03", { start: 6, end: 11 }, { id: (id) => found.push(id), path: () => {} });
  expect(found).toEqual(["A-S02"]);
});

const words = (from: readonly string[]) => fc.subarray([...from]).map((each) => new Set(each));
const mentions: fc.Arbitrary<Mentions> = fc.record({
  ids: words(["A1", "A2", "A3"]),
  roles: words(["qa lead", "pmo lead"]),
  paths: words(["a.md", "docs/a.md", "x/b.md", "b%20c.md"]),
});
const change = fc.tuple(fc.constantFrom("p", "q", "r"), fc.option(mentions, { nil: undefined }));

test("an index that was changed step by step says what a new one says", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const index = new MentionIndex();
      const last = new Map<string, Mentions>();
      for (const [path, each] of changes) {
        if (each === undefined) {
          index.delete(path);
          last.delete(path);
        } else {
          const before = last.get(path)?.paths ?? new Set();
          const isSame = before.size === each.paths.size && [...before].every((one) => each.paths.has(one));
          expect(index.set(path, each)).toBe(!isSame);
          last.set(path, each);
        }
      }
      const fresh = new MentionIndex();
      for (const [path, each] of last) fresh.set(path, each);
      expect(stateOf(index)).toEqual(stateOf(fresh));
    }),
  );
});

function stateOf(index: MentionIndex): unknown {
  return [
    ...["A1", "A2", "A3"].map((id) => index.withId(id).toSorted()),
    ...["qa lead", "pmo lead"].map((role) => index.withRole(role).toSorted()),
    ...["a.md", "b.md", "b c.md"].map((name) =>
      index
        .writtenPaths(name)
        .map((written) => [written, index.withPath(written).toSorted()])
        .toSorted(),
    ),
  ];
}
