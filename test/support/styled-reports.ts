/** Reports laid out in many ways, and what of a report must stay when only its layout changes. */
import fc from "fast-check";
import MarkdownIt from "markdown-it";

const word = fc.constantFrom(
  "posts",
  "lamps",
  "cables",
  "🙂 quay",
  "Größe",
  "`code`",
  "**bold**",
  ">70%",
  "$5K",
  "a > b",
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => `The ${parts.join(" ")}`);
const title = fc
  .tuple(fc.constantFrom("", "1. ", "2.3 ", "Section 4: "), words)
  .map((parts) => parts.join(""));

const paragraph = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const bullets = fc
  .array(
    fc.tuple(
      fc.constantFrom("- ", "  - ", "* ", "1. ", "2) ", "10. "),
      words,
      fc.constantFrom("", ":", "\n  more"),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((items) => items.map((parts) => parts.join("")).join("\n"));
const code = fc
  .tuple(fc.constantFrom("", "  ", "    "), fc.constantFrom("", "text", "python"), words)
  .map(([indent, language, line]) => `${indent}\`\`\`${language}\n${indent}${line}\n${indent}\`\`\``);
const table = fc
  .tuple(words, words)
  .map(
    ([first, second]) =>
      `| Term | Use |\n|---|---|\n| ${first} | ${second} |\n| **${second.replace(/[*`]/g, "")}** | 1 |`,
  );
const quotation = words.map((line) => `> ${line}`);
const heading = fc
  .tuple(fc.constantFrom("## ", "### ", "### ", "#### ", "##### "), title)
  .map((parts) => parts.join(""));
const tag = fc.constantFrom(
  "<details>\n<summary>Lamp posts</summary>",
  "<details>\n<summary>Cables</summary>\n\n---",
  "<details>",
  "<details>\n<summary>Details</summary>",
  "<details><summary></summary>",
  "---\n\n</details>",
  "</details>",
);
/** Two subsections in the house's own layout, but for what parts them. */
const subsections = words.map((line) =>
  ["Posts", "Lamps"]
    .map(
      (name) =>
        `### ${name}\n\n<details>\n<summary>${name} of the quay</summary>\n\n---\n\n- ${line}\n\n---\n\n</details>`,
    )
    .join("\n\n---\n\n"),
);
const block = fc.oneof(
  { weight: 3, arbitrary: heading },
  { weight: 4, arbitrary: tag },
  { weight: 2, arbitrary: fc.constantFrom("---", "***", "<!-- note -->", '<a id="x"></a>') },
  { weight: 2, arbitrary: paragraph },
  { weight: 2, arbitrary: bullets },
  code,
  table,
  quotation,
  subsections,
);
const top = fc.constantFrom(
  "",
  "---\ntitle: the_quay\n---\n",
  "---\nowner: me\n---\n",
  "---\ntitle: The Quay\n---\n",
);

/** Whole reports; blocks are parted by a blank line, as layout that a blank line decides is not Docket's to guess. */
export const styledReport: fc.Arbitrary<string> = reportOf(block);

/** Reports in which code blocks end too early, so that Markdown takes code for text and text for code. */
export const brokenReport: fc.Arbitrary<string> = reportOf(
  fc.oneof(
    { weight: 8, arbitrary: block },
    words.map((line) => `- Weeks\n  \`\`\`mermaid\n  gantt\n${line} :a, 2026-01-01, 5d\n  \`\`\``),
    words.map((line) => `\`\`\`text\n${line}\n\`\`\`yaml\na: 1\n\`\`\`\nmore\n\`\`\``),
  ),
);

function reportOf(blocks: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.boolean(),
      top,
      fc.constantFrom("# The quay", "Some words.\nMore words."),
      fc.array(blocks, { maxLength: 14 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "\n"),
    )
    .map(([bom, front, first, written, ending, end]) => {
      const text = [front, first, ...written].filter((part) => part !== "").join("\n\n") + end;
      return (bom ? "\uFEFF" : "") + text.replaceAll("\n", ending);
    });
}

const HEADING = /^ {0,3}#{1,6}\s+(.*)$/;
const SUMMARY = /<summary>([\s\S]*?)<\/summary>/g;
const NUMBER = /^\d+(?:\.\d+)*[.)]?\s+/;

interface Words {
  /** All that is said, in order, without marks, numbers of lists, titles and summaries. */
  readonly content: string;
  /** Headings and summaries, without numbers, sorted. */
  readonly titles: readonly string[];
}

/** What a report says, read line by line and without Docket's own parser. */
export function wordsOf(report: string): Words {
  const lines = report
    .replace(/^\uFEFF/, "")
    .replace(/\r\n/g, "\n")
    .replace(/^---\n(?:.*\n)*?---\n/, "");
  const titles = [...lines.matchAll(SUMMARY)].map((found) => plain((found[1] ?? "").replace(NUMBER, "")));
  const content: string[] = [];
  for (const line of lines
    .replace(SUMMARY, "")
    .replace(/<\/?details>/g, "")
    .split("\n")) {
    const found = HEADING.exec(line);
    if (found !== null) titles.push(plain((found[1] ?? "").replace(NUMBER, "")));
    else if (!/^\s*(?:```|---$|\*\*\*$)/.test(line))
      content.push(plain(line.replace(/^(?:[\s>]*(?:[-*+]|\d+[.)])\s)*/, "")));
  }
  return { content: content.join(""), titles: titles.filter((each) => each !== "").sort() };
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[\s*`]+/g, "");
}

const markdown = new MarkdownIt({ html: true });

/** What a reader sees of the text and the code, in order, without headings and HTML, as another parser reads it. */
export function renderedText(report: string): string {
  const tokens = markdown.parse(report.replace(/^\uFEFF/, "").replace(/^---\r?\n(?:.*\n)*?---\r?\n/, ""), {});
  const seen: string[] = [];
  let isTitle = false;
  for (const token of tokens) {
    if (token.type === "heading_open") isTitle = true;
    else if (token.type === "heading_close") isTitle = false;
    else if (isTitle) continue;
    else if (token.type === "fence" || token.type === "code_block") seen.push(token.content);
    else
      for (const child of token.children ?? [])
        if (child.type === "text" || child.type === "code_inline") seen.push(child.content);
  }
  return seen.join("").replace(/\s+/g, "");
}

/** Breaks every rule of layout that a safe fix can mend, some of them several times. */
export const UNTIDY_REPORT = `# The quay
## 1. Design
Two lamps stand on each post.
### 1.1 Lamps
<details>

1. They light up at <20 lux:
\`\`\`
lamp on
\`\`\`
2. They cost $1,000 each

</details>

<details>
<summary>How they are mounted</summary>

Each lamp hangs from an arm.

#### Arms
- Steel
#### Screws
- Brass

| Part | Count |
|---|---|
| Screw | 4 |

</details>

---

### 1.2 Cables

#### Under the planks
- Two of them

---

- One spare

## 2. Costs

### Purse

- Little

### Budget

---

<details>
<summary>What it costs</summary>

---

- Weeks
  \`\`\`mermaid
  gantt
Posts :a, 2026-01-01, 5d
  \`\`\`
`;
