/** YAML with ranges: values, aliases and merge keys, and what is said of broken text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml, type YamlNode } from "../../../server/base/yaml";

/** The values alone. */
function plain(node: YamlNode | undefined): unknown {
  if (node?.kind === "map")
    return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
  if (node?.kind === "list") return node.items.map(plain);
  return node?.value;
}

/** Every key and value with the text at its range. */
function spots(text: string, node: YamlNode, offset = 0): string[] {
  const at = text.slice(node.range.start - offset, node.range.end - offset);
  if (node.kind === "list") return [at, ...node.items.flatMap((item) => spots(text, item, offset))];
  if (node.kind === "scalar") return [at];
  const inside = node.entries.flatMap(({ keyRange, value }) => [
    text.slice(keyRange.start - offset, keyRange.end - offset),
    ...spots(text, value, offset),
  ]);
  return [at, ...inside];
}

/** What is wrong, with the text at which it is. */
function problems(text: string): string[] {
  const found = parseYaml(text).problems;
  return found.map(
    ({ range, message, fatal }) =>
      `${text.slice(range.start, range.end)} | ${message}${fatal ? " (fatal)" : ""}`,
  );
}

describe("parseYaml", () => {
  it("gives values with their ranges", () => {
    const text = "a: 1 # one\nb:\n  - x y \n  - 'z'\nc: {d: ~, e: true}\n";
    const { root } = parseYaml(text);
    expect(plain(root)).toEqual({ a: 1, b: ["x y", "z"], c: { d: null, e: true } });
    expect(spots(text, root as YamlNode).slice(1)).toEqual([
      "a",
      "1",
      "b",
      "- x y \n  - 'z'",
      "x y",
      "'z'",
      "c",
      "{d: ~, e: true}",
      "d",
      "~",
      "e",
      "true",
    ]);
  });

  it("counts ranges from an offset, in UTF-16 units, behind a byte order mark and over CRLF", () => {
    const text = "\uFEFFa: 😀\r\nb: x\r\n";
    const { root } = parseYaml(text, 100);
    expect(spots(text, root as YamlNode, 100).slice(1)).toEqual(["a", "😀", "b", "x"]);
  });

  it("keeps numbers as they were written", () => {
    const { root } = parseYaml("a: 1.0\nb: 007\nc: '2.50'\n");
    const sources =
      root?.kind === "map"
        ? root.entries.map(({ value }) => (value.kind === "scalar" ? value.source : ""))
        : [];
    expect(sources).toEqual(["1.0", "007", "2.50"]);
  });

  it("reads words as YAML 1.2 does, whatever version the text claims", () => {
    expect(plain(parseYaml("%YAML 1.1\n---\na: off\nb: yes\nc: true\n").root)).toEqual({
      a: "off",
      b: "yes",
      c: true,
    });
  });

  it("tells nothing from null", () => {
    const { root } = parseYaml("a:\nb: null\nc: ~\n");
    const empty =
      root?.kind === "map" ? root.entries.map(({ value }) => value.kind === "scalar" && value.empty) : [];
    expect(empty).toEqual([true, false, false]);
  });

  it.each(["", "\n\n", "# nothing\n", "---\n"])("finds nothing in %j", (text) => {
    expect(parseYaml(text)).toEqual({
      root: undefined,
      problems: [],
      size: text === "---\n" ? 1 : expect.any(Number),
    });
  });

  it("resolves aliases and merge keys", () => {
    const text =
      "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\nx: {<<: *base, a: 9}\ny: {<<: [*other, *base]}\n'<<': *base\n";
    const { root } = parseYaml(text);
    expect(problems(text)).toEqual([]);
    const base = { a: 1, b: 2 };
    expect(plain(root)).toEqual({
      base,
      other: { b: 3, c: 4 },
      x: { a: 9, b: 2 },
      y: { b: 3, c: 4, a: 1 },
      "<<": base,
    });
  });

  it("gives an alias its own range, and what is inside of it the range where that was written", () => {
    const text = "a: &x [one]\nb: *x\n";
    const { root } = parseYaml(text);
    expect(spots(text, root as YamlNode)).toEqual([text.trimEnd(), "a", "[one]", "one", "b", "*x", "one"]);
  });

  it.each([
    ["a: *x\n", ["*x | `*x` refers to nothing: no `&x` stands above it."]],
    ["a: &x [*x]\n", ["*x | `*x` stands inside of what it refers to."]],
    ["a: 1\na: 2\n", ["a | `a` stands here twice; the first one counts."]],
    ["[a]: 1\n", ["[a] | A list cannot be a key."]],
    ["{a: b}: 1\n", ["{a: b} | A map cannot be a key."]],
    ["<<: 5\n", ["5 | `<<` takes in the keys of a map, and this is none."]],
    [
      "a: !!js/function x\n",
      ["!!js/function | `!!js/function` is a tag, and tags are not read here. Leave it out."],
    ],
    ["a: !mine [x]\n", ["!mine | `!mine` is a tag, and tags are not read here. Leave it out."]],
  ])("goes on after %j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(parseYaml(text).root?.kind).toBe("map");
  });

  it.each([
    ["a: [b\nc: d\n", ["c | A `]` is missing here. (fatal)"]],
    ["a: {b: c\n", ["c | A `}` is missing here. (fatal)"]],
    ["a: [", ["[ | A `]` is missing here. (fatal)"]],
    ["a: b]\nc: ]\n", ["] | This `]` closes nothing. (fatal)"]],
    ["a: 'b\nc: d\n", ["d | The text that a quote opens is not closed. (fatal)"]],
    ["a:\n\tb: c\n", ["\t | A tab indents this line, where YAML takes spaces only. (fatal)"]],
    [
      "a: b: c\n",
      ["b | This line holds a second `: `. Put the value in quotes, or begin a new line. (fatal)"],
    ],
    ["a: @x\n", ["@ | A value cannot begin with `@`. Put it in quotes. (fatal)"]],
    [
      "abc\nd: e\n",
      [
        "abc | This is neither a key with a value nor part of the line above: a `:` or some indentation is missing. (fatal)",
      ],
    ],
    [
      "a: 1\n  b: 2\n",
      ["1 | This is a value, and the next line is indented as if keys belonged to it. (fatal)"],
    ],
    ["a: 1\n---\nb: 2\n", ["--- | A second document begins here. Keep one to a file. (fatal)"]],
    [
      'a: "x\\q"\n',
      [
        "\\q | `\\q` means nothing between double quotes. Write `\\\\` for a backslash, or use single quotes. (fatal)",
      ],
    ],
    [
      "- a\nb: c\n",
      [
        "b | This cannot stand here. Look at the indentation and the quotes of this line and the one above. (fatal)",
      ],
    ],
  ])("says what is wrong with %j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(parseYaml(text).root).toBeUndefined();
  });

  it("stops at an alias that stands for too much", () => {
    const lists = ["a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]"];
    for (const [name, below] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg"])
      lists.push(`${name}: &${name} [${`*${below}, `.repeat(9)}]`);
    const text = lists.join("\n");
    expect(problems(text)).toEqual([
      "*d | With `*d`, the aliases of this file stand for more than 10000 values. Write out what is meant. (fatal)",
    ]);
    expect(parseYaml(text).root).toBeUndefined();
  });

  it.each([
    ["lists in brackets", "[".repeat(5000)],
    ["maps in braces", "{a: ".repeat(5000)],
    ["lists on one line", `${"- ".repeat(5000)}x`],
    ["keys on one line", `${"? ".repeat(5000)}x`],
    ["both on one line", `${"? - ".repeat(5000)}x`],
    ["indentation", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("refuses what is nested too deeply: %s", (_, text) => {
    const { root, problems: found } = parseYaml(text);
    expect(root).toBeUndefined();
    expect(found).toEqual([{ range: expect.anything(), message: "This is nested too deeply.", fatal: true }]);
  });

  it("never throws, and all ranges lie in the text in order", () => {
    const piece = fc.constantFrom(
      ..."a b: - [ ] { } ' \" # & * ! | > % @ ` , ? ~ \t \n \r\n \\ 1 0x é 😀".split(" "),
      ..." |\n|\n  |&a |*a|<<: |: |- |---\n|...\n|!!str |null|__proto__: ".split("|"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { root, problems: found } = parseYaml(text);
        const ranges = [...found.map(({ range }) => range), ...(root === undefined ? [] : rangesOf(root))];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function rangesOf(node: YamlNode): { start: number; end: number }[] {
  if (node.kind === "list") return [node.range, ...node.items.flatMap(rangesOf)];
  if (node.kind === "map")
    return [node.range, ...node.entries.flatMap((entry) => [entry.keyRange, ...rangesOf(entry.value)])];
  return [node.range];
}
