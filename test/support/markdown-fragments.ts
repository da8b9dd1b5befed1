/** Random Markdown, put together from the fragments that block structure turns on. */
import fc from "fast-check";

const fragments = [
  ..."#=|>\\`a".split(""),
  ..."- |-|* |+ |1. |2. |1) |10. |> ".split("|"),
  ...[" ", "  ", "   ", "    ", "\t"],
  ...["b c", "# h", "## h ##", "[ ] x", "[x]", "[a]: b", "[a]:", '"t"', "'t"],
  ...["```", "~~~", "````", "``` js", "---", "===", "--", "***", "* * *", "___"],
  ...["|a|b|", "a|b", "|-|-|", "-|-", ":-:|--", "\\|"],
  ...[
    "<div>",
    "</div>",
    "<b>",
    "<br/>",
    "<a href='x'>",
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!X",
    "]]>",
  ],
  "<![CDATA[",
];

/** Up to ten lines, most of them of few fragments. */
export const trickyMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((line) => line.join("")),
    { minLength: 1, maxLength: 10 },
  )
  .map((lines) => lines.join("\n"));

/** What link reference definitions are made of, without any character or indentation that starts another block. */
export const trickyDefinitions: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      "[",
      "]",
      "[a]: b",
      "[a]:",
      "[a]",
      ":",
      "\n",
      "\n",
      " ",
      '"',
      "'",
      "(",
      ")",
      "\\",
      "<u/v>",
      "<",
      "/url",
      "x",
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join("").replace(/^ +/gm, " "));
