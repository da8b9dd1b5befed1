/** Findings for people. */
import { expect, test } from "vitest";
import { renderPretty } from "../../../server/report/pretty-findings";
import type { Colours, ReportedFinding } from "../../../server/report/types";

const mark = (name: string) => (text: string) => `<${name}:${text}>`;
const PLAIN: Colours = {
  bold: String,
  dim: String,
  underline: String,
  red: String,
  yellow: String,
  blue: String,
  green: String,
};
const COLOURED: Colours = { ...PLAIN, red: mark("red"), yellow: mark("yellow"), blue: mark("blue") };

function finding(
  path: string,
  line: number,
  severity: ReportedFinding["severity"],
  more: Partial<ReportedFinding> = {},
): ReportedFinding {
  return {
    rule: "group/rule",
    severity,
    path,
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    message: `Message ${line}.`,
    fixable: false,
    safelyFixable: false,
    ...more,
  };
}

test("groups by file, the most severe first, then by place, with places aligned", () => {
  const findings = [
    finding("a.md", 3, "information"),
    finding("a.md", 9, "warning"),
    finding("a.md", 10, "error"),
    finding("a.md", 120, "warning"),
    finding("b.md", 1, "warning", { safelyFixable: true }),
  ];
  expect(renderPretty({ documents: 1204, ungoverned: 0, findings }, PLAIN)).toBe(`a.md
   10:1  error    Message 10.  group/rule
    9:1  warning  Message 9.  group/rule
  120:1  warning  Message 120.  group/rule
    3:1  info     Message 3.  group/rule

b.md
  1:1  warning  Message 1.  group/rule

1,204 documents, 5 findings: 1 error, 3 warnings, 1 information.
\`docket fix\` corrects 1 finding.
`);
});

test("severities have their colours, in lines and summary", () => {
  const rendered = renderPretty(
    { documents: 1, ungoverned: 0, findings: [finding("a.md", 1, "error")] },
    COLOURED,
  );
  expect(rendered).toContain("<red:error  >");
  expect(rendered).toContain("1 document, 1 finding: <red:1 error>.");
});

test("a message stays on one line, whatever it quotes", () => {
  const rendered = renderPretty(
    {
      documents: 1,
      ungoverned: 0,
      findings: [finding("a\u001b.md", 1, "error", { message: "two\nlines\u0007" })],
    },
    PLAIN,
  );
  expect(rendered).toContain("a\uFFFD.md\n");
  expect(rendered).toContain("two lines\uFFFD  group/rule");
});
